package dev.uncanned.mart;

import java.time.LocalDate;

/**
 * How often a sender sent a template of a campaign in a week.
 *
 * @param campaign_id the template itself where it is in no campaign
 * @param team_id of the sender; of the archive's owner for mail that came in; null without one
 * @param week Monday of the ISO week
 */
public record WeeklyUse(
    String campaign_id,
    String sender_id,
    String team_id,
    String cluster_id,
    LocalDate week,
    long deliveries_n) {

  static final String CAMPAIGN_ID = "campaign_id";
  static final String SENDER_ID = "sender_id";
  static final String TEAM_ID = "team_id";
  static final String WEEK = "week";
  static final String DELIVERIES_N = "deliveries_n";
}
