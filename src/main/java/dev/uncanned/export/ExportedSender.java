package dev.uncanned.export;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** What a sender's first messages were like, as it is exported. */
@Table(
    name = "senders",
    grain = "sender × direction",
    sortedBy = {"direction", "sender_id"})
@Doc(
    "Senders who wrote to k recipients and more of the exported messages. Counts are rounded down to "
        + "a multiple of k; null is 1 to k - 1.")
public record ExportedSender(
    @Doc("Sender, as in messages.") String sender_id,
    @Doc("outbound: one of us; inbound: an outside sender, as far as our inboxes show.")
        String direction,
    @Doc("Messages, follow-ups and answers among them.") Long sends_n,
    @Doc("First messages; the unit of what follows.") Long first_messages_n,
    @Doc("First messages of which it is known whether they were mass sends.") Long mass_known_n,
    @Doc("First messages that were mass sends.") Long mass_n,
    @Doc("First messages with a count of customised words.") Long customised_n,
    @Doc(
            "Median of customised words, by the lower end of the bin: 0, 1, 3, 6, 11, 21, 41, 81; "
                + "null over fewer than k.")
        Integer customised_words_p50_from,
    @Doc("First messages whose personal level is known.") Long level_known_n,
    @Doc("First messages at level 3 or 4.") Long specific_n,
    @Doc("First messages in a language with a list of words of praise.") Long praise_known_n,
    @Doc("Those with praise that would fit anybody.") Long hollow_n,
    @Doc("Messages that follow others without an answer between them.") Long follow_ups_n,
    @Doc("Those with fewer than 10 new words.") Long bare_bumps_n,
    @Doc("Messages to recipients who had asked for no more.") Long after_opt_out_n,
    @Doc("First messages long enough to be judged and sent by a person.") Long eligible_n,
    @Doc("Those with a hard defect.") Long defects_n,
    @Doc("First messages whose time for an answer is over.") Long reply_known_n,
    @Doc("Those answered by a person.") Long replies_n,
    @Doc("exp of the entropy of the templates' shares, rounded; null over fewer than k.")
        Long templates_effective,
    @Doc("Share of the most used template in first messages, in steps of 0.05; null as above.")
        Double top_template_share) {

  public static final String SENDER_ID = "sender_id";
  public static final String DIRECTION = "direction";
}
