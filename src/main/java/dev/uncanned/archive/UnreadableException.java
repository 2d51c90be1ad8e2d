package dev.uncanned.archive;

import java.io.IOException;

/** Says that a whole file cannot, or must not, be read on; the reason is one of the fixed ones. */
final class UnreadableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * @param detail fixed words and numbers only
   */
  UnreadableException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
