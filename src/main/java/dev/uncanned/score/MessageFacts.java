package dev.uncanned.score;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.text.NullReason;
import java.util.List;

/**
 * What one message says of itself, without its text.
 *
 * @param header with no recipients: each score names its own, and a list of thousands in each of
 *     thousands of scores would be too much
 * @param hollow_praise_n null for languages without a list of praise
 * @param specific_praise_n null for languages without a list of praise
 */
public record MessageFacts(
    MessageHeader header,
    int tokens_n,
    int chars_n,
    String lang,
    float lang_conf,
    boolean eligible,
    NullReason null_reason,
    List<Defect> defects,
    Integer hollow_praise_n,
    Integer specific_praise_n) {

  public static final String HEADER = "header";

  public MessageFacts {
    defects = defects == null ? List.of() : List.copyOf(defects);
  }

  static MessageFacts of(DeliveredText text, List<Defect> defects, PraiseFound praise) {
    return new MessageFacts(
        text.header().addressedToNobody(),
        text.tokens_n(),
        text.chars_n(),
        text.lang(),
        text.lang_conf(),
        text.eligible(),
        text.null_reason(),
        defects,
        praise == null ? null : praise.hollow_praise_n(),
        praise == null ? null : praise.specific_praise_n());
  }
}
