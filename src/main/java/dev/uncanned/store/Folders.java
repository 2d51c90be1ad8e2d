package dev.uncanned.store;

import java.io.IOException;
import java.nio.file.Path;

/** What is done to files and folders of this machine outside the publish protocol. */
public final class Folders {

  private Folders() {}

  /** Hash of a file's bytes, 64 hex digits. */
  public static String sha256(Path file) throws IOException {
    return new FileTree(new LocalDisk()).sha256(file);
  }

  /** Deletes a folder with all that is in it; links are deleted, not followed. */
  public static void delete(Path folder) throws IOException {
    new FileTree(new LocalDisk()).delete(folder);
  }

  /** Writes a folder with all that is in it to the disk, which tells what it could not keep. */
  public static void force(Path folder) throws IOException {
    new FileTree(new LocalDisk()).force(folder);
  }
}
