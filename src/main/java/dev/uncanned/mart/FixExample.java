package dev.uncanned.mart;

/**
 * A message of ours in which there is something to fix, to be looked up by its id.
 *
 * @param subject what is wrong: a type of defect, {@link #UNANSWERED} or {@link #AFTER_OPT_OUT}
 * @param team_id team of the sender, as in team_summary
 * @param cluster_id its template; null if it has none
 * @param all_n deliveries of the team in which the same is wrong, this one counted
 */
public record FixExample(
    String subject, String team_id, String message_id, String cluster_id, long all_n) {

  /** The fourth message in a row to somebody who did not answer. */
  public static final String UNANSWERED = "unanswered";

  /** A message to somebody who had asked for no more. */
  public static final String AFTER_OPT_OUT = "after_opt_out";

  /** The same, one of so many. */
  FixExample of(long deliveries) {
    return new FixExample(subject, team_id, message_id, cluster_id, deliveries);
  }

  /** Whether the subject is a type of defect. */
  public boolean isDefect() {
    return !subject.equals(UNANSWERED) && !subject.equals(AFTER_OPT_OUT);
  }
}
