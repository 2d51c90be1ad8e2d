package dev.uncanned.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells where an exception came from without what it says: messages of libraries quote the data
 * that they are about, which may be other people's mail. Messages of the program itself never do.
 */
final class SafeTrace {

  private static final String OWN = "dev.uncanned.";
  private static final int MAX_CAUSES = 20;

  private SafeTrace() {}

  static List<String> lines(Throwable failure) {
    List<String> lines = new ArrayList<>();
    Set<Throwable> seen = new HashSet<>();
    Throwable cause = failure;
    while (cause != null && seen.size() < MAX_CAUSES && seen.add(cause)) {
      lines.add((cause == failure ? "" : "caused by ") + title(cause));
      for (StackTraceElement frame : cause.getStackTrace()) {
        lines.add("\tat " + frame);
      }
      cause = cause.getCause();
    }
    return lines;
  }

  private static String title(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    boolean own = frames.length > 0 && frames[0].getClassName().startsWith(OWN);
    String name = failure.getClass().getName();
    // The message of a wrapper repeats that of what it wraps.
    return own && failure.getCause() == null ? name + ": " + failure.getMessage() : name;
  }
}
