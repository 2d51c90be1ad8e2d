package dev.uncanned.pipeline;

import dev.uncanned.message.Pseudonyms;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The file with the secret key of the pseudonyms: 64 hex digits, for the owner's eyes only.
 *
 * <p>Without {@code --key-file} it is {@code uncanned/pseudonym.key} in the user's configuration
 * folder and is made at the first run. It never lies inside the output.
 */
public final class PseudonymKey {

  private PseudonymKey() {}

  /** The place of the key where none is given, by the XDG base directory specification. */
  public static Path usual(Map<String, String> environment, String home) {
    String config = environment.get("XDG_CONFIG_HOME");
    Path folder = config == null || config.isBlank() ? Path.of(home, ".config") : Path.of(config);
    return folder.resolve("uncanned").resolve("pseudonym.key");
  }

  /**
   * Reads the key, and makes it first where the usual file is missing.
   *
   * @param given file named on the command line, or null
   * @throws UserException if the file is missing, readable by others, or holds no key
   */
  public static byte[] read(Path given, Path usual) {
    try {
      if (given == null && !Files.exists(usual)) {
        create(usual);
      }
      return checked(given == null ? usual : given);
    } catch (IOException failure) {
      throw unreadable(given == null ? usual : given);
    }
  }

  /**
   * Reads a key that must be there: a new one would fit no table.
   *
   * @throws UserException if the file is missing, readable by others, or holds no key
   */
  static byte[] existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          ExitCode.NO_INPUT,
          file + ": there is no such key file; give the one of the run with --key-file");
    }
    try {
      return checked(file);
    } catch (IOException failure) {
      throw unreadable(file);
    }
  }

  private static UserException unreadable(Path file) {
    return new UserException(
        ExitCode.IO, file + ": the key file cannot be read or made; see --key-file");
  }

  /**
   * Refuses a key in the folder whose people it hides: whoever may read the tables, or has a copy
   * of them, would have the key too.
   *
   * @param out the folder; need not exist, null for none
   */
  static void requireOutside(Path out, Path file) {
    if (out != null && OutputPlace.holds(out, file)) {
      throw new UserException(
          ExitCode.CONFIG, file + ": the key lies inside the output folder; move it elsewhere");
    }
  }

  private static byte[] checked(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          ExitCode.NO_INPUT, file + ": there is no such key file; without --key-file one is made");
    }
    requireOwnerOnly(file);
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (text.length() != 2 * Pseudonyms.KEY_BYTES || !text.matches("[0-9a-fA-F]+")) {
      throw new UserException(
          ExitCode.CONFIG, file + ": not a key; a key file holds 64 hex digits");
    }
    return HexFormat.of().parseHex(text);
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> wider = Files.getPosixFilePermissions(file);
    wider.removeAll(PosixFilePermissions.fromString("rwx------"));
    if (!wider.isEmpty()) {
      throw new UserException(
          ExitCode.RIGHTS, file + ": others may read this key; run chmod 600 on it");
    }
  }

  private static void create(Path file) throws IOException {
    OwnerOnly.createDirectories(file.getParent());
    byte[] key = new byte[Pseudonyms.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh = Files.createTempFile(file.getParent(), ".pseudonym", ".key");
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
      force(fresh, StandardOpenOption.WRITE);
      publish(fresh, file);
      force(file.getParent(), StandardOpenOption.READ);
    } catch (FileAlreadyExistsException another) {
      // Another first run at the same moment has made one, which is as good.
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Never over another key: a link, or where the disk knows none, a move that looks first. */
  private static void publish(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      throw another;
    } catch (UnsupportedOperationException | FileSystemException unlinked) {
      Files.move(fresh, file);
    }
  }

  /** Tables that outlive a power loss must not outlive the key of their pseudonyms. */
  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
