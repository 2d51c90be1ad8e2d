package dev.uncanned.score;

import java.time.Instant;
import java.util.List;

/**
 * One message to one recipient on its way to the earlier messages of the two people.
 *
 * @param told hashes of what the message tells its recipient; null if nothing that counts
 * @param judged whether the message gets a personal level; others are only remembered
 * @param evidence what was found without the earlier messages
 * @param anchors what earlier messages may verify
 * @param facts hashes of the facts of the recipient that the customised words mention
 * @param has_profile whether anything besides a name is known of the recipient
 * @param unknown why there is no level, whatever the earlier messages say; null if there may be one
 */
public record DyadLine(
    String message_id,
    String sender_id,
    String recipient_id,
    Instant sent_at,
    int[] told,
    boolean judged,
    List<Evidence> evidence,
    List<Anchor> anchors,
    int[] facts,
    int profile_fields_n,
    boolean has_profile,
    Personal.Unknown unknown) {

  public DyadLine {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    anchors = anchors == null ? List.of() : List.copyOf(anchors);
  }
}
