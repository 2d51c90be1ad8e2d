package dev.uncanned.pipeline;

import dev.uncanned.archive.InputCount;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.pipeline.ArchiveRecords.Loss;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Decides whether enough of the input could be read for its numbers to be published.
 *
 * <p>It judges reading only, never what people wrote. Files that are no message archive are counted
 * as whole files if they cannot be read, and are otherwise left out: a link or a broken picture
 * beside the mails costs no message.
 */
final class QualityGate {

  /** Records of an archive's last run that are gone. */
  static final String SHRUNK = "shrunk";

  /** Records of the last run in archives that this one was not given. */
  static final String VANISHED = "vanished";

  private static final String ONE_TEMPLATE = "one_template";
  private static final double PERCENT = 100;

  private final QualityConfig limits;
  private final List<Verdict> verdicts = new ArrayList<>();

  /** What came of a check. */
  enum Outcome {
    PASS,
    WARN,
    FAIL
  }

  /**
   * One check.
   *
   * @param measure what was counted
   * @param input_id the input it is about, of {@code shrunk} and {@code vanished} the archive; null
   *     for the whole run
   * @param n how many there are
   * @param of of how many; 0 where it is no share
   * @param warn_above what it warns above: a share, or a number where {@code of} is 0; null: never
   * @param fail_above above what nothing is published, likewise; null: never
   */
  record Verdict(
      String measure,
      String input_id,
      long n,
      long of,
      Double warn_above,
      Double fail_above,
      Outcome outcome) {

    Verdict withOutcome(Outcome other) {
      return new Verdict(measure, input_id, n, of, warn_above, fail_above, other);
    }

    /** The limit in force: that which was passed, else that which comes first. */
    double allowed() {
      boolean failed = outcome == Outcome.FAIL || warn_above == null;
      return failed ? fail_above : warn_above;
    }
  }

  private QualityGate(QualityConfig limits) {
    this.limits = limits;
  }

  /**
   * Checks what was read.
   *
   * @param span figures over all rows
   * @param losses what the last run had more
   * @return the checks of the run, and those of inputs that did not pass
   */
  static List<Verdict> judge(
      QualityConfig limits, List<InputCount> counts, Intake.Span span, List<Loss> losses) {
    QualityGate gate = new QualityGate(limits);
    gate.lost(counts);
    gate.quarantined(counts);
    gate.shrunk(losses);
    gate.vanished(losses);
    gate.verdicts.add(
        new Verdict(
            "bad_files",
            null,
            span.bad_inputs_n(),
            0,
            0.0,
            (double) limits.bad_files(),
            span.bad_inputs_n() > limits.bad_files()
                ? Outcome.FAIL
                : span.bad_inputs_n() > 0 ? Outcome.WARN : Outcome.PASS));
    int cut = span.cut_parts().size();
    gate.verdicts.add(
        new Verdict("degraded", null, cut, 0, 0.0, null, cut > 0 ? Outcome.WARN : Outcome.PASS));
    gate.share(
        "decode_replaced",
        span.replaced_n(),
        span.messages_n(),
        limits.decode_warn(),
        limits.decode_fail());
    gate.share(
        "undated",
        span.undated_n(),
        span.messages_n(),
        limits.undated_warn(),
        limits.undated_fail());
    return List.copyOf(gate.verdicts);
  }

  /**
   * Looks at what was found in the texts; none of it fails a run, since it is what people wrote.
   *
   * @param largest messages of the largest template
   * @param all all messages
   * @param days what was sent on the last days; empty: they are not looked at
   */
  static List<Verdict> judgeContent(
      QualityConfig limits, long largest, long all, List<DayFigures> days, LocalDate asOf) {
    QualityGate gate = new QualityGate(limits);
    double warn = limits.cluster_warn();
    boolean warns = all > limits.least_n() && largest > warn * all;
    Outcome outcome = warns ? Outcome.WARN : Outcome.PASS;
    gate.verdicts.add(new Verdict(ONE_TEMPLATE, null, largest, all, warn, null, outcome));
    if (limits.day_mad() > 0) {
      gate.day("day_messages", days, asOf, DayFigures::messages_n);
      gate.day("day_senders", days, asOf, DayFigures::senders_n);
      gate.day("day_templates", days, asOf, DayFigures::templates_n);
    }
    return List.copyOf(gate.verdicts);
  }

