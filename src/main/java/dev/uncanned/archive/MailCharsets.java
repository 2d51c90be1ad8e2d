package dev.uncanned.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decodes the bytes of a mail although their declared charset may be absent, unknown or wrong.
 *
 * <p>Order: what is valid UTF-8 where the label is one of the names that mean "Western" or nothing;
 * the declared charset if the bytes are valid in it; UTF-8 if valid; a declared or assumed UTF-8
 * (or other multi-byte charset) with single broken bytes, which become U+FFFD; windows-1252. The
 * labels ISO-8859-1 and US-ASCII mean windows-1252 as in the WHATWG Encoding Standard. UTF-7 and
 * EBCDIC are never decoded: they hide text from everything that looks at bytes. UTF-16 is decoded
 * where the bytes are not plain ASCII.
 */
final class MailCharsets {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Set<String> WESTERN_LABELS =
      Set.of(
          "us-ascii",
          "ascii",
          "iso-8859-1",
          "iso8859-1",
          "latin1",
          "windows-1252",
          "cp1252",
          "ansi_x3.4-1968");
  private static final byte[] ASCII_LETTERS = {'a', 'Z', '<'};
  private static final char REPLACEMENT = '\uFFFD';

  /** By lower-case name and alias, since Charset.forName searches for long where there is none. */
  private static final Map<String, Charset> KNOWN = known();

  private MailCharsets() {}

  /**
   * A decoded text.
   *
   * @param replaced whether bytes of it had to become U+FFFD
   * @param mislabelled whether it was read in another charset than the one it is said to be in
   */
  record Decoded(String text, boolean replaced, boolean mislabelled) {}

  /** Decodes bytes; {@code declared} may be null or nonsense. */
  static Decoded decode(byte[] bytes, String declared) {
    String label = declared == null ? "" : declared.trim().toLowerCase(Locale.ROOT);
    boolean western = label.isEmpty() || WESTERN_LABELS.contains(label);
    boolean ascii = isAscii(bytes);
    if (ascii && (western || label.equals("utf-8"))) {
      return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), false, false);
    }
    Charset charset = western ? null : charset(label, bytes, ascii);
    String text = charset == null ? null : strict(bytes, charset);
    boolean mislabelled = text == null && !label.isEmpty();
    if (text == null && charset != StandardCharsets.UTF_8) {
      text = strict(bytes, StandardCharsets.UTF_8);
    }
    return text == null
        ? repaired(bytes, charset, label, western)
        : new Decoded(text, false, mislabelled);
  }

  private static Decoded repaired(byte[] bytes, Charset charset, String label, boolean western) {
    if (charset != null || label.isEmpty()) {
      String text = new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
      if (isMostlyRight(text)) {
        return new Decoded(text, true, false);
      }
    }
    String text = new String(bytes, WESTERN);
    return new Decoded(text, text.indexOf(REPLACEMENT) >= 0, !western);
  }

  /** A few broken bytes, as where a text was cut, against more that came out as letters. */
  private static boolean isMostlyRight(String text) {
    int wrong = 0;
    int right = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == REPLACEMENT) {
        wrong++;
      } else if (text.charAt(i) >= 0x80) {
        right++;
      }
    }
    return right > wrong;
  }

  private static String strict(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException invalid) {
      return null;
    }
  }

  /**
   * The charset of a lower-case label; null if there is none, or none that these bytes can be in.
   */
  private static Charset charset(String label, byte[] bytes, boolean ascii) {
    String name = label.endsWith("-i") ? label.substring(0, label.length() - 2) : label;
    if (name.contains("utf-7") || name.contains("utf7")) {
      return null;
    }
    Charset charset =
        switch (name) {
          case "gb2312", "gbk" -> KNOWN.get("gb18030");
          case "shift_jis", "shift-jis" -> KNOWN.get("windows-31j");
          case "iso-8859-9" -> KNOWN.get("windows-1254");
          default -> KNOWN.get(name);
        };
    if (charset == null || charset == StandardCharsets.UTF_8 || holdsAscii(charset)) {
      return charset;
    }
    // Of what is left, mails are in UTF-16 and UTF-32 only, where English has a zero in each
    // letter.
    boolean wide = name.contains("utf-16") || name.contains("utf-32") || name.contains("utf16");
    return wide && (!ascii || hasNul(bytes)) ? charset : null;
  }

  /** Whether ASCII means itself, as it does not in EBCDIC. */
  private static boolean holdsAscii(Charset charset) {
    return new String(ASCII_LETTERS, charset).equals("aZ<");
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Charset> known() {
    Map<String, Charset> known = new HashMap<>();
    for (Charset charset : Charset.availableCharsets().values()) {
      known.put(charset.name().toLowerCase(Locale.ROOT), charset);
      charset.aliases().forEach(alias -> known.put(alias.toLowerCase(Locale.ROOT), charset));
    }
    return known;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
