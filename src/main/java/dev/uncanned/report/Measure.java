package dev.uncanned.report;

import dev.uncanned.mart.TeamSummaryRow;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** A rate of first messages, or of follow-ups: which of them count, among how many. */
enum Measure {
  MASS("Mass share", "mass sends", TeamSummaryRow::mass_n, TeamSummaryRow::mass_known_n),
  DEFECT(
      "Hard-defect rate",
      "with a hard defect",
      TeamSummaryRow::defects_n,
      TeamSummaryRow::eligible_n),
  SPECIFIC(
      "Personal level 3 and above",
      "with something specific to the reader",
      TeamSummaryRow::specific_n,
      TeamSummaryRow::level_known_n),
  HOLLOW(
      "Hollow praise",
      "with praise that would fit anybody",
      TeamSummaryRow::hollow_n,
      TeamSummaryRow::praise_known_n),
  BUMP(
      "Bare bumps",
      "follow-ups that say nothing new",
      TeamSummaryRow::bare_bumps_n,
      TeamSummaryRow::follow_ups_n),
  REPLY("Reply rate", "answered", TeamSummaryRow::replies_n, TeamSummaryRow::reply_known_n);

  private final String title;
  private final String hitsName;
  private final ToLongFunction<TeamSummaryRow> hits;
  private final ToLongFunction<TeamSummaryRow> trials;

  Measure(
      String title,
      String hitsName,
      ToLongFunction<TeamSummaryRow> hits,
      ToLongFunction<TeamSummaryRow> trials) {
    this.title = title;
    this.hitsName = hitsName;
    this.hits = hits;
    this.trials = trials;
  }

  String title() {
    return title;
  }

  /** Whether it is known only once the time for an answer is over. */
  boolean waitsForReplies() {
    return this == REPLY;
  }

  /** What the numerator counts, as the heading of a column. */
  String hitsName() {
    return hitsName;
  }

  /** The counts of all rows added up; rates are never averaged. */
  Count of(Collection<TeamSummaryRow> rows) {
    return new Count(rows.stream().mapToLong(hits).sum(), rows.stream().mapToLong(trials).sum());
  }

  Count of(TeamSummaryRow row) {
    return new Count(hits.applyAsLong(row), trials.applyAsLong(row));
  }
}
