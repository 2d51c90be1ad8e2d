package dev.uncanned.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The first message of a member of a team to somebody who had not written.
 *
 * @param cluster_id template; null for an empty text
 * @param company hash of the recipient's company; null if not known
 */
public record ColdContact(
    String team_id,
    String sender_id,
    String recipient_id,
    Instant sent_at,
    String cluster_id,
    String company) {

  /** The same as a contact with the person and, where it is known, with the company. */
  List<TargetContact> targets() {
    List<TargetContact> targets = new ArrayList<>(2);
    targets.add(new TargetContact(team_id, false, recipient_id, sender_id, sent_at, cluster_id));
    if (company != null) {
      targets.add(new TargetContact(team_id, true, company, sender_id, sent_at, cluster_id));
    }
    return targets;
  }
}