  private void day(
      String measure, List<DayFigures> days, LocalDate asOf, ToLongFunction<DayFigures> figure) {
    long today =
        days.stream().filter(day -> day.day().equals(asOf)).mapToLong(figure).findFirst().orElse(0);
    boolean unusual = DayFigures.deviation(days, asOf, figure) > limits.day_mad();
    Outcome outcome = unusual ? Outcome.WARN : Outcome.PASS;
    verdicts.add(new Verdict(measure, null, today, 0, limits.day_mad(), null, outcome));
  }

  /** Records that were found and are neither read nor rejected: none, or the run is a bug. */
  private void lost(List<InputCount> counts) {
    long seen = 0;
    long lost = 0;
    for (InputCount count : counts) {
      seen += count.seen_n();
      lost += Math.abs(count.seen_n() - count.parsed_n() - count.quarantined_n());
    }
    Outcome outcome = lost > 0 ? Outcome.FAIL : Outcome.PASS;
    verdicts.add(new Verdict("lost", null, lost, seen, null, 0.0, outcome));
  }

  private void quarantined(List<InputCount> counts) {
    Map<String, long[]> inputs = new TreeMap<>();
    long[] all = new long[2];
    for (InputCount count : counts) {
      if (!ArchiveRecords.holdsMessages(count.format())) {
        continue;
      }
      long[] sum = inputs.computeIfAbsent(count.input_id(), id -> new long[2]);
      sum[0] += count.quarantined_n();
      sum[1] += count.seen_n();
      all[0] += count.quarantined_n();
      all[1] += count.seen_n();
    }
    verdicts.add(quarantined(null, all));
    inputs.forEach(
        (input, sum) -> {
          if (sum[0] > 0) {
            verdicts.add(quarantined(input, sum));
          }
        });
  }

  private Verdict quarantined(String input, long[] sum) {
    double allowed = limits.quarantined_share();
    boolean fails = sum[0] > limits.least_n() && sum[0] > allowed * sum[1];
    Outcome outcome = fails ? Outcome.FAIL : sum[0] > 0 ? Outcome.WARN : Outcome.PASS;
    return new Verdict("quarantined", input, sum[0], sum[1], 0.0, allowed, outcome);
  }

  private void shrunk(List<Loss> losses) {
    for (Loss loss : losses) {
      if (loss.measure().equals(SHRUNK)) {
        Outcome outcome = outcome(loss.n(), loss.of(), loss.accepted());
        verdicts.add(
            new Verdict(
                SHRUNK, loss.archive(), loss.n(), loss.of(), 0.0, limits.shrink(), outcome));
      }
    }
  }

  /** Judged together, since many small archives are as much as a large one. */
  private void vanished(List<Loss> losses) {
    List<Loss> gone = losses.stream().filter(one -> one.measure().equals(VANISHED)).toList();
    if (gone.isEmpty()) {
      return;
    }
    long n = gone.stream().mapToLong(Loss::n).sum();
    long of = gone.get(0).of();
    Outcome outcome = outcome(n, of, gone.get(0).accepted());
    verdicts.add(new Verdict(VANISHED, null, n, of, 0.0, limits.shrink(), outcome));
    for (Loss one : gone) {
      verdicts.add(
          new Verdict(VANISHED, one.archive(), one.n(), one.of(), 0.0, null, Outcome.WARN));
    }
  }

