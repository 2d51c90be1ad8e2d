package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Turns UTF-16, as spreadsheet programs write it, into the UTF-8 that the CSV reader reads.
 *
 * <p>What is no UTF-16, such as half of a pair, becomes a byte that is no UTF-8 either, so that the
 * reader sees and flags it.
 */
final class Utf16Input extends InputStream {

  private static final int CHUNK = 1 << 15;

  /** Stands for broken input on the way; Unicode says that no text holds it. */
  private static final char BROKEN = '\uFFFF';

  private final Reader reader;
  private final char[] chars = new char[CHUNK + 1];
  private int held;
  private byte[] bytes = new byte[0];
  private int at;
  private boolean done;

  private Utf16Input(Reader reader) {
    this.reader = reader;
  }

  /**
   * A stream over {@code head} and {@code rest}; null if this is no UTF-16.
   *
   * @param charset what the text is in if no byte order mark opens it; may be null
   */
  static Utf16Input of(byte[] head, InputStream rest, String charset) {
    Charset wide = charset(head, charset);
    if (wide == null) {
      return null;
    }
    int mark = hasMark(head) ? 2 : 0;
    InputStream text =
        new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), rest);
    CharsetDecoder decoder =
        wide.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(BROKEN));
    return new Utf16Input(new InputStreamReader(text, decoder));
  }

  private static boolean hasMark(byte[] head) {
    return head.length >= 2
        && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
            || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
  }

  /** The kind of UTF-16 that a byte order mark, or else a name, means; null if none. */
  static Charset charset(byte[] head, String name) {
    if (hasMark(head)) {
      return head[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("utf-16")) {
      return null;
    }
    return lower.equals("utf-16be") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  @Override
  public int read() throws IOException {
    return refill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!refill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, n);
    at += n;
    return n;
  }

  private boolean refill() throws IOException {
    while (at == bytes.length && !done) {
      int n = reader.read(chars, held, CHUNK - held);
      done = n < 0;
      int end = held + Math.max(n, 0);
      // A pair must not be cut in two, or both halves would be replaced.
      boolean half = !done && end > 0 && Character.isHighSurrogate(chars[end - 1]);
      int whole = half ? end - 1 : end;
      bytes = utf8(new String(chars, 0, whole));
      at = 0;
      held = end - whole;
      if (half) {
        chars[0] = chars[whole];
      }
    }
    return at < bytes.length;
  }

  private static byte[] utf8(String text) {
    if (text.indexOf(BROKEN) < 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = 0;
    for (int at = text.indexOf(BROKEN); at >= 0; at = text.indexOf(BROKEN, from)) {
      out.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
      out.write(0xFF);
      from = at + 1;
    }
    out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
