package dev.uncanned.store;

import java.io.IOException;

/** The output folder was written by a newer program, in a layout that this one does not know. */
public final class StoreNewerException extends IOException {

  private static final long serialVersionUID = 1L;

  StoreNewerException(String version) {
    super("the folder has the layout " + version + ", this program knows " + Store.FORMAT_VERSION);
  }
}