  private Outcome outcome(long n, long of, boolean accepted) {
    boolean fails = !accepted && n > limits.least_n() && n > limits.shrink() * of;
    return fails ? Outcome.FAIL : Outcome.WARN;
  }

  /** Whether a check is about what the last run had more. */
  static boolean isLoss(String measure) {
    return measure.equals(SHRUNK) || measure.equals(VANISHED);
  }

  private void share(String measure, long n, long of, Double warn, Double fail) {
    boolean fails = fail != null && n > limits.least_n() && n > fail * of;
    boolean warns = warn != null && n > warn * of;
    Outcome outcome = fails ? Outcome.FAIL : warns ? Outcome.WARN : Outcome.PASS;
    verdicts.add(new Verdict(measure, null, n, of, warn, fail, outcome));
  }

  /** The same where any number of records may be gone: that warns, and fails nothing. */
  static List<Verdict> acceptingShrink(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(one -> isLoss(one.measure()) ? one.withOutcome(Outcome.WARN) : one)
        .toList();
  }

  /** Whether no check failed. */
  static boolean passed(List<Verdict> verdicts) {
    return verdicts.stream().noneMatch(verdict -> verdict.outcome() == Outcome.FAIL);
  }

  /** The checks as rows of their table. */
  static List<DataQualityRow> rows(List<Verdict> verdicts, RunStamp stamp) {
    List<DataQualityRow> rows = new ArrayList<>();
    for (Verdict one : verdicts) {
      Long of = one.of() == 0 ? null : one.of();
      String part = isLoss(one.measure()) ? "archive" : "input";
      rows.add(
          new DataQualityRow(
              one.measure(),
              one.input_id() == null ? "run" : part,
              one.input_id(),
              one.n(),
              of,
              of == null ? null : (double) one.n() / of,
              one.warn_above(),
              one.fail_above(),
              one.outcome().name().toLowerCase(Locale.ROOT),
              stamp.run_id(),
              stamp.metric_version(),
              stamp.key_id()));
    }
    return rows;
  }

  /**
   * Stops the run if a check failed.
   *
   * @throws UserException with the first failed check, and the ways out
   */
  static void requirePassed(List<Verdict> verdicts, String out) {
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() == Outcome.FAIL) {
        throw new UserException(
            ExitCode.DATA,
            sentence(verdict)
                + "; nothing was published. See uncanned quarantine list --rejected --out "
                + out
                + wayOut(verdict));
      }
    }
  }

  /** Says in words what a check found. */
  static String sentence(Verdict verdict) {
    if (verdict.of() == 0) {
      return verdict.n()
          + " files cannot be read as a whole, "
          + (long) verdict.allowed()
          + " are allowed";
    }
    String what =
        switch (verdict.measure()) {
          case "quarantined" -> "records cannot be read";
          case SHRUNK -> "records of the last run are gone";
          case VANISHED -> "records of the last run were in archives that are not given";
          case "decode_replaced" -> "messages have bytes that are not valid in their charset";
          default -> "messages have no date that can be believed";
        };
    String where = verdict.input_id() == null ? "" : where(verdict) + verdict.input_id();
    return String.format(
        Locale.ROOT,
        "%d of %d %s%s: %.1f %%, and %.1f %% are allowed",
        verdict.n(),
        verdict.of(),
        what,
        where,
        PERCENT * verdict.n() / verdict.of(),
        PERCENT * verdict.allowed());
  }

  private static String where(Verdict verdict) {
    return verdict.measure().equals(SHRUNK) ? " from archive " : " of input ";
  }

  private static String wayOut(Verdict verdict) {
    if (isLoss(verdict.measure())) {
      String back =
          verdict.measure().equals(VANISHED) ? "; put them back" : "; put the old one back";
      return back + ", or accept it with --accept-shrink";
    }
    return verdict.of() == 0
        ? ", or allow them with --allow-bad-files " + verdict.n()
        : ", or change the limits under quality: in the configuration";
  }
}
