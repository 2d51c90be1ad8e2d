package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uncanned.mart.TeamSummaryRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static TeamSummaryRow week(int no, boolean complete, int n, int mass) {
    return MadeUpReport.team(
        "A", MadeUpReport.FIRST_MONDAY.plusWeeks(no), complete, n, mass, 0, 0, 3.0);
  }

  private static List<TeamSummaryRow> weeks(int count) {
    List<TeamSummaryRow> weeks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      weeks.add(week(i, true, 100, 50));
    }
    return weeks;
  }

  @Test
  void limitsOfLargeCountsAreThreeStandardDeviationsOfTheWeeksOwnCount() {
    List<TeamSummaryRow> rows = weeks(8);
    rows.add(week(8, true, 400, 200));
    Trend trend = Trend.of("A", Measure.MASS, rows);
    assertThat(trend.mean()).isEqualTo(0.5);
    assertThat(trend.weeks().get(0).lo()).isCloseTo(0.35, within(1e-12));
    assertThat(trend.weeks().get(0).hi()).isCloseTo(0.65, within(1e-12));
    assertThat(trend.weeks().get(8).hi()).isCloseTo(0.575, within(1e-12));
  }

  /** Mean 1 of 300; P(X ≥ 2) = 0.0045 and P(X ≥ 3) = 0.0001 for n = 30. */
  @Test
  void chanceExplainsASecondHitWhereHardlyAnyIsExpected() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      rows.add(week(i, true, 30, 0));
    }
    rows.add(week(19, true, 30, 2));
    Trend trend = Trend.of("A", Measure.MASS, rows);
    assertThat(trend.weeks()).noneMatch(Trend.Week::isUnusual);
    assertThat(trend.weeks().get(0).hi()).isEqualTo(2 / 30.0);
  }

  @Test
  void leavesIncompleteWeeksOutOfMeanAndLimits() {
    List<TeamSummaryRow> rows = weeks(8);
    rows.add(week(8, false, 900, 900));
    Trend trend = Trend.of("A", Measure.MASS, rows);
    assertThat(trend.mean()).isEqualTo(0.5);
    assertThat(trend.weeks().get(8).lo()).isNull();
    assertThat(trend.weeks().get(8).isUnusual()).isFalse();
    assertThat(trend.weeks().get(8).remark()).startsWith("incomplete");
  }

  @Test
  void marksWeeksOutsideTheLimits() {
    List<TeamSummaryRow> rows = weeks(20);
    rows.add(week(20, true, 100, 90));
    Trend trend = Trend.of("A", Measure.MASS, rows);
    assertThat(trend.weeks()).filteredOn(Trend.Week::isUnusual).hasSize(1);
    assertThat(trend.description()).contains("1 week lies outside the limits");
  }

  @Test
  void hasNoLimitsBelowEightCompleteWeeks() {
    Trend trend = Trend.of("A", Measure.MASS, weeks(7));
    assertThat(trend.mean()).isNull();
    assertThat(trend.description()).startsWith("No limits and no verdict");
    assertThat(TrendChart.draw(trend, "t").toString()).doesNotContain("\"band\"", "\"mean\"");
  }

  @Test
  void weeksWithoutARateCountForNeitherMeanNorLimits() {
    List<TeamSummaryRow> rows = weeks(8);
    for (int i = 8; i < 40; i++) {
      rows.add(week(i, true, 29, 0));
    }
    Trend trend = Trend.of("A", Measure.MASS, rows);
    assertThat(trend.mean()).isEqualTo(0.5);
    assertThat(trend.weeks()).noneMatch(Trend.Week::isUnusual);
    assertThat(trend.weeks().get(9).lo()).isNull();
    List<TeamSummaryRow> few = weeks(7);
    few.addAll(rows.subList(8, 40));
    assertThat(Trend.of("A", Measure.MASS, few).mean()).isNull();
  }

  @Test
  void limitsAreAsWideAsWeeksUsuallyDifferWhereMailsGoOutInBatches() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(week(i, true, 100, i % 2 == 0 ? 80 : 40));
    }
    Trend batches = Trend.of("A", Measure.MASS, rows);
    assertThat(batches.weeks()).noneMatch(Trend.Week::isUnusual);
    assertThat(batches.weeks()).allMatch(week -> week.lo() >= 0 && week.hi() <= 1);
  }

  @Test
  void aLastingStepStandsOutSinceNeighboursAreAlike() {
    List<TeamSummaryRow> rows = weeks(20);
    for (int i = 20; i < 30; i++) {
      rows.add(week(i, true, 100, 90));
    }
    Trend trend = Trend.of("A", Measure.MASS, rows);
    assertThat(trend.weeks().subList(20, 30)).allMatch(Trend.Week::isUnusual);
  }

  @Test
  void showsNoRateForWeeksWithFewMessages() {
    List<TeamSummaryRow> rows = weeks(9);
    rows.add(week(9, true, 29, 20));
    Trend trend = Trend.of("A", Measure.MASS, rows);
    assertThat(trend.shown()).hasSize(9);
    assertThat(trend.table().rows().get(9).get(3)).isEqualTo("too few (n = 29)");
  }

  @Test
  void aWeekWithoutKnownRepliesHasNeitherRateNorLimits() {
    Trend trend = Trend.of("A", Measure.REPLY, weeks(9));
    assertThat(trend.isEmpty()).isTrue();
    assertThat(trend.mean()).isNull();
  }

  @Test
  void showsTheLastYearOfALongHistory() {
    Trend trend = Trend.of("A", Measure.MASS, weeks(120));
    assertThat(trend.weeks()).hasSize(53);
    assertThat(trend.weeks().get(52).monday()).isEqualTo(MadeUpReport.FIRST_MONDAY.plusWeeks(119));
  }
}
