package dev.uncanned.report;

import java.util.ArrayList;
import java.util.List;

/** Lays out how figures are spread. */
final class Spreads {

  private Spreads() {}

  /**
   * Bars of one figure.
   *
   * @param counts of each class
   * @param unknown how many have no such figure
   */
  static Bars of(Spread spread, List<Long> counts, long unknown) {
    long known = counts.stream().mapToLong(Long::longValue).sum();
    List<Bars.Bar> bars = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      double share = known == 0 ? 0 : (double) counts.get(i) / known;
      String label = spread.labels().get(i);
      String percent = known == 0 ? Figures.NONE : Figures.percent(share);
      bars.add(new Bars.Bar(label, share, share, Figures.count(counts.get(i)) + " · " + percent));
      rows.add(List.of(label, Figures.count(counts.get(i)), percent));
    }
    if (unknown > 0) {
      rows.add(List.of("not known", Figures.count(unknown), Figures.NONE));
    }
    String without = unknown == 0 ? "" : " " + Figures.count(unknown) + " have none.";
    return new Bars(
        spread.title(),
        spread.basis() + " n = " + Figures.count(known) + "." + without,
        bars,
        new DataTable(
            spread.title() + ", by class",
            List.of(
                DataTable.words(spread.title()),
                DataTable.figures("n"),
                DataTable.figures("Share of known")),
            rows));
  }
}
