package dev.uncanned.archive;

import org.apache.james.mime4j.codec.DecodeMonitor;

/**
 * Remembers whether bytes of a base64 or quoted-printable part could not be decoded.
 *
 * <p>Line ends and blanks that are not as the standards want them are no faults: mails that were
 * stored as files have them all. Decoding goes on behind a fault.
 */
final class DecodingFaults extends DecodeMonitor {

  private boolean seen;

  @Override
  public boolean warn(String error, String dropDesc) {
    seen |=
        error.startsWith("Unexpected base64")
            || error.startsWith("Unexpected end of BASE64")
            || error.startsWith("Unexpected padding")
            || error.startsWith("Unexpected ==")
            || error.startsWith("Malformed encoded");
    return false;
  }

  boolean seen() {
    return seen;
  }
}
