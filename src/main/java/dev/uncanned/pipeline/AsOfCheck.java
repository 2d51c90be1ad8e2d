package dev.uncanned.pipeline;

import dev.uncanned.pipeline.QualityGate.Outcome;
import dev.uncanned.pipeline.QualityGate.Verdict;
import dev.uncanned.store.Manifest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Notices an as-of day that a wrong clock gave: jobs take it from the clock of their machine, and
 * replies, retention and horizons are judged by it.
 */
final class AsOfCheck {

  private static final String GAP = "as_of_gap";

  private AsOfCheck() {}

  /**
   * Refuses to go back behind the day up to which the newest generation looks. Where no day was
   * asked for, it follows from the archives, which may rightly have lost their last messages; and
   * one day alone is meant to be an earlier one.
   *
   * @throws UserException if the day lies before and that was not asked for
   */
  static void requireNotEarlier(RunRequest request, Manifest newest) {
    LocalDate asked = request.asOf();
    boolean meant = request.force() || request.only() != null;
    if (asked == null || meant || newest.as_of() == null) {
      return;
    }
    if (asked.isBefore(LocalDate.parse(newest.as_of()))) {
      throw new UserException(
          ExitCode.CONFIG,
          request.out()
              + ": the newest generation looks up to "
              + newest.as_of()
              + ", this run only up to "
              + asked
              + "; set the clock right or wait for that day, or go back on purpose with --force, or"
              + " with --only "
              + asked
              + " for that day alone");
    }
  }

  /**
   * How many days the as-of day lies after the newest day of the input. It only warns: a team that
   * wrote nothing for months is no fault of the clock.
   *
   * @param newest newest day of a message or an export that is believed; null if there is none
   * @return nothing where it is not looked at
   */
  static List<Verdict> gap(QualityConfig limits, LocalDate newest, LocalDate asOf) {
    long allowed = limits.as_of_gap_days();
    if (allowed == 0) {
      return List.of();
    }
    long days = newest == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(newest, asOf));
    Outcome outcome = days > allowed ? Outcome.WARN : Outcome.PASS;
    return List.of(new Verdict(GAP, null, days, 0, (double) allowed, null, outcome));
  }
}
