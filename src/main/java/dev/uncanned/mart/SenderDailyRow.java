package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.time.LocalDate;

/** What one sender sent over one channel on one day. */
@Table(
    name = "sender_daily",
    grain = "sender × day × channel",
    sortedBy = {"direction", "sender_id", "day", "channel"})
@Doc(
    "What each sender sent, day by day. All counts but recipients_n may be added up over days and "
        + "channels; divide sums, never average rates.")
public record SenderDailyRow(
    @Doc("Pseudonym of the sender.") String sender_id,
    @Doc("Team; null off the roster.") String team_id,
    @Doc("outbound: one of us; inbound: an outside sender, as far as our inboxes show.")
        String direction,
    @Doc("Day, UTC; null for undated messages.") LocalDate day,
    @Doc("Channel.") String channel,
    @Doc("Messages to recipients, follow-ups and answers among them.") int sends_n,
    @Doc("First messages: pairs of sender and recipient; the unit of what follows.")
        int first_touch_n,
    @Doc("First messages of which it is known whether they were mass sends.") int mass_known_n,
    @Doc("First messages that were mass sends.") int mass_n,
    @Doc("Different recipients of all messages of the day; not to be added up.") int recipients_n,
    @Doc("First messages long enough to be judged and sent by a person.") int eligible_n,
    @Doc("Those with a hard defect.") int defects_n,
    @Doc("First messages whose reply horizon, 14 days by default, is over.") int reply_known_n,
    @Doc("Those answered by a person within it.") int replies_n,
    @Doc("First messages with a count of customised words.") int customised_n,
    @Doc("Customised words in these, added up.") long customised_words_sum,
    @Doc("First messages whose personal level is known.") int level_known_n,
    @Doc("First messages at personal level 3 or 4: with something specific to the recipient.")
        int specific_n,
    @Doc("First messages in a language with a list of words of praise.") int praise_known_n,
    @Doc("Those with praise that would fit anybody.") int hollow_n,
    @Doc("Messages that follow others to the same recipient without an answer between them.")
        int follow_ups_n,
    @Doc("Those with fewer than 10 new words.") int bare_bumps_n,
    @Doc("Messages to recipients who had asked for no more.") int after_opt_out_n,
    @Doc(
            "Most messages within an hour that ends with a message of the day, over all channels,"
                + " one to several recipients counted once; not to be added up. Null for undated"
                + " and automatic messages, and where only the day is known.")
        Integer max_1h_n,
    @Doc("The same within 24 hours; null for undated and automatic messages only.")
        Integer max_24h_n,
    @Doc(
            "Whether a message of the day, of any channel, lies in a run of 20 at the even pace of"
                + " a machine: median gap below 90 seconds, coefficient of variation below 0.3."
                + " Null where there may be such a run, but its times have no seconds.")
        Boolean automation_hint,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {
  static final String SENDER_ID = "sender_id";
  public static final String DAY = "day";
  static final String MAX_1H_N = "max_1h_n";
  static final String MAX_24H_N = "max_24h_n";
  static final String AUTOMATION_HINT = "automation_hint";
}
