package dev.uncanned.score;

import java.util.List;

/**
 * One message on its way to one recipient, with what was read in its text but without the text, to
 * be put beside everything else that the two people wrote to each other.
 *
 * @param pair the two people in either order; the message where one of them is not known
 * @param customised null where the text is in no scope
 * @param words the different words of the text as {@link WordBag} packs them; null without a text
 *     and for what a machine sent, which nothing follows up
 * @param reply_class what it says if it is an answer; null if not sure
 * @param personal what in it speaks of the recipient; null where it is neither judged nor
 *     remembered
 * @param fills names and companies in it that are not the recipient's
 */
public record PairLine(
    String pair,
    Send send,
    MessageFacts facts,
    JudgedWords customised,
    byte[] words,
    ReplyClass reply_class,
    DyadLine personal,
    List<ForeignFill> fills) {

  public PairLine {
    fills = fills == null ? List.of() : List.copyOf(fills);
  }

  /** The same of what a machine sent. */
  PairLine byMachine() {
    return new PairLine(
        pair, send.byMachine(), facts, customised, null, reply_class, personal, fills);
  }
}
