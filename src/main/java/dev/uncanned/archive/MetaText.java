package dev.uncanned.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Repairs the texts in exports of Facebook and Instagram, which write each byte of UTF-8 as a
 * character of its own: {@code \u00c5\u0082} for ł.
 */
final class MetaText {

  private static final int ASCII_END = 0x80;
  private static final int BYTE_END = 0x100;

  private MetaText() {}

  /** The text that was meant; the same text where it is not bytes of valid UTF-8. */
  static String repaired(String text) {
    if (text == null) {
      return null;
    }
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= BYTE_END) {
        return text;
      }
      plain &= c < ASCII_END;
    }
    if (plain) {
      return text;
    }
    try {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notBytes) {
      return text;
    }
  }
}
