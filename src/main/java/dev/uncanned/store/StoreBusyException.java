package dev.uncanned.store;

/** Another run holds the output folder; trying again later may work. */
public final class StoreBusyException extends Exception {

  private static final long serialVersionUID = 1L;

  StoreBusyException() {
    super("another run is writing to the output folder");
  }
}
