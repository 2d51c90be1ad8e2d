package dev.uncanned.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Decodes the encoded words of RFC 2047 in a header, such as {@code =?utf-8?Q?caf=C3=A9?=}.
 *
 * <p>Own code since mime4j's decoder takes quadratic time on a header full of {@code =?} and knows
 * no wrong charset labels. Linear time; never throws. Neighbouring words of one charset are joined
 * before they are decoded, since mailers split characters; blanks between words vanish. What is no
 * encoded word stays as it is.
 */
final class EncodedWords {

  private static final int MAX_CHARSET = 60;

  private EncodedWords() {}

  /** The text with its encoded words decoded; null for null. */
  static String decode(String text) {
    if (text == null || !text.contains("=?")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    String charset = null;
    int at = 0;
    int end = text.lastIndexOf("?=");
    while (at < text.length()) {
      Word word = text.startsWith("=?", at) && at < end ? wordAt(text, at) : null;
      if (word != null) {
        if (charset != null && !charset.equals(word.charset())) {
          flush(pending, charset, out);
        }
        charset = word.charset();
        pending.writeBytes(word.bytes());
        at = word.end();
        int behind = skipBlanks(text, at);
        if (text.startsWith("=?", behind) && behind < end && wordAt(text, behind) != null) {
          at = behind;
        }
      } else {
        if (charset != null) {
          flush(pending, charset, out);
          charset = null;
        }
        out.append(text.charAt(at));
        at++;
      }
    }
    if (charset != null) {
      flush(pending, charset, out);
    }
    return out.toString();
  }

  private record Word(String charset, byte[] bytes, int end) {}

  /** The encoded word that starts here, or null. */
  private static Word wordAt(String text, int start) {
    int charsetEnd = indexOf(text, '?', start + 2, start + 2 + MAX_CHARSET);
    if (charsetEnd <= start + 2 || charsetEnd + 2 >= text.length()) {
      return null;
    }
    char encoding = Character.toUpperCase(text.charAt(charsetEnd + 1));
    if (text.charAt(charsetEnd + 2) != '?' || (encoding != 'Q' && encoding != 'B')) {
      return null;
    }
    int from = charsetEnd + 3;
    int to = text.indexOf("?=", from);
    if (to < 0) {
      return null;
    }
    String charset = text.substring(start + 2, charsetEnd).toLowerCase(Locale.ROOT);
    int language = charset.indexOf('*');
    String coded = text.substring(from, to);
    byte[] bytes = encoding == 'Q' ? quoted(coded) : base64(coded);
    return new Word(language < 0 ? charset : charset.substring(0, language), bytes, to + 2);
  }

  private static int indexOf(String text, char c, int from, int to) {
    for (int i = from; i < Math.min(to, text.length()); i++) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static void flush(ByteArrayOutputStream bytes, String charset, StringBuilder out) {
    out.append(MailCharsets.decode(bytes.toByteArray(), charset).text());
    bytes.reset();
  }

  private static byte[] quoted(String coded) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(coded.length());
    for (int i = 0; i < coded.length(); i++) {
      char c = coded.charAt(i);
      int high = c == '=' && i + 2 < coded.length() ? Character.digit(coded.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(coded.charAt(i + 2), 16);
      if (c == '_') {
        out.write(' ');
      } else if (low >= 0) {
        out.write((high << 4) | low);
        i += 2;
      } else {
        String raw = Character.toString(coded.codePointAt(i));
        out.writeBytes(raw.getBytes(StandardCharsets.UTF_8));
        i += raw.length() - 1;
      }
    }
    return out.toByteArray();
  }

  /** Base64 with everything foreign to the alphabet dropped, padding or not. */
  private static byte[] base64(String coded) {
    StringBuilder clean = new StringBuilder(coded.length());
    for (int i = 0; i < coded.length(); i++) {
      char c = coded.charAt(i);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '+'
          || c == '/') {
        clean.append(c);
      }
    }
    if (clean.length() % 4 == 1) {
      clean.setLength(clean.length() - 1);
    }
    return Base64.getDecoder().decode(clean.toString());
  }
}
