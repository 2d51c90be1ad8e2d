package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.TeamSummaryRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final int HORIZON = 14;

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
    return new Baseline(rows, HORIZON).change(Measure.MASS);
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
    assertThat(new Baseline(rows, HORIZON).change(Measure.MASS)).endsWith("no detectable change");
  }

  @Test
  void seesChangesThatChanceDoesNotExplain() {
    assertThat(change(0, 5)).endsWith("▲ higher than chance explains");
    assertThat(change(15, 2)).endsWith("▼ lower than chance explains");
  }

  private static TeamSummaryRow of(String team, int no, int n, int mass, int known, int replies) {
    return MadeUpReport.team(
        team, MadeUpReport.FIRST_MONDAY.plusWeeks(no), true, n, mass, known, replies, 3.0);
  }

  private static LocalDate monday(int no) {
    return MadeUpReport.FIRST_MONDAY.plusWeeks(no);
  }

  private static String plain(String text) {
    return text.replace('\u202F', ' ');
  }

  /** The newest three weeks end not more than the horizon before the data does. */
  @Test
  void aWeekWhoseAnswersMayStillComeIsNotComparedInWhatDependsOnThem() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(of("A", i, 100, 0, 100, 10));
    }
    rows.add(of("A", 10, 100, 0, 40, 1));
    rows.add(of("A", 11, 100, 0, 0, 0));
    rows.add(of("A", 12, 20, 0, 0, 0));
    Baseline baseline = new Baseline(rows, HORIZON);
    assertThat(baseline.changeOfUnanswered())
        .isEqualTo("Week of " + monday(9) + ": 4 against 4 a week in the 8 weeks before");
    assertThat(plain(baseline.change(Measure.REPLY)))
        .isEqualTo(
            "Week of "
                + monday(9)
                + ": 10 % against 10 % in the 8 weeks before: no detectable change");
    assertThat(baseline.change(Measure.MASS)).startsWith("Week of " + monday(12) + ": too few");
  }

  @Test
  void whatDependsOnAnswersIsNotKnownYetWhereNoWeekIsOldEnough() {
    List<TeamSummaryRow> rows = List.of(of("A", 0, 100, 0, 0, 0), of("A", 1, 100, 0, 0, 0));
    assertThat(new Baseline(rows, HORIZON).changeOfUnanswered()).isEqualTo("not known yet");
    assertThat(new Baseline(rows, HORIZON).change(Measure.REPLY)).isEqualTo("not known yet");
    assertThat(new Baseline(List.of(), HORIZON).changeOfUnanswered())
        .isEqualTo("no complete week to compare");
  }

  @Test
  void aLongerHorizonLeavesMoreWeeksOut() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      rows.add(of("A", i, 100, 0, i < 7 ? 100 : 0, 0));
    }
    assertThat(new Baseline(rows, 35).changeOfUnanswered()).startsWith("Week of " + monday(6));
  }

  /** Nothing changed in either team, but the archives of one end a week earlier. */
  @Test
  void aTeamWhoseArchivesEndEarlierHasNoPartInTheWeeksBefore() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(of("A", i, 60, 6, 0, 0));
    }
    for (int i = 0; i < 9; i++) {
      rows.add(of("B", i, 60, 48, 0, 0));
    }
    assertThat(plain(new Baseline(rows, HORIZON).change(Measure.MASS)))
        .isEqualTo(
            "Week of "
                + monday(8)
                + ", 1 of 2 teams: 80 % against 80 % in the 8 weeks before: no detectable change");
  }

  @Test
  void aTeamThatBeganLaterHasNoPartInTheLastWeek() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(of("A", i, 60, 6, 0, 0));
    }
    for (int i = 6; i < 9; i++) {
      rows.add(of("B", i, 60, 48, 0, 0));
    }
    assertThat(plain(new Baseline(rows, HORIZON).change(Measure.MASS)))
        .contains("1 of 2 teams: 10 % against 10 % in the 8 weeks before");
  }

  @Test
  void weeksWithoutMessagesCountAsWeeks() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    rows.add(of("A", 0, 100, 100, 100, 0));
    for (int i = 8; i < 12; i++) {
      rows.add(of("A", i, 100, 50, 100, 0));
    }
    Baseline baseline = new Baseline(rows, HORIZON);
    assertThat(plain(baseline.change(Measure.MASS)))
        .contains("50 % against 50 % in the 8 weeks before");
    assertThat(baseline.changeOfMedian())
        .isEqualTo("Week of " + monday(11) + ": 3; 3 of the 8 weeks before 3");
    assertThat(baseline.changeOfUnanswered())
        .isEqualTo("Week of " + monday(10) + ": 4 against 1 a week in the 8 weeks before");
  }

  /** A team that wrote nothing in the last week has no row, but an incomplete one behind it. */
  @Test
  void aTeamSilentInTheLastWeekHasPartInIt() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(of("A", i, 60, 6, 0, 0));
    }
    for (int i = 0; i < 8; i++) {
      rows.add(of("B", i, 60, 48, 0, 0));
    }
    rows.add(MadeUpReport.team("B", monday(9), false, 10, 8, 0, 0, 3.0));
    assertThat(plain(new Baseline(rows, HORIZON).change(Measure.MASS)))
        .startsWith("Week of " + monday(8) + ": 10 % against 45 %");
  }

  /** The made-up row of a week has as many messages with a count as it has first messages. */
  private static String changeOfMedian(int before, int now) {
    List<TeamSummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rows.add(week(i, before, 0));
    }
    rows.add(week(4, now, 0));
    return new Baseline(rows, HORIZON).changeOfMedian();
  }

  @Test
  void aMedianBehindWeeksOfFewMessagesStandsAlone() {
    assertThat(changeOfMedian(5, 294))
        .isEqualTo(
            "Week of " + monday(4) + ": 3; no week before has 30 first messages with a count");
  }

  @Test
  void theLastWeekHasTooFewWhereItsOwnCountsAreFew() {
    assertThat(changeOfMedian(294, 5))
        .isEqualTo("Week of " + monday(4) + ": too few (n = 5) to compare");
    assertThat(changeOfMedian(294, 294))
        .isEqualTo("Week of " + monday(4) + ": 3; the 4 weeks before 3");
  }
}
