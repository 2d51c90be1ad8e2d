package dev.uncanned.report;

import dev.uncanned.report.AnalystSource.ReachCell;
import dev.uncanned.report.AnalystSource.SimilarCell;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Says what share of first messages would be mass sends if a limit were another. */
final class Sensitivity {

  private static final List<Integer> REACHES = List.of(2, 3, 5, 8, 10, 15, 20, 30, 50, 100);
  private static final int BULK = 20;
  private static final int MASS = 100;
  private static final int REPEATED = 3;
  private static final int FIRST_STEP = 8;

  private Sensitivity() {}

  /**
   * By the number of recipients that makes a mass send.
   *
   * @param inForce that of the run; there the share is the published one
   */
  static Bars byReach(List<ReachCell> cells, int inForce) {
    TreeSet<Integer> reaches = new TreeSet<>(REACHES);
    reaches.add(inForce);
    long known = cells.stream().mapToLong(ReachCell::n).sum();
    List<Bars.Bar> bars = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int reach : reaches) {
      long sure = 0;
      long possible = 0;
      for (ReachCell cell : cells) {
        sure += least(cell, inForce) >= reach ? cell.n() : 0;
        possible += most(cell, inForce) >= reach ? cell.n() : 0;
      }
      String note = reach == inForce ? " in force" : "";
      String label = reach + note;
      bars.add(bar(Integer.toString(reach), sure, possible, known, note));
      rows.add(
          List.of(
              label, Figures.count(sure), Figures.count(possible), share(sure, possible, known)));
    }
    return new Bars(
        "Mass share by recipients that make a mass send",
        "Share of " + Figures.count(known) + " first messages of known reach.",
        bars,
        new DataTable(
            "First messages that would be mass sends, by recipients that make one",
            List.of(
                DataTable.words("Recipients from"),
                DataTable.figures("At least"),
                DataTable.figures("At most"),
                DataTable.figures("Share")),
            rows));
  }

  /** The least that the reach which decides can be. */
  private static int least(ReachCell cell, int inForce) {
    if (cell.proven()) {
      return Integer.MAX_VALUE;
    }
    return cell.exact() ? cell.reach() : from(cell.level(), inForce);
  }

  /**
   * The least reach of a level; what is no mass send is below level 2, whatever reach makes one.
   */
  private static int from(int level, int inForce) {
    return switch (level) {
      case 0 -> 0;
      case 1 -> REPEATED;
      case 2 -> inForce;
      case 3 -> Math.max(inForce, BULK);
      default -> Math.max(inForce, MASS);
    };
  }

  /** The least reach that is too much for a level. */
  private static int below(int level, int inForce) {
    return switch (level) {
      case 0 -> Math.min(REPEATED, inForce);
      case 1 -> inForce;
      case 2 -> BULK;
      case 3 -> MASS;
      default -> Integer.MAX_VALUE;
    };
  }

  private static int most(ReachCell cell, int inForce) {
    if (cell.proven()) {
      return Integer.MAX_VALUE;
    }
    return cell.exact() ? cell.reach() : Math.min(cell.reach(), below(cell.level(), inForce) - 1);
  }

  /** By how similar a text must be to the medoid of its template to count as its copy. */
  static Bars bySimilarity(List<SimilarCell> cells) {
    long known = cells.stream().mapToLong(SimilarCell::n).sum();
    List<Bars.Bar> bars = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int from : steps()) {
      long hits = cells.stream().filter(cell -> counts(cell, from)).mapToLong(SimilarCell::n).sum();
      String label = from == 0 ? "any" : Figures.coefficient((double) from / SimilarCell.STEPS);
      bars.add(bar(label, hits, hits, known, ""));
      rows.add(List.of(label, Figures.count(hits), share(hits, hits, known)));
    }
    return new Bars(
        "Mass share by similarity to the template's medoid",
        "Share of " + Figures.count(known) + " first messages of known reach.",
        bars,
        new DataTable(
            "First messages that stay mass sends, by least similarity to the medoid",
            List.of(
                DataTable.words("Similarity from"),
                DataTable.figures("Mass sends"),
                DataTable.figures("Share")),
            rows));
  }

  /**
   * Any similarity, so that the published share stands beside the others, and what is told apart.
   */
  private static List<Integer> steps() {
    List<Integer> steps = new ArrayList<>(List.of(0));
    for (int step = FIRST_STEP; step <= SimilarCell.STEPS; step++) {
      steps.add(step);
    }
    return steps;
  }

  private static boolean counts(SimilarCell cell, int from) {
    return switch (cell.proof()) {
      case SimilarCell.OTHERWISE -> true;
      case SimilarCell.TEMPLATE -> cell.step() >= from;
      default -> false;
    };
  }

  private static Bars.Bar bar(String label, long sure, long possible, long known, String note) {
    double all = Math.max(1, known);
    return new Bars.Bar(label, sure / all, possible / all, share(sure, possible, known) + note);
  }

  private static String share(long sure, long possible, long known) {
    if (known < Figures.SHOWN_FROM) {
      return Figures.tooFew(known);
    }
    return sure == possible
        ? Figures.percent((double) sure / known)
        : Figures.range((double) sure / known, (double) possible / known);
  }
}
