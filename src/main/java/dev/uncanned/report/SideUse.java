package dev.uncanned.report;

import dev.uncanned.mart.ClusterRow;
import java.time.Instant;

/**
 * How one side, ours or the outsiders, used a text.
 *
 * @param people distinct readers
 * @param messages those that the side sent
 * @param senders distinct ones of the side
 * @param replies first messages among them that were answered in time
 * @param eligible first messages among them whose time for an answer is over
 * @param firstSeen earliest of them; null if none is dated
 * @param lastSeen latest of them; null if none is dated
 */
public record SideUse(
    long people,
    long messages,
    long senders,
    long replies,
    long eligible,
    Instant firstSeen,
    Instant lastSeen) {

  /** The use of a template that only one side sent. */
  public static SideUse of(ClusterRow row) {
    return new SideUse(
        row.recipients_n(),
        row.members_n(),
        row.senders_n(),
        row.replies_n(),
        row.eligible_n(),
        row.first_seen(),
        row.last_seen());
  }
}
