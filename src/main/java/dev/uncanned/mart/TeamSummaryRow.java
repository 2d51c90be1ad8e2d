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
    @Doc("Whether the week lies wholly inside the data; incomplete weeks make no trend.")
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
    @Doc("First messages long enough to be judged and sent by a person.") int eligible_n,
    @Doc("Those with a hard defect.") int defects_n,
    @Doc("defects_n / eligible_n; null without any.") Double defect_rate,
    @Doc("Lower end of the Wilson 95 % interval of defect_rate.") Double defect_lo,
    @Doc("Upper end of the Wilson 95 % interval of defect_rate.") Double defect_hi,
    @Doc("First messages whose reply horizon of 14 days is over.") int reply_known_n,
    @Doc("Those answered by a person within it.") int replies_n,
    @Doc("replies_n / reply_known_n; null without any.") Double reply_rate,
    @Doc("Lower end of the Wilson 95 % interval of reply_rate.") Double reply_lo,
    @Doc("Upper end of the Wilson 95 % interval of reply_rate.") Double reply_hi,
    @Doc("Pairs of sender and recipient left alone after 4 and more unanswered messages.")
        int unanswered4_n,
    @Doc("Recipients of first messages.") int recipients_n,
    @Doc("Those who got a first message from 2 and more of the team.") int overlap_persons_n,
    @Doc("overlap_persons_n / recipients_n; null without any.") Double overlap_person_share,
    @Doc("The same for companies. Not computed by this version.") Double overlap_company_share,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {}
