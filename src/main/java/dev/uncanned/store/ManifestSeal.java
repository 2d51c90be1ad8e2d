package dev.uncanned.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The hash that a manifest carries of itself: of all its bytes, with the 64 digits of the hash as
 * zeros. It is the last field, so that a manifest cut short has none.
 */
final class ManifestSeal {

  private static final String BLANK = "0".repeat(64);
  private static final String FIELD = "\"sha256\" : \"";

  private ManifestSeal() {}

  /** The manifest as it is written to be sealed. */
  static Manifest blank(Manifest open) {
    return new Manifest(
        open.format_version(),
        open.generation(),
        open.parent_generation(),
        open.rollback_of(),
        open.run_id(),
        open.run_folder(),
        open.request_key(),
        open.as_of(),
        open.code_version(),
        open.metric_version(),
        open.key_id(),
        open.config_digest(),
        open.inputs(),
        open.checks(),
        open.tables(),
        open.files(),
        open.state(),
        BLANK);
  }

  /** Fills in the hash of a manifest that was written with {@link #BLANK} in its last field. */
  static byte[] sealed(byte[] blank) {
    String text = new String(blank, StandardCharsets.ISO_8859_1);
    int at = place(text);
    if (at < 0 || !text.startsWith(BLANK, at)) {
      throw new IllegalStateException("a manifest without a place for its hash");
    }
    return replaced(text, at, hash(blank)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether the hash is there and right. */
  static boolean holds(byte[] manifest) {
    String text = new String(manifest, StandardCharsets.ISO_8859_1);
    int at = place(text);
    if (at < 0 || at + BLANK.length() > text.length()) {
      return false;
    }
    byte[] blank = replaced(text, at, BLANK).getBytes(StandardCharsets.ISO_8859_1);
    return text.startsWith(hash(blank), at);
  }

  private static int place(String text) {
    int field = text.lastIndexOf(FIELD);
    return field < 0 ? -1 : field + FIELD.length();
  }

  private static String replaced(String text, int at, String digits) {
    return text.substring(0, at) + digits + text.substring(at + BLANK.length());
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(FileTree.newSha256().digest(bytes));
  }
}
