package dev.uncanned.report;

import java.util.List;

/**
 * Bars of shares with their table.
 *
 * @param table the same as figures
 */
record Bars(String title, String description, List<Bar> bars, DataTable table) {

  Bars {
    bars = List.copyOf(bars);
  }

  /**
   * One bar, drawn to the first share and faintly on to the second.
   *
   * @param sure share that is certain, 0 to 1
   * @param possible share that may be, not below {@code sure}
   * @param value what stands behind the bar
   */
  record Bar(String label, double sure, double possible, String value) {}

  boolean isEmpty() {
    return bars.stream().allMatch(bar -> bar.possible() == 0);
  }
}
