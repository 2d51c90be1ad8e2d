package dev.uncanned.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock that lets one run at a time write to an output folder.
 *
 * <p>The operating system frees it when the process ends, however it ends, so there are no stale
 * locks; the file itself stays.
 */
public final class StoreLock implements AutoCloseable {

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws StoreBusyException if another run holds it
   */
  static StoreLock take(Path file) throws IOException, StoreBusyException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      channel.close();
      throw new StoreBusyException();
    }
    if (lock == null) {
      channel.close();
      throw new StoreBusyException();
    }
    return new StoreLock(channel);
  }

  void requireHeld() {
    if (!channel.isOpen()) {
      throw new IllegalStateException("the lock of the output folder is not held");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
