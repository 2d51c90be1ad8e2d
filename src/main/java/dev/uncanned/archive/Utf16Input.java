package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns UTF-16, as spreadsheet programs write it, into the UTF-8 that the CSV reader reads. */
final class Utf16Input extends InputStream {

  private static final int CHUNK = 1 << 15;

  private final Reader reader;
  private final char[] chars = new char[CHUNK + 1];
  private int held;
  private byte[] bytes = new byte[0];
  private int at;
  private boolean done;

  private Utf16Input(Reader reader) {
    this.reader = reader;
  }

  /** A stream over {@code head} and {@code rest}; null if no UTF-16 byte order mark opens it. */
  static Utf16Input of(byte[] head, InputStream rest) {
    if (head.length < 2) {
      return null;
    }
    Charset charset = null;
    if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      charset = StandardCharsets.UTF_16BE;
    } else if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      charset = StandardCharsets.UTF_16LE;
    }
    if (charset == null) {
      return null;
    }
    InputStream text =
        new SequenceInputStream(new ByteArrayInputStream(head, 2, head.length - 2), rest);
    return new Utf16Input(new InputStreamReader(text, charset));
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
      bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
      at = 0;
      held = end - whole;
      if (half) {
        chars[0] = chars[whole];
      }
    }
    return at < bytes.length;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
