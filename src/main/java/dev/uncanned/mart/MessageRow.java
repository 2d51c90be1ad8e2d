package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.LowerCase;
import dev.uncanned.table.Table;
import java.time.Instant;

/** Who wrote to whom, when and by which way: one row a delivery, without any text. */
@Table(
    name = "messages",
    grain = "message × recipient",
    sortedBy = {"channel", "sent_at", "message_id", "recipient_id"})
@Doc("Who wrote to whom, when and by which way; one row for each recipient of a message.")
public record MessageRow(
    @Doc("Message, from its content: the same message has the same id in every run.")
        String message_id,
    @Doc(
            "Conversation, from the archive's thread id, else from the people and the subject, by the "
                + "key of the pseudonyms.")
        String thread_id,
    @Doc("The pair of sender and recipient, in this direction; null without a recipient.")
        String dyad_id,
    @Doc("Pseudonym of the sender.") String sender_id,
    @Doc("Pseudonym of the recipient; null if the archive names none.") String recipient_id,
    @Doc("Team of the sender (outbound) or of the archive's owner (inbound); null off the roster.")
        String team_id,
    @Doc("Archive the row was read from; further copies are counted in inputs.duplicate_n.")
        String archive_id,
    @Doc("li_invite, li_message, li_inmail, email or chat.") @LowerCase String channel,
    @Doc("outbound: the owner of the archive sent it; inbound: the owner received it.") @LowerCase
        String direction,
    @Doc("message, group, one_tap or auto_reply.") @LowerCase String kind,
    @Doc(
            "What the two were to each other when it was sent: reply, two_way, accepted_only, cold, "
                + "or unknown where the archive starts too shortly before or both wrote at the same "
                + "time.")
        @LowerCase
        String relationship,
    @Doc("Sending time, UTC; null if undated.") Instant sent_at,
    @Doc("How well sent_at is known: second, minute, fallback or none.") @LowerCase
        String date_quality,
    @Doc("Words of the text without quoted thread, sign-off and footer, fields masked.")
        int tokens_n,
    @Doc("Characters of the same text before masking.") int chars_n,
    @Doc("Language, ISO 639-1; null if it cannot be told.") String lang,
    @Doc("How sure the language is, 0 to 1.") float lang_conf,
    @Doc("1 for the sender's first message to the recipient, 2 for the next; null if undated.")
        Integer touch_no,
    @Doc("Days since the sender's previous message to the recipient; null for the first.")
        Float gap_prev_d,
    @Doc(
            "Whether it is the sender's first message to the recipient and answers none; null as "
                + "is_reply.")
        Boolean first_touch,
    @Doc(
            "Whether the recipient had written since the sender's previous message, at most "
                + "score.reach_window_days before this one; null where both wrote at the same time, "
                + "as dates without a time make it seem.")
        Boolean is_reply,
    @Doc("Whether headers or form say that a machine sent it.") boolean is_auto,
    @Doc(
            "Folded subject without Re: and Fwd:, by the key of the pseudonyms; null without a "
                + "subject.")
        String subject_key,
    @Doc("Attached files; they are counted, not read.") int attachment_n,
    @Doc("Template or sequence step that the sales tool names; null if it names none.")
        String template_ref,
    @Doc("Input the row was read from.") String input_id,
    @Doc("Ordinal of the record in that input, from 1.") long source_row,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public static final String MESSAGE_ID = "message_id";
  public static final String RECIPIENT_ID = "recipient_id";
  public static final String SENT_AT = "sent_at";
  public static final String KIND = "kind";
  public static final String FIRST_TOUCH = "first_touch";
  public static final String IS_REPLY = "is_reply";
  static final String IS_AUTO = "is_auto";
}
