package dev.uncanned.export;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.time.LocalDate;
import java.util.List;

/** A delivery as it is exported. */
@Table(
    name = "messages",
    grain = "message × recipient",
    sortedBy = {"message_id", "dyad_id"})
@Doc(
    "Deliveries: structure and scores, without text; rows whose combination of direction, channel, "
        + "kind, relationship, lang, team_id and sent_week covers fewer than k people are left out.")
public record ExportedMessage(
    @Doc("Message; the same for all its recipients.") String message_id,
    @Doc("Conversation; all its rows are shifted by the same days.") String thread_id,
    @Doc("The pair of sender and recipient, in this direction; null without a recipient.")
        String dyad_id,
    @Doc(
            "Sender; null for one who wrote to fewer than k recipients in this direction, and for one "
                + "of ours where the team is withheld.")
        String sender_id,
    @Doc(
            "Recipient; null if the archive names none, and for an inbox of ours with fewer than k "
                + "senders or whose team is withheld.")
        String recipient_id,
    @Doc("Team of ours; null off the roster and where it is rare.") String team_id,
    @Doc(
            "Archive the row is from; null where it covers fewer than k people or the team is withheld.")
        String archive_id,
    @Doc("Template; null without one and where it reached fewer than k recipients.")
        String cluster_id,
    @Doc("Campaign; null without one and where it reached fewer than k recipients.")
        String campaign_id,
    @Doc("outbound: the owner of the archive sent it; inbound: the owner received it.")
        String direction,
    @Doc("li_invite, li_message, li_inmail, email or chat; null where it is rare.") String channel,
    @Doc("message, group, one_tap or auto_reply; null where it is rare.") String kind,
    @Doc(
            "What the two were to each other when it was sent: reply, two_way, accepted_only, cold "
                + "or unknown; null where it is rare.")
        String relationship,
    @Doc("Language, ISO 639-1; null if it cannot be told and where it is rare.") String lang,
    @Doc("Monday of the week of sent_on; null if undated and where it is rare.")
        LocalDate sent_week,
    @Doc(
            "Shifted day: order and gaps within a conversation are true, the day itself is not; null "
                + "as sent_week.")
        LocalDate sent_on,
    @Doc(
            "1 for the sender's first message to the recipient, 2 for the next; 5 stands for 5 and more.")
        Integer touch_no,
    @Doc(
            "Days since the sender's previous message to the recipient, by the lower end of the bin: "
                + "0, 1, 2, 4, 8, 15, 31, 91, 181, 366.")
        Integer gap_prev_from_d,
    @Doc("Whether it is the sender's first message to the recipient and answers none.")
        Boolean first_touch,
    @Doc(
            "Whether the recipient had written since the sender's previous message, at most "
                + "score.reach_window_days before this one.")
        Boolean is_reply,
    @Doc("Whether headers or form say that a machine sent it.") boolean is_auto,
    @Doc("Whether files were attached.") boolean attachment,
    @Doc("Words, by the lower end of the bin: 0, 8, 25, 50, 100, 200, 400.") Integer words_from_n,
    @Doc("Whether it is a mass send; null as in message_scores.") Boolean mass_send,
    @Doc("0 single, 1 repeated, 2 templated, 3 bulk, 4 mass.") Byte mass_level,
    @Doc("What shows the mass send: template, campaign, headers, cross_archive or none.")
        String mass_evidence,
    @Doc(
            "Recipients whom the sender sent the template or campaign, by the lower end of the bin: "
                + "0, 1, 3, 5, 10, 20, 50, 100, 200, 500, 1000.")
        Integer reach_from_n,
    @Doc("The same over all senders of the team, in the same bins.") Integer team_reach_from_n,
    @Doc("Share of words in the sender's recurring phrases, in steps of 0.05.") Double reuse_share,
    @Doc(
            "Words that were written for few, by the lower end of the bin: 0, 1, 3, 6, 11, 21, 41, "
                + "81.")
        Integer customised_words_from_n,
    @Doc("Share of these words, in steps of 0.05.") Double customised_share,
    @Doc("Share of them that the sender used elsewhere too, in steps of 0.05.")
        Double custom_reused_share,
    @Doc("Share of words that differ from the template's middle text, in steps of 0.05.")
        Double edit_ratio,
    @Doc("What customised words were told against: template, campaign or sender.") String scope,
    @Doc("How far the text speaks of the recipient, 0 to 4.") Byte personal_level,
    @Doc("The evidence for it as a number, 0 to 1, in steps of 0.05.") Double personal_score,
    @Doc(
            "Places that refer to the recipient, counted by type, such as merge_first:1; 3 stands for "
                + "3 and more, none for no place.")
        String evidence_by_type,
    @Doc("Faults of the mail merge, counted in the same way.") String defects_by_type,
    @Doc("Sentences of praise that would fit anybody; 3 stands for 3 and more.")
        Integer hollow_praise_n,
    @Doc("Sentences of praise for something specific; 3 stands for 3 and more.")
        Integer specific_praise_n,
    @Doc("Cold and never written to by the recipient before.") Boolean unsolicited,
    @Doc("Messages since the recipient last wrote; 5 stands for 5 and more.")
        Integer unanswered_run,
    @Doc("Follow-up with fewer than 10 new words.") Boolean bare_bump,
    @Doc(
            "Whether the recipient had asked for no more messages; null without a sender, a "
                + "recipient or a time.")
        Boolean after_opt_out,
    @Doc("Answered by a person within the reply horizon, 14 days by default.") Boolean replied,
    @Doc("Hours until that answer, by the lower end of the bin: 0, 1, 4, 24, 72, 168.")
        Integer reply_latency_from_h,
    @Doc("What the answer says: positive, neutral, negative, opt_out or auto.") String reply_class,
    @Doc("Trust in the customisation figures: A, B or C.") String confidence,
    @Doc("Why personal_level is null: few_copies, no_profile or no_recipient.")
        String personal_null_reason,
    @Doc("Why scores are null.") String null_reason) {

  /** What must cover k people together. */
  public static final List<String> COMBINATION =
      List.of("direction", "channel", "kind", "relationship", "lang", "team_id", "sent_week");

  /** What is not told where it is rare, beside these. */
  public static final List<String> GUARDED_IDS =
      List.of("sender_id", "recipient_id", "archive_id", "cluster_id", "campaign_id");

  public static final String MESSAGE_ID = "message_id";
  public static final String DYAD_ID = "dyad_id";
  public static final String SENDER_ID = "sender_id";
  public static final String RECIPIENT_ID = "recipient_id";
  public static final String ARCHIVE_ID = "archive_id";
  public static final String CLUSTER_ID = "cluster_id";
  public static final String CAMPAIGN_ID = "campaign_id";
  public static final String DIRECTION = "direction";
  public static final String TEAM_ID = "team_id";
  public static final String SENT_WEEK = "sent_week";
  public static final String SENT_ON = "sent_on";
}
