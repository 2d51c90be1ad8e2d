package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Packed;
import dev.uncanned.text.NullReason;
import java.time.Instant;
import java.util.List;

/**
 * One text with all that decides what is measured of it alone: its template and campaign, its
 * customised words, and the fields and phrases of its template.
 *
 * @param sender as the archive knows the sender; null if not at all
 * @param recipients contacts of the first recipients, place by place with those of the header
 * @param cluster_id null for an empty text
 * @param campaign_id null without one
 * @param reuse_share share of recurring phrases, null if not known
 * @param archive_start oldest dated message of the archive, null without any
 * @param archive_end newest dated message of the archive, null without any
 * @param customised null where the text is in no scope
 * @param spans {@link Customised#spans}; null where the customised words are unknown
 * @param segments phrases of the text's template that only some readers got; null without any
 * @param contexts fields of its template; null where too few texts of it are known
 */
public record DeliveredText(
    MessageHeader header,
    String text,
    String masked,
    int tokens_n,
    int chars_n,
    String lang,
    float lang_conf,
    boolean eligible,
    NullReason null_reason,
    @Packed Contact sender,
    @Packed List<Contact> recipients,
    String cluster_id,
    String campaign_id,
    Float reuse_share,
    Instant archive_start,
    Instant archive_end,
    JudgedWords customised,
    List<Integer> spans,
    long[] segments,
    List<FillContext> contexts) {

  /** The same without its text, as its history needs it. */
  LabelledEnvelope envelope() {
    return new LabelledEnvelope(
        header.message_id(),
        header.sender_id(),
        header.recipient_ids(),
        header.team_id(),
        header.archive_id(),
        header.channel(),
        header.kind(),
        header.direction(),
        header.sent_at(),
        header.date_quality(),
        header.automatic(),
        cluster_id,
        campaign_id,
        reuse_share,
        archive_start,
        archive_end);
  }

  /** What of it speaks of its recipients. */
  PersonalText personal() {
    return new PersonalText(
        header.message_id(),
        header.sender_id(),
        header.recipient_ids(),
        header.sent_at(),
        text,
        lang,
        null_reason,
        sender,
        recipients,
        spans,
        segments);
  }

  /** What of it may name somebody else. */
  FilledText filled() {
    return new FilledText(
        header.message_id(),
        header.recipient_ids(),
        text,
        masked,
        sender,
        recipients,
        cluster_id,
        contexts);
  }
}
