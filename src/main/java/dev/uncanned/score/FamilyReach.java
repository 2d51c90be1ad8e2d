package dev.uncanned.score;

/**
 * How far the template or the campaign of one message went.
 *
 * @param scope TEMPLATE or CAMPAIGN
 * @param reach_n recipients reached by the sender around the time of the message
 * @param team_reach_n the same over all senders of the team; null without a team and for inbound
 * @param archives_n archives in which the sender's copies were received; 0 for outbound
 */
public record FamilyReach(
    String message_id, Scope scope, int reach_n, Integer team_reach_n, int archives_n) {

  public static final String SCOPE = "scope";
}
