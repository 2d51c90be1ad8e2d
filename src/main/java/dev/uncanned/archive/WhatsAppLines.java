package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text file, one at a time; of a line that is too long only the beginning is kept.
 */
final class WhatsAppLines implements Closeable {

  /** More than the longest text, so that what is cut of a message is seen and flagged later. */
  static final int MAX_CHARS = ChatMessage.MAX_CHARS + (1 << 12);

  private static final int BUFFER = 1 << 13;

  private final TailReader in;
  private final char[] buffer = new char[BUFFER];
  private final StringBuilder line = new StringBuilder();
  private String head;
  private int at;
  private int end;
  private boolean afterReturn;

  WhatsAppLines(Reader in) {
    this.in = new TailReader(in);
  }

  /** The next line without its end; null behind the last one. */
  String next() throws IOException {
    line.setLength(0);
    boolean any = false;
    while (fill()) {
      if (afterReturn && buffer[at] == '\n') {
        at++;
        afterReturn = false;
        continue;
      }
      afterReturn = false;
      any |= keep();
      if (at < end) {
        afterReturn = buffer[at++] == '\r';
        return line.toString();
      }
    }
    return any ? line.toString() : null;
  }

  /** Takes what belongs to the line out of the buffer; whether that is anything. */
  private boolean keep() {
    int start = at;
    while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
      at++;
    }
    line.append(buffer, start, Math.min(at - start, MAX_CHARS - line.length()));
    return at > start;
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(in.read(buffer), 0);
      if (head == null || head.length() < Rejected.SAMPLE_BYTES) {
        head = in.sample(0, Rejected.SAMPLE_BYTES);
      }
    }
    return end > 0;
  }

  /** The beginning of the file, for the quarantine; null before anything is read. */
  String sample() {
    return head;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
