package dev.uncanned.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/**
 * Prints where an exception came from without what it says: messages of libraries quote the data
 * that they are about, which may be other people's mail. Messages of the program itself never do.
 */
final class SafeTrace {

  private static final String OWN = "dev.uncanned.";
  private static final int MAX_CAUSES = 20;

  private SafeTrace() {}

  static void print(Throwable failure, PrintWriter out) {
    Set<Throwable> seen = new HashSet<>();
    Throwable cause = failure;
    while (cause != null && seen.size() < MAX_CAUSES && seen.add(cause)) {
      out.println((cause == failure ? "" : "caused by ") + title(cause));
      for (StackTraceElement frame : cause.getStackTrace()) {
        out.println("\tat " + frame);
      }
      cause = cause.getCause();
    }
  }

  private static String title(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    boolean own = frames.length > 0 && frames[0].getClassName().startsWith(OWN);
    String name = failure.getClass().getName();
    // The message of a wrapper repeats that of what it wraps.
    return own && failure.getCause() == null ? name + ": " + failure.getMessage() : name;
  }
}
