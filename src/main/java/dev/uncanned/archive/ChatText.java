package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the texts of all chat exports have in common: how they are decoded and what time means. */
final class ChatText {

  /** What bytes become that are no character. */
  static final char REPLACED = '\uFFFD';

  private static final int BOM_BYTES = 3;
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MAX_NAME = 200;

  private ChatText() {}

  /**
   * Decodes UTF-8, or UTF-16 with its mark; what is invalid becomes U+FFFD, the mark is left out.
   */
  static Reader decoded(InputStream in) throws IOException {
    byte[] head = in.readNBytes(BOM_BYTES);
    boolean marked = starts(head, 0xEF, 0xBB, 0xBF);
    boolean big = starts(head, 0xFE, 0xFF);
    boolean wide = big || starts(head, 0xFF, 0xFE);
    int mark = marked ? BOM_BYTES : wide ? 2 : 0;
    Charset charset =
        big ? StandardCharsets.UTF_16BE : wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    return new InputStreamReader(
        new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), in),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** A time that a message can have been sent at; null for others, as for null. */
  static Instant plausible(Instant at) {
    return at == null || at.isBefore(EARLIEST) || !at.isBefore(LATEST) ? null : at;
  }

  /** A person of a display name, its parts told apart where they are plain, and an address. */
  static Contact person(String name, String url, String email) {
    String shown = name == null ? null : CollapsedText.of(name);
    if (shown == null || shown.isEmpty() || shown.length() > MAX_NAME) {
      return Contact.of(null, url, email);
    }
    Contact named = DisplayName.contact(shown, email);
    return new Contact(shown, url, email, named.first_name(), named.last_name(), null, null);
  }

  /** Resolves the three escapes that chat programs write: {@code &amp; &lt; &gt;}. */
  static String unescaped(String text) {
    int mark = text.indexOf('&');
    if (mark < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (mark >= 0) {
      char meant = meant(text, mark);
      if (meant != 0) {
        out.append(text, done, mark).append(meant);
        done = text.indexOf(';', mark) + 1;
      }
      mark = text.indexOf('&', Math.max(done, mark + 1));
    }
    return out.append(text, done, text.length()).toString();
  }

  private static char meant(String text, int at) {
    if (text.startsWith("&amp;", at)) {
      return '&';
    }
    if (text.startsWith("&lt;", at)) {
      return '<';
    }
    return text.startsWith("&gt;", at) ? '>' : 0;
  }
}
