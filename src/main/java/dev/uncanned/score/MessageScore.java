package dev.uncanned.score;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.text.NullReason;
import java.util.List;

/**
 * Everything that is measured of one message to one recipient; null means unknown, never zero.
 *
 * @param header without its recipients
 * @param recipient_id null for a message whose recipients the archive does not name
 * @param dyad_id the pair of sender and recipient, in this direction
 * @param relationship what the two were to each other when it was sent
 * @param touch_no 1 for the sender's first message to the recipient, 2 for the next, …; null
 *     undated
 * @param gap_prev_d days since the sender's previous message to the recipient; null for the first
 * @param is_reply whether the recipient had written since the sender's previous message, within the
 *     window of reach before this one
 * @param first_touch whether it is the sender's first message to the recipient and no answer
 * @param cluster_id the template; null for an empty text
 * @param campaign_id the campaign; null if none
 * @param mass_send METRICS definition: template reach, or reuse share and campaign reach
 * @param reach_n distinct recipients to whom the sender sent the template or the campaign as first
 *     touch or unprompted within 90 days before or after, where the message with the most
 *     recipients counts as one; the larger of the two
 * @param team_reach_n the same over all senders of the team
 * @param mass_level 0 single, 1 repeated, 2 templated, 3 bulk, 4 mass
 * @param customised_words tokens found in too few other members of the scope to be template
 * @param customised_share customised words / tokens that are no placeholder
 * @param custom_reused_share customised words that the sender pasted into other templates too /
 *     customised words; null without any
 * @param edit_ratio word edits against the medoid of the template / words of the longer text
 * @param personal_level how far the text speaks of the recipient, 0 to 4; see {@link Personal}
 * @param personal_score the same as a number, 0 to 1; 0 where the text names somebody else
 * @param id_bits by how much the references single out the recipient
 * @param evidence places that refer to the recipient
 * @param profile_fields_n fields known of the recipient, the name being one
 * @param personal_null_reason why the personal level is null; null if it is not
 * @param hollow_praise_n sentences of praise that would fit anybody; null for languages without a
 *     lexicon and for texts that may not be scored
 * @param specific_praise_n sentences of praise that name something
 * @param unsolicited cold and the recipient had never written before; null left-censored
 * @param unanswered_run messages of the sender since the recipient last wrote, this one counted;
 *     null unless it is a follow-up
 * @param bare_bump whether it is a follow-up with fewer than 10 new words
 * @param after_opt_out whether the recipient had asked for no more messages; null without a sender,
 *     a recipient or a time
 * @param replied an answer of the recipient, by hand, within the horizon; null right-censored
 * @param reply_latency_h hours until that answer
 * @param reply_class what the answer says that came before the sender's next message; null without
 *     one and where the rules are not sure
 */
public record MessageScore(
    MessageHeader header,
    String recipient_id,
    String dyad_id,
    int tokens_n,
    int chars_n,
    String lang,
    float lang_conf,
    Relationship relationship,
    Integer touch_no,
    Float gap_prev_d,
    Boolean is_reply,
    Boolean first_touch,
    String cluster_id,
    String campaign_id,
    Boolean mass_send,
    Float reuse_share,
    Integer reach_n,
    Integer team_reach_n,
    Byte mass_level,
    MassEvidence mass_evidence,
    Integer customised_words,
    Float customised_share,
    Float custom_reused_share,
    Float edit_ratio,
    Scope scope,
    Byte personal_level,
    Float personal_score,
    Float id_bits,
    List<Evidence> evidence,
    Integer profile_fields_n,
    Personal.Unknown personal_null_reason,
    List<Defect> defects,
    Integer hollow_praise_n,
    Integer specific_praise_n,
    Boolean unsolicited,
    Integer unanswered_run,
    Boolean bare_bump,
    Boolean after_opt_out,
    Boolean replied,
    Float reply_latency_h,
    ReplyClass reply_class,
    Confidence confidence,
    NullReason null_reason) {

  public static final String HEADER = "header";
  public static final String DEFECTS = "defects";
  public static final String EVIDENCE = "evidence";
  public static final String PROFILE_FIELDS = "profile_fields_n";

  public MessageScore {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    defects = defects == null ? List.of() : List.copyOf(defects);
  }
}
