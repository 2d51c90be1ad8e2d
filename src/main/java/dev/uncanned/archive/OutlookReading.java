package dev.uncanned.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/** Reads one data file of Outlook and writes down all of it, line by line. */
final class OutlookReading {

  private OutlookReading() {}

  /**
   * Writes the folders, the items and, behind them, a last line.
   *
   * @param skip how many items to pass over
   * @throws IOException if the lines cannot be written
   */
  static void tell(FileChannel file, long skip, OutputStream out) throws IOException {
    OutlookLineWriter lines = new OutlookLineWriter(out);
    try {
      OutlookStore.read(file, skip, new Lines(lines));
      lines.write(OutlookLine.of(OutlookLine.Type.END));
    } catch (UnreadableException broken) {
      boolean limit = broken.reason() == Reason.OUTLOOK_LIMIT;
      lines.write(OutlookLine.failure(OutlookLine.Type.DAMAGED, broken.getMessage(), limit));
    }
  }

  /** Writes what is found. */
  private record Lines(OutlookLineWriter lines) implements OutlookStore.Listener {

    @Override
    public void folder(boolean sent, long items) throws IOException {
      lines.write(OutlookLine.folder(sent, items));
    }

    @Override
    public void unlisted() throws IOException {
      lines.write(OutlookLine.of(OutlookLine.Type.UNLISTED));
    }

    @Override
    public void planned() throws IOException {
      lines.write(OutlookLine.of(OutlookLine.Type.PLANNED));
    }

    @Override
    public void item(OutlookMail mail) throws IOException {
      lines.write(OutlookLine.item(mail));
    }

    @Override
    public void failed(String why, boolean limit) throws IOException {
      lines.write(OutlookLine.failure(OutlookLine.Type.FAILED, why, limit));
    }
  }
}
