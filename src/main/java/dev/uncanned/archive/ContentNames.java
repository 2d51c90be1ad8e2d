package dev.uncanned.archive;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Gives many pieces of content, one after another, the names that {@link ContentHash} gives them.
 *
 * <p>Keeps one digest and one buffer, since making them costs more than hashing a short text. Not
 * thread-safe: one for each task; a copy made by serialisation has a digest of its own.
 */
public final class ContentNames implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Longer texts are rare and must not keep a large buffer alive. */
  private static final int MAX_CHARS = 1 << 16;

  private static final int FRAME_BYTES = 5;
  private static final int NAME_BYTES = 16;
  private static final int DIGEST_BYTES = 32;
  private static final int ASCII_END = 0x80;

  private transient MessageDigest digest;
  private transient byte[] buffer;
  private transient byte[] hash;

  /** The name of a sequence of texts, as {@link ContentHash#of}; null is a text of its own. */
  public String of(String... parts) {
    prepare(0);
    for (String part : parts) {
      if (part == null) {
        digest.update((byte) 0);
      } else {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        frame(bytes.length);
        digest.update(buffer, 0, FRAME_BYTES);
        digest.update(bytes);
      }
    }
    return name();
  }

  /** The name of {@link CollapsedText} of a text. */
  public String ofCollapsed(String text) {
    if (text.length() > MAX_CHARS) {
      return ContentHash.of(CollapsedText.of(text));
    }
    prepare(FRAME_BYTES + text.length());
    int end = collapse(text);
    if (end < 0) {
      return of(CollapsedText.of(text));
    }
    frame(end - FRAME_BYTES);
    digest.update(buffer, 0, end);
    return name();
  }

  /**
   * The name of {@link CollapsedText} of a text of which some bytes could not be decoded: two such
   * texts may look the same and be different.
   *
   * @param raw a hash of its bytes; null if all could be decoded
   */
  public String ofCollapsed(String text, String raw) {
    return raw == null ? ofCollapsed(text) : of(CollapsedText.of(text), raw);
  }

  /** Writes the collapsed text behind the frame; -1 if it is not ASCII. */
  private int collapse(String text) {
    byte[] out = buffer;
    int end = FRAME_BYTES;
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII_END) {
        return -1;
      }
      if (c > ' ' || !CollapsedText.isBlank(c)) {
        if (pending) {
          out[end++] = ' ';
          pending = false;
        }
        out[end++] = (byte) c;
      } else {
        pending = end > FRAME_BYTES;
      }
    }
    return end;
  }

  private void prepare(int room) {
    if (digest == null) {
      digest = ContentHash.digest();
      hash = new byte[DIGEST_BYTES];
      buffer = new byte[1 << 11];
    }
    if (buffer.length < room) {
      buffer = new byte[Math.max(room, 2 * buffer.length)];
    }
  }

  private void frame(int length) {
    buffer[0] = 1;
    buffer[1] = (byte) (length >>> 24);
    buffer[2] = (byte) (length >>> 16);
    buffer[3] = (byte) (length >>> 8);
    buffer[4] = (byte) length;
  }

  private String name() {
    try {
      digest.digest(hash, 0, DIGEST_BYTES);
    } catch (DigestException impossible) {
      throw new IllegalStateException("SHA-256 has " + DIGEST_BYTES + " bytes", impossible);
    }
    return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
  }
}
