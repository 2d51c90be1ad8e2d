package dev.uncanned.export;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * New ids for one release: the first 128 bits of HMAC-SHA-256 under a key of its own.
 *
 * <p>The same pseudonym key and label give the same ids. Without the key nothing leads from one
 * label to the other, nor back to the published tables. Not thread-safe: one for each task.
 *
 * <p>The key is derived as by the expanding step of HKDF. Source: RFC 2104, RFC 5869 section 2.3.
 */
final class FreshIds implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "uncanned export|";
  private static final int ID_BYTES = 16;

  /** What an id stands for; the same source id gives other ids for other kinds. */
  enum Kind {
    MESSAGE,
    THREAD,
    DYAD,
    PERSON,
    TEAM,
    ARCHIVE,
    CLUSTER,
    CAMPAIGN,
    /** No id: draws the shift of an account's days. */
    ACCOUNT_SHIFT,
    /** No id: draws the shift of a conversation's days. */
    THREAD_SHIFT
  }

  private final byte[] key;
  private transient Mac mac;

  /**
   * @param secret the pseudonym key
   * @param label the release
   */
  FreshIds(byte[] secret, String label) {
    Mac whole = mac(secret);
    whole.update((PURPOSE + label).getBytes(StandardCharsets.UTF_8));
    this.key = whole.doFinal(new byte[] {1});
    this.mac = mac(key);
  }

  /** The new id, 32 hex digits; null for null. */
  String of(Kind kind, String id) {
    return id == null ? null : HexFormat.of().formatHex(digest(kind, id), 0, ID_BYTES);
  }

  /** A number that is as good as drawn by chance from all of its type; null for null. */
  Long number(Kind kind, String id) {
    return id == null ? null : ByteBuffer.wrap(digest(kind, id)).getLong();
  }

  private byte[] digest(Kind kind, String id) {
    String what = kind.name().toLowerCase(Locale.ROOT) + "|" + id;
    return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    mac = mac(key);
  }
}
