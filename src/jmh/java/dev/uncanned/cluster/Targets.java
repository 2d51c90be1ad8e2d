package dev.uncanned.cluster;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures, and counts those that miss what they are to reach. */
public final class Targets {

  private final PrintStream out;
  private int missed;

  public Targets(PrintStream out) {
    this.out = out;
  }

  /** A figure that has to reach a value. */
  public void atLeast(String what, double value, double least) {
    boolean reached = value >= least;
    missed += reached ? 0 : 1;
    String mark = reached ? "" : " MISSED";
    out.printf(Locale.ROOT, "%-60s %.5f, to be at least %.3f%s%n", what, value, least, mark);
  }

  /** A line of several figures, formatted as by {@link String#format}, that reach theirs or not. */
  public void row(boolean reached, String format, Object... values) {
    missed += reached ? 0 : 1;
    say(format + (reached ? "" : " MISSED"), values);
  }

  /** A line without a target, formatted as by {@link String#format}. */
  public void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  /** Says how many figures have missed their target; 0 if none, else 1, to exit with. */
  public int end() {
    say(missed == 0 ? "targets reached" : missed + " targets missed");
    return missed == 0 ? 0 : 1;
  }
}
