package dev.uncanned.store;

import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What is done to a folder as a whole: listing with hashes, making durable, deleting. */
public final class Folders {

  private static final int BUFFER_BYTES = 1 << 16;

  private Folders() {}

  /** All files below a folder, by path. */
  static List<PublishedFile> files(Path folder) throws IOException {
    List<PublishedFile> files = new ArrayList<>();
    for (Path file : regularFiles(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      files.add(new PublishedFile(path, Files.size(file), sha256(file)));
    }
    files.sort(Comparator.comparing(PublishedFile::path));
    return files;
  }

  /** Hash of a file's bytes, 64 hex digits. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = newSha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      while (in.read(buffer) >= 0) {
        continue;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Makes files and folders survive a loss of power: files first, folders from the bottom up. */
  static void force(Path folder) throws IOException {
    for (Path file : regularFiles(folder)) {
      forceFile(file);
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> folders =
          paths.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
      for (Path inner : folders) {
        forceFolder(inner);
      }
    }
  }

  static void forceFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a folder with all that is in it; links are deleted, not followed. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> regularFiles(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }
}
