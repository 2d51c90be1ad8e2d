package dev.uncanned.cluster;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The kept state of the clusters cannot be used: it is damaged, was made by other rules, or does
 * not fit together.
 *
 * <p>The message is one line for the person who runs the program; it names the segment, never a
 * message or a person. Nothing has been written when this is thrown.
 */
public final class StateException extends IOException {

  private static final long serialVersionUID = 1L;

  private StateException(String message) {
    super(message);
  }

  static StateException damaged(Path segment, String what) {
    return new StateException(
        "state segment "
            + segment.getFileName()
            + " is damaged ("
            + what
            + "); restore it from a backup, or go back to an earlier generation");
  }

  static StateException mixed(Path segment, String differences) {
    return new StateException(
        "state segment "
            + segment.getFileName()
            + " was made by other rules ("
            + differences
            + "); rebuild the state or use the former settings");
  }

  static StateException newer(Path segment) {
    return new StateException(
        "state segment "
            + segment.getFileName()
            + " is of a newer program; update the program, or go back with its rollback");
  }

  static StateException unordered(String what) {
    return new StateException("the state does not fit together: " + what);
  }
}
