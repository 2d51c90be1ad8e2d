package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.LowerCase;
import dev.uncanned.table.Table;
import java.util.List;

/** How far one message to one recipient was a copy, and what was made for this recipient. */
@Table(
    name = "message_scores",
    grain = "message × recipient",
    sortedBy = {"message_id", "recipient_id"})
@Doc("How far a message was a copy and what in it was made for this recipient.")
public record MessageScoreRow(
    @Doc("Message, as in messages.") String message_id,
    @Doc("Pseudonym of the recipient; null if the archive names none.") String recipient_id,
    @Doc("The pair of sender and recipient, in this direction.") String dyad_id,
    @Doc("Pseudonym of the sender.") String sender_id,
    @Doc("outbound or inbound, as in messages.") @LowerCase String direction,
    @Doc("Template: the cluster of near-duplicates it belongs to; null for an empty text.")
        String cluster_id,
    @Doc("Campaign: the family of texts that share the sender's recurring phrases; null if none.")
        String campaign_id,
    @Doc(
            "Mass send: the template reached 5 recipients and more, or reuse_share is 0.3 and more "
                + "in a campaign that did (limits in the config). Null for automatic, one-tap and "
                + "short texts, for answers, and where one inbox cannot know.")
        Boolean mass_send,
    @Doc(
            "Words lying in 3-word phrases that the sender used to 3 and more other recipients / "
                + "words; null below 8 words.")
        Float reuse_share,
    @Doc(
            "Distinct recipients to whom the sender sent the template, or the campaign where that "
                + "reached more, unprompted within 90 days before or after.")
        Integer reach_n,
    @Doc("The same over all senders of the team; null off the roster.") Integer team_reach_n,
    @Doc("0 single (1-2 recipients), 1 repeated (3-4), 2 templated (5-19), 3 bulk (20-99), 4 mass.")
        Byte mass_level,
    @Doc(
            "What shows the mass send: template, campaign or headers; cross_archive, a hint only;"
                + " none.")
        @LowerCase
        String mass_evidence,
    @Doc(
            "Words in no 3-word phrase that enough other members of the scope share; placeholders "
                + "not counted. Null below 10 members.")
        Integer customised_words,
    @Doc("customised_words / words that are no placeholder.") Float customised_share,
    @Doc(
            "Customised words in 5-word phrases that the sender also used to 2 and more others "
                + "outside the template or campaign / customised words; null without any.")
        Float custom_reused_share,
    @Doc(
            "Words to put in, take out or exchange to make the text out of the template's medoid / "
                + "words of the longer one; null for templates below 20 messages.")
        Float edit_ratio,
    @Doc("What customised words were told against: template, campaign or sender.") @LowerCase
        String scope,
    @Doc(
            "How far the text speaks of the recipient: 0 not at all, 1 merge fields only, 2 words"
                + " for the recipient's role, industry or place, 3 something specific that cannot"
                + " be verified, 4 something the archives know to be true. Null where too little is"
                + " known of text or recipient.")
        Byte personal_level,
    @Doc(
            "The evidence as a number, 0 to 1, by fixed weights; merge fields alone give 0.14 at "
                + "most, a text that names somebody else 0.")
        Float personal_score,
    @Doc(
            "Bits by which the verified references single out this recipient among others: 1 if "
                + "they fit every second. Null where too few profiles are known.")
        Float id_bits,
    @Doc("Places that refer to the recipient.") List<EvidenceSpan> evidence,
    @Doc("Faults of the mail merge, hard and soft, with their places.") List<DefectSpan> defects,
    @Doc(
            "Sentences of praise that would fit anybody; null for languages other than English, "
                + "German, French, Spanish and Portuguese.")
        Integer hollow_praise_n,
    @Doc("Sentences of praise that name something specific; null as hollow_praise_n.")
        Integer specific_praise_n,
    @Doc("Cold and never written to by the recipient before; null where the archive cannot know.")
        Boolean unsolicited,
    @Doc(
            "Messages of the sender since the recipient last wrote, this one counted; null unless "
                + "it is a follow-up, or where one of them may have been an answer or not.")
        Integer unanswered_run,
    @Doc(
            "Follow-up without an answer and with fewer than 10 words that the sender's earlier "
                + "messages to the recipient had not; null unless it is one.")
        Boolean bare_bump,
    @Doc(
            "Whether the recipient had asked for no more messages; null without a sender, a "
                + "recipient or a time.")
        Boolean after_opt_out,
    @Doc("Configured offer that the message carries; null without one.") String offer,
    @Doc(
            "Whether the recipient is of those the offer is meant for: in, out or unknown; null "
                + "without an offer.")
        @LowerCase
        String audience_match,
    @Doc(
            "Answered by a person within the reply horizon, 14 days by default; null while it is not over, and where the "
                + "recipient wrote at the same time and never again in them.")
        Boolean replied,
    @Doc("Hours until that answer; null without one or where it is not sure which it is.")
        Float reply_latency_h,
    @Doc(
            "What the answer says that came before the sender's next message: positive, neutral, "
                + "negative, opt_out or auto; null without one and where the rules are not sure.")
        @LowerCase
        String reply_class,
    @Doc("Fields known of the recipient, the name being one.") Integer profile_fields_n,
    @Doc(
            "Why personal_level is null: few_copies of the text to tell what was written for one, "
                + "no_profile of the recipient, no_recipient named; null if it is not, and for "
                + "texts that are not scored at all.")
        @LowerCase
        String personal_null_reason,
    @Doc("Trust in the customisation figures: A 50 members and more, B 20 to 49, C 10 to 19.")
        String confidence,
    @Doc("Why scores are null; null if none is missing for a reason of the message.") @LowerCase
        String null_reason,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public static final String PERSONAL_LEVEL = "personal_level";
  public static final String SENDER_ID = "sender_id";
  public static final String DIRECTION = "direction";
  public static final String CAMPAIGN_ID = "campaign_id";
  public static final String MASS_SEND = "mass_send";
  public static final String NULL_REASON = "null_reason";
  public static final String UNANSWERED_RUN = "unanswered_run";
  public static final String REPLIED = "replied";
  static final String DEFECTS = "defects";
  static final String OFFER = "offer";
  static final String AUDIENCE_MATCH = "audience_match";
  static final String EVIDENCE = "evidence";
  static final String AFTER_OPT_OUT = "after_opt_out";
}
