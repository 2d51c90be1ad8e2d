package dev.uncanned.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ids of an export, worked out once more by whoever has the key. */
final class ExportIds {

  private final byte[] key;

  ExportIds(byte[] secret, String label) throws GeneralSecurityException {
    key = hmac(secret, "uncanned export|" + label + "\u0001");
  }

  String of(String kind, String id) throws GeneralSecurityException {
    return HexFormat.of().formatHex(hmac(key, kind + "|" + id)).substring(0, 32);
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
