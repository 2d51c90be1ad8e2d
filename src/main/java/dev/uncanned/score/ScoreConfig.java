package dev.uncanned.score;

import java.io.Serializable;

/**
 * The thresholds of the scores.
 *
 * @param mass_reach recipients from which a template or campaign is a mass send, at least 2
 * @param reuse_share share of recurring phrases from which a message counts as a copy of its
 *     campaign, above 0 to 1
 * @param reach_window_days days before and after a message in which recipients are counted
 * @param reply_horizon_days days within which an answer counts as a reply
 * @param censor_days days that an archive must reach back before a message for "had never written"
 *     to be known
 * @param template_members messages from which a template is set against itself alone, and a
 *     campaign comes before a smaller template
 * @param min_members messages below which a template or campaign is no scope of its own, and
 *     customised words stay unknown
 * @param support_share share of the other members of a template or campaign that must have a phrase
 *     for it to count as canned (never fewer than 2), 0 to 1
 * @param template_gram words of a phrase inside a template or a campaign
 * @param sender_gram words of a phrase over a sender's whole outbox
 * @param name_similarity Jaro-Winkler similarity from which two spellings are one name, above 0 to
 *     1
 */
public record ScoreConfig(
    int mass_reach,
    double reuse_share,
    int reach_window_days,
    int reply_horizon_days,
    int censor_days,
    int template_members,
    int min_members,
    double support_share,
    int template_gram,
    int sender_gram,
    double name_similarity)
    implements Serializable {

  /** The published values. */
  public static final ScoreConfig DEFAULT =
      new ScoreConfig(5, 0.3, 90, 14, 90, 20, 10, 0.02, 3, 5, 0.85);

  private static final int MAX_DAYS = 36_500;
  private static final int MAX_MEMBERS = 1_000_000;
  private static final int MAX_GRAM = 10;

  /** Checks the ranges. */
  public ScoreConfig {
    require("mass_reach", mass_reach, 2, MAX_MEMBERS);
    requireShare("reuse_share", reuse_share);
    require("reach_window_days", reach_window_days, 1, MAX_DAYS);
    require("reply_horizon_days", reply_horizon_days, 1, MAX_DAYS);
    require("censor_days", censor_days, 0, MAX_DAYS);
    require("template_members", template_members, 2, MAX_MEMBERS);
    require("min_members", min_members, 2, MAX_MEMBERS);
    requireShare("support_share", support_share);
    require("template_gram", template_gram, 1, MAX_GRAM);
    require("sender_gram", sender_gram, 1, MAX_GRAM);
    requireShare("name_similarity", name_similarity);
  }

  /** The same with another least reach of mass sends. */
  public ScoreConfig withMassReach(int reach) {
    return new ScoreConfig(
        reach,
        reuse_share,
        reach_window_days,
        reply_horizon_days,
        censor_days,
        template_members,
        min_members,
        support_share,
        template_gram,
        sender_gram,
        name_similarity);
  }

  private static void require(String key, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "score." + key + " is " + value + ", allowed are " + min + " to " + max);
    }
  }

  private static void requireShare(String key, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "score." + key + " is " + value + ", allowed are values above 0 and up to 1");
    }
  }
}
