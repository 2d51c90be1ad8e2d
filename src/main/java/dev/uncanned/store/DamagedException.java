package dev.uncanned.store;

import java.io.IOException;

/** A published file is missing or not as it was published. */
public final class DamagedException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }
}
