package dev.uncanned.campaign;

/**
 * The template and the campaign of one message, and how much of it its sender wrote before.
 *
 * @param cluster_id the cluster (template) of its text; null for an empty text
 * @param reuse_share share of the tokens that lie in phrases which the sender also used to others,
 *     0 to 1; null for texts too short to say and for texts that may not be scored
 * @param campaign_id the campaign it belongs to; null if it shares too little with other messages
 *     and for texts that may not be scored
 */
public record CampaignMember(
    String message_id, String cluster_id, Float reuse_share, String campaign_id) {

  public static final String MESSAGE_ID = "message_id";
  public static final String CLUSTER_ID = "cluster_id";
  public static final String CAMPAIGN_ID = "campaign_id";
}
