package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** What one sender's first messages were like. */
@Table(
    name = "sender_summary",
    grain = "sender × window × channel × relationship",
    sortedBy = {"direction", "sender_id", "window", "channel", "relationship"})
@Doc(
    "What the first messages of a sender were like; channel and relationship also as 'all', so "
        + "add up rows of one level only.")
public record SenderSummaryRow(
    @Doc("Pseudonym of the sender.") String sender_id,
    @Doc("Team; null off the roster.") String team_id,
    @Doc("outbound: one of us; inbound: an outside sender, as far as our inboxes show.")
        String direction,
    @Doc("Period the row covers: all.") String window,
    @Doc("Channel, or all.") String channel,
    @Doc("Relationship when the messages were sent, or all.") String relationship,
    @Doc("Messages to recipients, follow-ups and answers among them.") int sends_n,
    @Doc("First messages: pairs of sender and recipient; the unit of what follows.") int dyads_n,
    @Doc("First messages of which it is known whether they were mass sends.") int mass_known_n,
    @Doc("First messages that were mass sends.") int mass_n,
    @Doc("mass_n / mass_known_n; null without any.") Double mass_share,
    @Doc("Lower end of the Wilson 95 % interval of mass_share.") Double mass_lo,
    @Doc("Upper end of the Wilson 95 % interval of mass_share.") Double mass_hi,
    @Doc("First messages with a count of customised words.") int customised_n,
    @Doc("Lower quartile of customised words over them; null without any.")
        Double customised_words_p25,
    @Doc("Median of customised words.") Double customised_words_p50,
    @Doc("Upper quartile of customised words.") Double customised_words_p75,
    @Doc("First messages whose personal level is known.") int level_known_n,
    @Doc("Share of them at level 0: nothing of the recipient; null without any.")
        Double level0_share,
    @Doc("Share at level 1: merge fields only.") Double level1_share,
    @Doc("Share at level 2: words for the recipient's role, industry or place.")
        Double level2_share,
    @Doc("Share at level 3: something specific, not verified.") Double level3_share,
    @Doc("Share at level 4: something specific that the archives know to be true.")
        Double level4_share,
    @Doc("First messages at level 3 or 4.") int specific_n,
    @Doc("specific_n / level_known_n; null without any.") Double specific_share,
    @Doc("Lower end of the Wilson 95 % interval of specific_share.") Double specific_lo,
    @Doc("Upper end of the Wilson 95 % interval of specific_share.") Double specific_hi,
    @Doc("First messages in a language with a list of words of praise.") int praise_known_n,
    @Doc("Those with praise that would fit anybody.") int hollow_n,
    @Doc("hollow_n / praise_known_n; null without any.") Double hollow_share,
    @Doc("Lower end of the Wilson 95 % interval of hollow_share.") Double hollow_lo,
    @Doc("Upper end of the Wilson 95 % interval of hollow_share.") Double hollow_hi,
    @Doc("Messages that follow others to the same recipient without an answer between them.")
        int follow_ups_n,
    @Doc("Those with fewer than 10 new words.") int bare_bumps_n,
    @Doc("bare_bumps_n / follow_ups_n; null without any.") Double bare_bump_share,
    @Doc("Messages to recipients who had asked for no more.") int after_opt_out_n,
    @Doc("First messages long enough to be judged and sent by a person.") int eligible_n,
    @Doc("Those with a hard defect.") int defects_n,
    @Doc("defects_n / eligible_n; null without any.") Double defect_rate,
    @Doc("Lower end of the Wilson 95 % interval of defect_rate.") Double defect_lo,
    @Doc("Upper end of the Wilson 95 % interval of defect_rate.") Double defect_hi,
    @Doc("First messages whose reply horizon, 14 days by default, is over.") int reply_known_n,
    @Doc("Those answered by a person within it.") int replies_n,
    @Doc("replies_n / reply_known_n; null without any.") Double reply_rate,
    @Doc("Lower end of the Wilson 95 % interval of reply_rate.") Double reply_lo,
    @Doc("Upper end of the Wilson 95 % interval of reply_rate.") Double reply_hi,
    @Doc(
            "Reply rate shrunk towards that of all senders in the same direction, channel and "
                + "relationship (beta-binomial); for comparisons. Null as reply_rate.")
        Double reply_rate_eb,
    @Doc("exp of the entropy of the templates' shares in first messages.")
        Double templates_effective_n,
    @Doc("First messages made from the most used template / dyads_n.") Double top_template_share,
    @Doc(
            "Share of first messages to recipients of whom more than a name is known, among those "
                + "long enough to be judged; null without any.")
        Double profile_coverage_share,
    @Doc("A: 200 first messages and more, B: 100 to 199, C: 30 to 99; null below.")
        String confidence,
    @Doc("Whether there are too few first messages (below 30) for the rates to be shown.")
        boolean suppressed,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public static final String SENDER_ID = "sender_id";
  public static final String DIRECTION = "direction";
  public static final String CHANNEL = "channel";
  public static final String RELATIONSHIP = "relationship";

  /** The same with the rate that is compared with other senders'. */
  SenderSummaryRow withShrunkReplyRate(Double rate) {
    return new SenderSummaryRow(
        sender_id,
        team_id,
        direction,
        window,
        channel,
        relationship,
        sends_n,
        dyads_n,
        mass_known_n,
        mass_n,
        mass_share,
        mass_lo,
        mass_hi,
        customised_n,
        customised_words_p25,
        customised_words_p50,
        customised_words_p75,
        level_known_n,
        level0_share,
        level1_share,
        level2_share,
        level3_share,
        level4_share,
        specific_n,
        specific_share,
        specific_lo,
        specific_hi,
        praise_known_n,
        hollow_n,
        hollow_share,
        hollow_lo,
        hollow_hi,
        follow_ups_n,
        bare_bumps_n,
        bare_bump_share,
        after_opt_out_n,
        eligible_n,
        defects_n,
        defect_rate,
        defect_lo,
        defect_hi,
        reply_known_n,
        replies_n,
        reply_rate,
        reply_lo,
        reply_hi,
        rate,
        templates_effective_n,
        top_template_share,
        profile_coverage_share,
        confidence,
        suppressed,
        run_id,
        metric_version,
        key_id);
  }
}
