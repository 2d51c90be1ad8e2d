package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that has written given bytes, and then has ended or hangs. */
final class OutlookFakeProcess extends Process {

  private final CountDownLatch end = new CountDownLatch(1);
  private final ByteArrayInputStream written;
  private final boolean hanging;

  OutlookFakeProcess(byte[] written, boolean hanging) {
    this.written = new ByteArrayInputStream(written);
    this.hanging = hanging;
    if (!hanging) {
      end.countDown();
    }
  }

  /** What the real process would write, in this JVM. */
  static Process inside(Path file, long skip) throws IOException {
    return new OutlookFakeProcess(linesOf(file, skip), false);
  }

  static byte[] linesOf(Path file, long skip) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FileChannel channel = FileChannel.open(file)) {
      OutlookReading.tell(channel, skip, out);
    }
    return out.toByteArray();
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() {
        int b = written.read();
        if (b < 0 && hanging) {
          await();
        }
        return b;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        int n = written.read(target, offset, length);
        if (n < 0 && hanging) {
          await();
        }
        return n;
      }
    };
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    return end.await(timeout, unit);
  }

  @Override
  public int waitFor() throws InterruptedException {
    end.await();
    return 0;
  }

  @Override
  public void destroy() {
    end.countDown();
  }

  @Override
  public Process destroyForcibly() {
    destroy();
    return this;
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int exitValue() {
    return 0;
  }
}
