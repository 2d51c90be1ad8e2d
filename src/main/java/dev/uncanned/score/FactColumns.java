package dev.uncanned.score;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.text.NullReason;
import java.util.List;

/** The columns of a text that say of a message whether it may be scored; not the text. */
public record FactColumns(
    MessageHeader header,
    int tokens_n,
    int chars_n,
    String lang,
    float lang_conf,
    boolean eligible,
    NullReason null_reason) {

  /** The same without what a scan of the text finds. */
  MessageFacts facts() {
    return new MessageFacts(
        header, tokens_n, chars_n, lang, lang_conf, eligible, null_reason, List.of(), null, null);
  }
}
