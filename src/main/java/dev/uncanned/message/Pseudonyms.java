package dev.uncanned.message;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces people, and what could tell of them, by pseudonyms: the first 128 bits of HMAC-SHA-256.
 *
 * <p>Addresses can be guessed and a plain hash of them looked up; with a secret key they cannot.
 * The same key gives the same pseudonyms in every run. Not thread-safe: one for each task.
 *
 * <p>Source: RFC 2104, FIPS 198-1.
 */
public final class Pseudonyms implements Serializable {

  /** Length of the key in bytes: 256 bits. */
  public static final int KEY_BYTES = 32;

  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final int KEY_ID_BYTES = 4;

  /** The same few people write again and again; about 20 MB when full. */
  private static final int MAX_KNOWN = 100_000;

  private final byte[] key;
  private transient Mac mac;
  private transient Map<String, String> known;

  /**
   * @throws IllegalArgumentException if the key does not have {@value #KEY_BYTES} bytes
   */
  public Pseudonyms(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a pseudonym key has " + KEY_BYTES + " bytes");
    }
    this.key = key.clone();
    this.mac = mac(this.key);
    this.known = new HashMap<>();
  }

  /** The pseudonym of a person, 32 hex digits. */
  public String of(String person) {
    String pseudonym = known.get(person);
    if (pseudonym == null) {
      if (known.size() >= MAX_KNOWN) {
        known.clear();
      }
      pseudonym = made("person", person);
      known.put(person, pseudonym);
    }
    return pseudonym;
  }

  /** The pseudonym of a conversation, of whatever says which one it is, 32 hex digits. */
  public String ofThread(String conversation) {
    return made("thread", conversation);
  }

  /** The pseudonym of a subject, 32 hex digits. */
  public String ofSubject(String subject) {
    return made("subject", subject);
  }

  private String made(String kind, String what) {
    byte[] digest = mac.doFinal((kind + "|" + what).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, ID_BYTES);
  }

  /** A name for the key that does not give it away, 8 hex digits. */
  public String keyId() {
    byte[] digest = mac.doFinal("key id".getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, KEY_ID_BYTES);
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
    known = new HashMap<>();
  }
}
