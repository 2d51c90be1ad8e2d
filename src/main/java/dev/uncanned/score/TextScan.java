package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Reads a text once for all that is measured of it alone: defects, praise, what it says as an
 * answer, what speaks of its recipients, names of others in the fields of its template.
 *
 * <p>Not thread-safe.
 */
public final class TextScan implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TextPlaces places = new TextPlaces();
  private final DefectScanner defects;
  private final Praise praise = new Praise();
  private final ReplyRules replies = new ReplyRules();
  private final ForeignFills fills;
  private final Personalisation personalisation;

  /**
   * A scan with the configured rules.
   *
   * @param people what is known of the owners of archives
   */
  public TextScan(ScoreConfig config, KnownPeople people) {
    this.defects = new DefectScanner(config);
    this.fills = new ForeignFills(config, places);
    this.personalisation = new Personalisation(people, places);
  }

  /** One line for each recipient; one with a null recipient where none is named. */
  public Iterator<PairLine> lines(DeliveredText text) {
    Words words = text.text() == null ? null : Words.of(text.text());
    MessageFacts facts = MessageFacts.of(text, defects.scan(text), praise(text, words));
    byte[] bag = text.header().automatic() ? null : WordBag.of(text.masked());
    ReplyClass answer = words == null ? null : replies.ofWords(words, text.lang());
    List<ForeignFill> foreign = foreign(text);
    Map<String, DyadLine> personal = new HashMap<>();
    for (DyadLine line : personalisation.lines(text.personal())) {
      personal.put(line.recipient_id(), line);
    }
    List<PairLine> lines = new ArrayList<>();
    for (Send send : Send.of(text.envelope())) {
      DyadLine line = personal.get(send.recipient_id());
      lines.add(
          new PairLine(send.pair(), send, facts, text.customised(), bag, answer, line, foreign));
    }
    return lines.iterator();
  }

  private PraiseFound praise(DeliveredText text, Words words) {
    if (words == null || !text.eligible()) {
      return null;
    }
    List<Contact> named = text.recipients() == null ? List.of() : text.recipients();
    return praise.find(
        text.text(), words, text.lang(), () -> places.of(text.text(), text.sender(), named));
  }

  /** Of texts to one recipient only. */
  private List<ForeignFill> foreign(DeliveredText text) {
    List<ForeignFill> foreign = new ArrayList<>();
    if (text.contexts() != null) {
      fills.of(text.filled()).forEachRemaining(foreign::add);
    }
    return foreign;
  }
}
