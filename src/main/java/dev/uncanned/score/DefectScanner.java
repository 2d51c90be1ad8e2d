package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the faults that a mail merge leaves in a text: open fields, wrong names, empty slots.
 *
 * <p>Each scanner reads the text once by hand. In doubt there is no defect: a name is called wrong
 * only if the names of all recipients are known and none resembles it.
 */
public final class DefectScanner implements Serializable {

  /** More defects than this in one text are not listed. */
  public static final int MAX_DEFECTS = 50;

  private static final long serialVersionUID = 1L;
  private static final Comparator<Defect> IN_TEXT =
      Comparator.comparingInt(Defect::start).thenComparing(Defect::type);

  private final GreetingCheck greetings;

  /** A scanner with the configured similarity of names. */
  public DefectScanner(ScoreConfig config) {
    this.greetings = new GreetingCheck(config.name_similarity());
  }

  /** The defects of a text in its order; none for a text that a machine sent. */
  public List<Defect> scan(DeliveredText text) {
    if (text.header().automatic()) {
      return List.of();
    }
    return scan(text.text(), text.recipients());
  }

  /** The defects of a text that was sent to some people; both may be null. */
  public List<Defect> scan(String text, List<Contact> recipients) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    List<Defect> found = new ArrayList<>(0);
    OpenFields.scan(text, found);
    Spintax.scan(text, found);
    SlotFaults.scan(text, found);
    NothingInSentence.scan(text, found);
    Mojibake.scan(text, found);
    greetings.scan(text, recipients == null ? List.of() : recipients, found);
    RawFields.scan(text, recipients == null ? List.of() : recipients, found);
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    found.sort(IN_TEXT);
    return apart(found);
  }

  /** The defects without those that lie in an earlier one of the same type. */
  private static List<Defect> apart(List<Defect> sorted) {
    List<Defect> apart = new ArrayList<>(sorted.size());
    for (Defect defect : sorted) {
      boolean inside =
          apart.stream()
              .anyMatch(other -> other.type() == defect.type() && defect.start() < other.end());
      if (!inside && apart.size() < MAX_DEFECTS) {
        apart.add(defect);
      }
    }
    return List.copyOf(apart);
  }

  static Defect defect(Defect.Type type, int start, int end) {
    return new Defect(type, type.severity(), start, end);
  }
}
