package dev.uncanned.store;

import java.util.List;

/** The generation that was asked for is not kept, or its manifest is damaged. */
public final class NoSuchGenerationException extends Exception {

  private static final long serialVersionUID = 1L;

  NoSuchGenerationException(long wanted, List<Long> kept) {
    super("generation " + wanted + " is not kept; there are " + kept);
  }
}
