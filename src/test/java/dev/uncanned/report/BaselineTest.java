package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.TeamSummaryRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static TeamSummaryRow week(int no, int n, int mass) {
    return MadeUpReport.team(
        "A", MadeUpReport.FIRST_MONDAY.plusWeeks(no), true, n, mass, 0, 0, 3.0);
  }

  private static String change(int before, int now) {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(week(i, 30, before));
    }
    rows.add(week(8, 30, now));
    return new Baseline(rows).change(Measure.MASS);
  }

  @Test
  void aSingleHitAfterWeeksWithoutAnyIsNoDetectableChange() {
    assertThat(change(0, 1)).endsWith("no detectable change");
    assertThat(change(30, 29)).endsWith("no detectable change");
  }

  /** Batches: weeks of nearly all mass sends beside weeks of nearly none. */
  @Test
  void weeksThatAlwaysDifferedAsMuchMakeNoChange() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(week(i, 100, i % 2 == 0 ? 90 : 10));
    }
    rows.add(week(8, 100, 92));
    assertThat(new Baseline(rows).change(Measure.MASS)).endsWith("no detectable change");
  }

  @Test
  void seesChangesThatChanceDoesNotExplain() {
    assertThat(change(0, 5)).endsWith("▲ higher than chance explains");
    assertThat(change(15, 2)).endsWith("▼ lower than chance explains");
  }
}
