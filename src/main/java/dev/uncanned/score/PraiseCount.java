package dev.uncanned.score;

import java.util.List;

/**
 * The praise of one message.
 *
 * @param hollow_praise_n sentences of praise that would fit anybody
 * @param specific_praise_n sentences of praise that name something
 * @param praise where these sentences are in the text
 */
public record PraiseCount(
    String message_id,
    Integer hollow_praise_n,
    Integer specific_praise_n,
    List<PraiseSpan> praise) {

  public PraiseCount {
    praise = praise == null ? List.of() : List.copyOf(praise);
  }

  static PraiseCount of(PraisedText text, Praise finder) {
    PraiseFound found = finder.find(text.text(), text.lang(), text.sender(), text.recipients());
    return found == null
        ? new PraiseCount(text.message_id(), null, null, null)
        : new PraiseCount(
            text.message_id(), found.hollow_praise_n(), found.specific_praise_n(), found.spans());
  }

  boolean isKnown() {
    return hollow_praise_n != null;
  }
}
