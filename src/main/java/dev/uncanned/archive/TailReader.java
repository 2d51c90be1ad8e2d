package dev.uncanned.archive;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Remembers the last {@value #TAIL} characters that were read, so that a record that turns out to
 * be broken can still be shown.
 */
final class TailReader extends Reader {

  /** More than a record and what readers take ahead of it; what is longer is shown not at all. */
  private static final int TAIL = 1 << 16;

  private final Reader in;
  private final char[] tail = new char[TAIL];
  private long end;

  /** Reads from {@code in}, which is closed with this. */
  TailReader(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int n = in.read(target, offset, length);
    for (int done = Math.max(0, n - TAIL); done < n; ) {
      int at = (int) ((end + done) % TAIL);
      int some = Math.min(n - done, TAIL - at);
      System.arraycopy(target, offset + done, tail, at, some);
      done += some;
    }
    end += Math.max(n, 0);
    return n;
  }

  /**
   * The beginning of a stretch as {@link Rejected#raw_sample} holds it, in UTF-8; null if it is
   * remembered no more.
   *
   * @param from ordinal of its first character, from 0
   * @param to ordinal of the character behind it; what is not yet read is left out
   */
  String sample(long from, long to) {
    if (from < 0 || from < end - TAIL) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    long last = Math.min(Math.min(to, end), from + Rejected.SAMPLE_BYTES);
    for (long at = from; at < last; at++) {
      text.append(tail[(int) (at % TAIL)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Rejected.sample(bytes, 0, bytes.length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
