package dev.uncanned.score;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.text.NullReason;
import java.util.List;

/**
 * What one message says of itself, without its text.
 *
 * @param header with no recipients: each score names its own, and a list of thousands in each of
 *     thousands of scores would be too much
 */
public record MessageFacts(
    MessageHeader header,
    int tokens_n,
    int chars_n,
    String lang,
    float lang_conf,
    boolean eligible,
    NullReason null_reason,
    List<Defect> defects) {

  public static final String HEADER = "header";

  public MessageFacts {
    defects = defects == null ? List.of() : List.copyOf(defects);
  }

  static MessageFacts of(ScannedColumns text, List<Defect> defects) {
    return new MessageFacts(
        addressedToNobody(text.header()),
        text.tokens_n(),
        text.chars_n(),
        text.lang(),
        text.lang_conf(),
        text.eligible(),
        text.null_reason(),
        defects);
  }

  private static MessageHeader addressedToNobody(MessageHeader header) {
    if (header.recipient_ids().isEmpty()) {
      return header;
    }
    return new MessageHeader(
        header.message_id(),
        header.thread_id(),
        header.archive_id(),
        header.input_id(),
        header.source_row(),
        header.channel(),
        header.kind(),
        header.direction(),
        header.sender_id(),
        header.owner_id(),
        header.team_id(),
        List.of(),
        header.sent_at(),
        header.date_quality(),
        header.automatic(),
        header.bulk_headers(),
        header.subject_key());
  }
}
