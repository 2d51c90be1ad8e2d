package dev.uncanned.score;

import java.time.Instant;

/**
 * A first message to a target: a person, or any person of a company.
 *
 * @param company whether the target is a company
 * @param target id of the person or hash of the company
 */
public record TargetContact(
    String team_id,
    boolean company,
    String target,
    String sender_id,
    Instant sent_at,
    String cluster_id) {

  String key() {
    return team_id + (company ? " company " : " person ") + target;
  }
}
