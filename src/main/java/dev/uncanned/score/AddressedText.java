package dev.uncanned.score;

import java.util.List;

/**
 * A text that may be scored, with all that decides in which scope its words are counted.
 *
 * @param recipient_ids may be empty or null
 * @param cluster_id null for an empty text
 * @param medoid_fingerprint the text of the cluster that is most like all others; null where the
 *     cluster is too small to be a scope
 * @param campaign_id null without one
 * @param cluster_n messages in the cluster; null where it is too small to be a scope
 * @param campaign_n messages in the campaign; null where it is too small to be a scope
 */
public record AddressedText(
    String message_id,
    List<String> recipient_ids,
    String sender_id,
    String masked,
    String fingerprint,
    String cluster_id,
    String campaign_id,
    Long cluster_n,
    Long campaign_n,
    String medoid_fingerprint) {

  public static final String CLUSTER_N = "cluster_n";
  public static final String CAMPAIGN_N = "campaign_n";
  public static final String MEDOID_FINGERPRINT = "medoid_fingerprint";

  boolean isMedoid() {
    return medoid_fingerprint != null && medoid_fingerprint.equals(fingerprint);
  }
}
