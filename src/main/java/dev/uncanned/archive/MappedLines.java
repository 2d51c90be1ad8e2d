package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a file into its lines, blank ones left out, and knows the place of each in bytes.
 *
 * <p>A line of more than {@link Budgets#CSV_RECORD_BYTES} is passed over without being held.
 */
final class MappedLines implements Closeable {

  private final InputStream in;
  private final boolean placed;
  private final byte[] buffer = new byte[1 << 16];
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean tooLong;
  private boolean blank;
  private int at;
  private int limit;
  private long base;
  private long start;
  private long end;

  /**
   * @param charset where no byte order mark says otherwise; null or empty: UTF-8 or the like
   */
  MappedLines(InputStream in, String charset) throws IOException {
    TextHead head = TextHead.of(in, charset);
    this.in = head.in();
    this.placed = head.placed();
    limit = head.bytes().length;
    System.arraycopy(head.bytes(), 0, buffer, 0, limit);
    at = head.mark();
  }

  /** Moves to the next line that is not blank; false at the end. */
  boolean next() throws IOException {
    do {
      if (!read()) {
        return false;
      }
    } while (blank);
    return true;
  }

  private boolean read() throws IOException {
    start = base + at;
    length = 0;
    tooLong = false;
    blank = true;
    boolean any = false;
    while (at < limit || fill()) {
      any = true;
      int from = at;
      while (at < limit && buffer[at] != '\n') {
        blank &= buffer[at] == ' ' || buffer[at] == '\t' || buffer[at] == '\r';
        at++;
      }
      keep(from, at);
      if (at < limit) {
        at++;
        break;
      }
    }
    end = base + at;
    return any;
  }

  private void keep(int from, int to) {
    int more = to - from;
    if (tooLong || length + more > Budgets.CSV_RECORD_BYTES) {
      tooLong = true;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(buffer, from, line, length, more);
    length += more;
  }

  private boolean fill() throws IOException {
    base += limit;
    at = 0;
    limit = Math.max(in.read(buffer, 0, buffer.length), 0);
    return limit > 0;
  }

  /** Whether the file is UTF-16; then lines come as UTF-8, and what was broken is no UTF-8. */
  boolean isWide() {
    return !placed;
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** The line without its end; its beginning only, if it is too long. */
  byte[] bytes() {
    return Arrays.copyOf(line, length);
  }

  /** First byte of the line in the file; -1 in UTF-16. */
  long start() {
    return placed ? start : -1;
  }

  /** Byte behind the line and its end; -1 in UTF-16. */
  long end() {
    return placed ? end : -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
