package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.time.LocalDate;

/** What a team's first messages of one week were like. */
@Table(
    name = "team_summary",
    grain = "team × week",
    sortedBy = {"team_id", "week"})
@Doc(
    "What the first outbound messages of a team were like, week by week; the row without a week "
        + "covers the whole period.")
public record TeamSummaryRow(
    @Doc("Team of the roster; 'no team' for owners of archives who are not on it.") String team_id,
    @Doc("Monday of the ISO week, UTC; null: the whole period, undated messages among it.")
        LocalDate week,
    @Doc(
            "Whether the week lies wholly inside the data: it begins no earlier than the team's first "
                + "outbound message and ends no later than the as-of day and the last day of which the "
                + "team's archives tell, by a message or by their export. Incomplete weeks make no "
                + "trend.")
        boolean complete,
    @Doc("Senders with a first message.") int senders_n,
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
            "Pairs of sender and recipient left alone after 4 and more messages in a row, whatever "
                + "the recipient had written before them, once the reply horizon of the fourth is "
                + "over; in the week of the fourth, a pair once a row.")
        int unanswered4_n,
    @Doc("Recipients of first messages.") int recipients_n,
    @Doc(
            "People off the roster whom members of the team wrote to unprompted; null without a "
                + "team.")
        Long contacted_persons_n,
    @Doc("Those to whom 2 and more of the team wrote within 30 days.") Long overlap_persons_n,
    @Doc("Those to whom they sent the same template.") Long overlap_persons_template_n,
    @Doc("overlap_persons_n / contacted_persons_n; null without any.") Double overlap_person_share,
    @Doc(
            "Companies of these people, by their profile or else by the domain of their address, "
                + "where that is not a mail provider's.")
        Long contacted_companies_n,
    @Doc("Companies to whose people 2 and more of the team wrote within 30 days.")
        Long overlap_companies_n,
    @Doc("Companies to whose people they sent the same template.")
        Long overlap_companies_template_n,
    @Doc("overlap_companies_n / contacted_companies_n; null without any.")
        Double overlap_company_share,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {
  static final String TEAM_ID = "team_id";
  static final String WEEK = "week";
  static final String CONTACTED_PERSONS_N = "contacted_persons_n";
  static final String OVERLAP_PERSONS_N = "overlap_persons_n";
  static final String OVERLAP_PERSONS_TEMPLATE_N = "overlap_persons_template_n";
  static final String OVERLAP_PERSON_SHARE = "overlap_person_share";
  static final String CONTACTED_COMPANIES_N = "contacted_companies_n";
  static final String OVERLAP_COMPANIES_N = "overlap_companies_n";
  static final String OVERLAP_COMPANIES_TEMPLATE_N = "overlap_companies_template_n";
  static final String OVERLAP_COMPANY_SHARE = "overlap_company_share";
}
