package dev.uncanned.store;

import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What is done to a folder as a whole: making, listing with hashes, making durable, deleting. */
final class FileTree {

  private static final int BUFFER_BYTES = 1 << 14;

  /** How often a folder is emptied that others write to. */
  private static final int MAX_TRIES = 20;

  private static final long PAUSE_NANOS = 5_000_000;

  private final Disk disk;

  FileTree(Disk disk) {
    this.disk = disk;
  }

  /** Makes a folder and its missing parents; each is durable as a name, its content is not. */
  void create(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = folder; at != null && !disk.exists(at); at = at.getParent()) {
      missing.push(at);
    }
    for (Path at : missing) {
      try {
        disk.createFolder(at);
      } catch (FileAlreadyExistsException byAnother) {
        if (!disk.isFolder(at)) {
          throw byAnother;
        }
      }
      disk.forceFolder(at.getParent());
    }
  }

  /** All files below a folder with size and hash, by path relative to a folder above. */
  List<PublishedFile> files(Path above, Path folder) throws IOException {
    List<PublishedFile> files = new ArrayList<>();
    for (Path file : regular(folder)) {
      String path = above.relativize(file).toString().replace('\\', '/');
      files.add(PublishedFile.of(path, disk.bytes(file), sha256(file)));
    }
    files.sort(Comparator.comparing(PublishedFile::path));
    return files;
  }

  /** Hash of a file's bytes, 64 hex digits. */
  String sha256(Path file) throws IOException {
    MessageDigest digest = newSha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = new DigestInputStream(disk.read(file), digest)) {
      while (in.read(buffer) >= 0) {
        continue;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Makes files and folders survive a loss of power: files first, folders from the bottom up. */
  void force(Path folder) throws IOException {
    for (Path path : disk.list(folder)) {
      if (disk.isFolder(path)) {
        force(path);
      } else if (disk.target(path).isEmpty()) {
        disk.force(path);
      }
    }
    disk.forceFolder(folder);
  }

  /**
   * Deletes a folder or file with all that is in it; links are deleted, not followed.
   *
   * <p>Others may delete or write in it meanwhile, as the tasks and hooks of an engine that was
   * told to stop do.
   */
  void delete(Path path) throws IOException {
    for (int tries = 1; disk.exists(path); tries++) {
      try {
        deleteOnce(path);
      } catch (DirectoryNotEmptyException writtenMeanwhile) {
        if (tries >= MAX_TRIES) {
          throw writtenMeanwhile;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void deleteOnce(Path path) throws IOException {
    try {
      if (disk.isFolder(path)) {
        for (Path inner : disk.list(path)) {
          deleteOnce(inner);
        }
      }
      disk.delete(path);
    } catch (NoSuchFileException byAnother) {
      // It is gone, as it should be.
    }
  }

  /** Bytes of all files below a folder; 0 if there is none. */
  long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : regular(folder)) {
      bytes += disk.bytes(file);
    }
    return bytes;
  }

  private List<Path> regular(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : disk.list(folder)) {
      if (disk.isFolder(path)) {
        files.addAll(regular(path));
      } else if (disk.target(path).isEmpty()) {
        files.add(path);
      }
    }
    return files;
  }
}
