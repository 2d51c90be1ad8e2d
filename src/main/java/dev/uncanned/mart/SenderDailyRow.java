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
    @Doc("First messages whose reply horizon of 14 days is over.") int reply_known_n,
    @Doc("Those answered by a person within it.") int replies_n,
    @Doc("First messages with a count of customised words.") int customised_n,
    @Doc("Customised words in these, added up.") long customised_words_sum,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {}
