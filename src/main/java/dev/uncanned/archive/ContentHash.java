package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a piece of content by a hash of it: the first 128 bits of SHA-256, as 32 hex digits.
 *
 * <p>Two equal names mean equal content for all practical purposes (birthday bound 2^64).
 */
public final class ContentHash {

  private static final int NAME_BYTES = 16;

  private ContentHash() {}

  /** The name of a sequence of texts; null counts as a text of its own, order matters. */
  public static String of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      if (part == null) {
        digest.update((byte) 0);
      } else {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) 1);
        digest.update(lengthOf(bytes));
        digest.update(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
  }

  /** SHA-256 of bytes as 64 hex digits. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static byte[] lengthOf(byte[] bytes) {
    int n = bytes.length;
    return new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n};
  }

  /** A fresh SHA-256, for content that is not at hand as a whole. */
  static MessageDigest digest() {
    return sha256();
  }

  /** The first 64 bits, as 16 hex digits, of the name of a sequence of texts: for few things. */
  static String shortOf(String... parts) {
    return of(parts).substring(0, NAME_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
