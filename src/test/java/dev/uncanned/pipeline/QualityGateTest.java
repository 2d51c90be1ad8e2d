package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.uncanned.archive.InputCount;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.pipeline.ArchiveRecords.Loss;
import dev.uncanned.pipeline.QualityGate.Outcome;
import dev.uncanned.pipeline.QualityGate.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityGateTest {

  private static final QualityConfig SHIPPED = new ConfigReader().read(null, Map.of()).quality();

  private static InputCount input(String id, String format, long seen, long quarantined) {
    return new InputCount(id, "a", format, seen, seen - quarantined, quarantined, 0, 1, null);
  }

  private static Intake.Span span(long bad, long messages, long replaced, long undated) {
    return span(bad, messages, replaced, undated, List.of());
  }

  private static Intake.Span span(
      long bad, long messages, long replaced, long undated, List<String> cut) {
    return new Intake.Span(0, bad, messages, replaced, undated, null, null, new long[0], cut);
  }

  private static List<Verdict> judge(
      QualityConfig limits, List<InputCount> counts, Intake.Span span) {
    return QualityGate.judge(limits, counts, span, List.of());
  }

  private static Outcome outcome(List<Verdict> verdicts, String measure, String input) {
    return verdicts.stream()
        .filter(verdict -> verdict.measure().equals(measure))
        .filter(verdict -> input == null || input.equals(verdict.input_id()))
        .filter(verdict -> input != null || verdict.input_id() == null)
        .findAny()
        .orElseThrow()
        .outcome();
  }

  private static Outcome quarantined(long seen, long quarantined) {
    List<InputCount> counts = List.of(input("i", "eml", seen, quarantined));
    return outcome(judge(SHIPPED, counts, span(0, 1, 0, 0)), "quarantined", null);
  }

  @Test
  void quarantinedRecordsFailBeyondBothLimitsOnly() {
    assertThat(quarantined(1_000, 0)).isEqualTo(Outcome.PASS);
    assertThat(quarantined(1_000, 1)).isEqualTo(Outcome.WARN);
    assertThat(quarantined(20, 20)).as("no more than 20").isEqualTo(Outcome.WARN);
    assertThat(quarantined(21, 21)).isEqualTo(Outcome.FAIL);
    assertThat(quarantined(2_100, 21)).as("no more than 1 %").isEqualTo(Outcome.WARN);
    assertThat(quarantined(2_099, 21)).isEqualTo(Outcome.FAIL);
  }

  @Test
  void oneBadInputFailsAlthoughTheRunAsAWholeIsGood() {
    List<InputCount> counts =
        List.of(
            input("good", "mbox", 1_000_000, 0),
            input("bad", "eml", 15, 15),
            input("bad", "eml", 15, 15));
    List<Verdict> verdicts = judge(SHIPPED, counts, span(0, 1, 0, 0));
    assertThat(outcome(verdicts, "quarantined", null)).isEqualTo(Outcome.WARN);
    assertThat(outcome(verdicts, "quarantined", "bad")).isEqualTo(Outcome.FAIL);
    assertThat(verdicts).noneMatch(verdict -> "good".equals(verdict.input_id()));
    assertThatThrownBy(() -> QualityGate.requirePassed(verdicts, "out"))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("30 of 30 records cannot be read of input bad: 100.0 %")
        .hasMessageContaining("nothing was published");
  }

  @Test
  void linksBesideTheMailsCostNothing() {
    List<InputCount> counts = List.of(input("links", "other-binary", 500, 500));
    List<Verdict> verdicts = judge(SHIPPED, counts, span(0, 1, 0, 0));
    assertThat(QualityGate.passed(verdicts)).isTrue();
  }

  @Test
  void wholeFilesFailUnlessTheyAreAllowed() {
    List<Verdict> verdicts = judge(SHIPPED, List.of(), span(2, 1, 0, 0));
    assertThat(outcome(verdicts, "bad_files", null)).isEqualTo(Outcome.FAIL);
    assertThatThrownBy(() -> QualityGate.requirePassed(verdicts, "out"))
        .hasMessageContaining("--allow-bad-files 2");
    for (long allowed : new long[] {1, 2}) {
      List<Verdict> judged = judge(SHIPPED.withBadFiles(allowed), List.of(), span(2, 1, 0, 0));
      assertThat(QualityGate.passed(judged)).isEqualTo(allowed == 2);
    }
  }

  @Test
  void partsThatTheClockCutWarn() {
    assertThat(outcome(judge(SHIPPED, List.of(), span(0, 1, 0, 0)), "degraded", null))
        .isEqualTo(Outcome.PASS);
    List<Verdict> cut = judge(SHIPPED, List.of(), span(0, 1, 0, 0, List.of("p", "q")));
    assertThat(outcome(cut, "degraded", null)).isEqualTo(Outcome.WARN);
    assertThat(QualityGate.passed(cut)).isTrue();
  }

  @Test
  void sharesOfMessagesWarnAndFailAtTheirLimits() {
    for (String measure : List.of("decode_replaced", "undated")) {
      boolean decode = measure.equals("decode_replaced");
      long[] n = {0, decode ? 10 : 20, decode ? 11 : 21, 200, 201};
      Outcome[] expected = {Outcome.PASS, Outcome.PASS, Outcome.WARN, Outcome.WARN, Outcome.FAIL};
      for (int i = 0; i < n.length; i++) {
        Intake.Span span = span(0, 1_000, decode ? n[i] : 0, decode ? 0 : n[i]);
        List<Verdict> verdicts = judge(SHIPPED, List.of(), span);
        assertThat(outcome(verdicts, measure, null))
            .as("%s %d", measure, n[i])
            .isEqualTo(expected[i]);
      }
    }
  }

  private static ArchiveRecords before(Map<String, Long> records) {
    return new ArchiveRecords(records, Map.of(), Map.of());
  }

  private static ArchiveRecords records(List<InputCount> counts) {
    return ArchiveRecords.of(counts, new PeopleDirectory(List.of(), List.of()), Map.of());
  }

  private static List<Verdict> afterLast(QualityConfig limits, long last, long now) {
    List<InputCount> counts =
        List.of(input("i", "eml", now - 1, 0), input("j", "mbox", 1, 0), input("k", "other", 9, 0));
    return QualityGate.judge(
        limits, counts, span(0, 1, 0, 0), before(Map.of("a", last)).missingIn(records(counts)));
  }

  @Test
  void archiveThatHasLostRecordsWarnsAndFailsBeyondItsLimits() {
    assertThat(afterLast(SHIPPED, 1_000, 1_000)).noneMatch(one -> one.measure().equals("shrunk"));
    assertThat(afterLast(SHIPPED, 1_000, 2_000)).noneMatch(one -> one.measure().equals("shrunk"));
    assertThat(outcome(afterLast(SHIPPED, 1_000, 999), "shrunk", "a")).isEqualTo(Outcome.WARN);
    assertThat(outcome(afterLast(SHIPPED, 1_000, 900), "shrunk", "a")).isEqualTo(Outcome.WARN);
    assertThat(outcome(afterLast(SHIPPED, 1_000, 899), "shrunk", "a")).isEqualTo(Outcome.FAIL);
    assertThat(outcome(afterLast(SHIPPED, 30, 10), "shrunk", "a")).isEqualTo(Outcome.WARN);
    List<Verdict> verdicts = afterLast(SHIPPED, 1_000, 500);
    assertThatThrownBy(() -> QualityGate.requirePassed(verdicts, "out"))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("500 of 1000 records of the last run are gone from archive a: 50.0 %")
        .hasMessageContaining("--accept-shrink");
    List<Verdict> accepted = QualityGate.acceptingShrink(afterLast(SHIPPED, 1_000, 2));
    assertThat(QualityGate.passed(accepted)).isTrue();
    assertThat(outcome(accepted, "shrunk", "a")).isEqualTo(Outcome.WARN);
  }

  private static List<Verdict> without(long gone, boolean accepted) {
    List<InputCount> counts = List.of(input("i", "eml", 1_000 - gone, 0));
    Loss half = new Loss("vanished", "b", gone / 2, 1_000, accepted);
    Loss rest = new Loss("vanished", "c", gone - gone / 2, 1_000, accepted);
    return QualityGate.judge(SHIPPED, counts, span(0, 1, 0, 0), List.of(half, rest));
  }

  @Test
  void archivesThatAreNotGivenAnyMoreWarnAndFailTogether() {
    assertThat(outcome(without(2, false), "vanished", null)).isEqualTo(Outcome.WARN);
    assertThat(outcome(without(2, false), "vanished", "b")).isEqualTo(Outcome.WARN);
    assertThat(outcome(without(100, false), "vanished", null)).isEqualTo(Outcome.WARN);
    List<Verdict> verdicts = without(120, false);
    assertThat(outcome(verdicts, "vanished", null)).isEqualTo(Outcome.FAIL);
    assertThatThrownBy(() -> QualityGate.requirePassed(verdicts, "out"))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("120 of 1000 records of the last run were in archives")
        .hasMessageContaining("12.0 %, and 10.0 % are allowed")
        .hasMessageContaining("--accept-shrink");
    assertThat(QualityGate.passed(QualityGate.acceptingShrink(verdicts))).isTrue();
    assertThat(QualityGate.passed(without(120, true))).as("published before").isTrue();
    assertThat(QualityGate.rows(verdicts, new RunStamp("r", "1", "k")))
        .filteredOn(row -> row.check_name().equals("vanished"))
        .extracting(DataQualityRow::scope, DataQualityRow::subject_id, DataQualityRow::n)
        .containsExactly(
            tuple("run", null, 120L), tuple("archive", "b", 60L), tuple("archive", "c", 60L));
  }

  @Test
  void limitsCanBeChangedButNotToNonsense() {
    QualityConfig none = new QualityConfig(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    List<Verdict> verdicts = judge(none, List.of(input("i", "eml", 1_000, 1)), span(0, 10, 1, 1));
    assertThat(verdicts)
        .filteredOn(verdict -> verdict.outcome() == Outcome.FAIL)
        .extracting(Verdict::measure)
        .contains("quarantined", "decode_replaced", "undated");
    assertThatThrownBy(() -> new QualityConfig(1.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("quality.quarantined_share is 1.5");
    assertThatThrownBy(() -> new QualityConfig(0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("quality.least_n is -1");
    assertThatThrownBy(() -> new QualityConfig(0, 0, 0, 0, 0, 0, 0, 0, 0, -3, 0))
        .hasMessageContaining("quality.day_mad is -3");
    assertThatThrownBy(() -> new QualityConfig(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -4))
        .hasMessageContaining("quality.as_of_gap_days is -4");
  }

  private static Outcome oneTemplate(long largest, long all) {
    List<Verdict> verdicts =
        QualityGate.judgeContent(SHIPPED, largest, all, List.of(), LocalDate.EPOCH);
    return outcome(verdicts, "one_template", null);
  }

  @Test
  void oneTemplateThatHoldsNearlyAllMessagesWarnsAndNoMore() {
    assertThat(oneTemplate(0, 0)).isEqualTo(Outcome.PASS);
    assertThat(oneTemplate(300, 1_000)).isEqualTo(Outcome.PASS);
    assertThat(oneTemplate(301, 1_000)).isEqualTo(Outcome.WARN);
    assertThat(oneTemplate(1, 1)).as("too few to say").isEqualTo(Outcome.PASS);
    assertThat(oneTemplate(1_000_000, 1_000_000)).isEqualTo(Outcome.WARN);
  }

  @Test
  void anUnusualDayWarnsAndNoMoreUnlessItIsNotLookedAt() {
    LocalDate today = LocalDate.of(2026, 3, 29);
    List<DayFigures> days = new ArrayList<>();
    for (int ago = 1; ago <= DayFigures.DAYS; ago++) {
      days.add(new DayFigures(today.minusDays(ago), 100 + ago % 5, 3, 10));
    }
    days.add(new DayFigures(today, 500, 3, 10));
    List<Verdict> verdicts = QualityGate.judgeContent(SHIPPED, 1, 10, days, today);
    assertThat(outcome(verdicts, "day_messages", null)).isEqualTo(Outcome.WARN);
    assertThat(outcome(verdicts, "day_senders", null)).isEqualTo(Outcome.PASS);
    assertThat(outcome(verdicts, "day_templates", null)).isEqualTo(Outcome.PASS);
    assertThat(QualityGate.passed(verdicts)).as("a warning").isTrue();
    QualityConfig blind = new QualityConfig(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
    assertThat(QualityGate.judgeContent(blind, 1, 10, days, today)).hasSize(1);
  }

  @Test
  void aDayWithoutMessagesIsADayWithNone() {
    LocalDate today = LocalDate.of(2026, 3, 29);
    List<DayFigures> days = List.of(new DayFigures(today, 7, 1, 1));
    assertThat(DayFigures.deviation(days, today, DayFigures::messages_n)).isEqualTo(7);
    assertThat(DayFigures.deviation(List.of(), today, DayFigures::messages_n)).isZero();
  }

  @Test
  void rowsTellNumberShareLimitsAndVerdict() {
    List<Verdict> verdicts =
        judge(SHIPPED, List.of(input("i", "eml", 1_000, 5)), span(1, 1_000, 0, 30));
    List<DataQualityRow> rows = QualityGate.rows(verdicts, new RunStamp("r", "1", "k"));
    assertThat(rows)
        .extracting(DataQualityRow::check_name, DataQualityRow::scope, DataQualityRow::verdict)
        .contains(
            tuple("lost", "run", "pass"),
            tuple("quarantined", "run", "warn"),
            tuple("quarantined", "input", "warn"),
            tuple("bad_files", "run", "fail"),
            tuple("undated", "run", "warn"));
    DataQualityRow undated =
        rows.stream().filter(row -> row.check_name().equals("undated")).findFirst().orElseThrow();
    assertThat(undated.share()).isEqualTo(0.03);
    assertThat(undated.warn_above()).isEqualTo(SHIPPED.undated_warn());
    assertThat(undated.fail_above()).isEqualTo(SHIPPED.undated_fail());
    DataQualityRow files =
        rows.stream().filter(row -> row.check_name().equals("bad_files")).findFirst().orElseThrow();
    assertThat(files.of_n()).isNull();
    assertThat(files.share()).isNull();
  }
}
