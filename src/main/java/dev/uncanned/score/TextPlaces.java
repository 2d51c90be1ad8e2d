package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Tells where the tokens of a text stand, and remembers it of the last one: whoever measures
 * something of a text asks, and masking it again takes longer than most measures.
 *
 * <p>Not thread-safe.
 */
final class TextPlaces implements Serializable {

  private static final long serialVersionUID = 1L;

  private transient Masker masker;
  private transient String text;
  private transient Contact sender;
  private transient List<Contact> recipients;
  private transient TokenPlaces places;

  /** The places of the tokens of a text, as {@link Masker#places}. */
  TokenPlaces of(String asked, Contact from, List<Contact> to) {
    boolean known =
        asked.equals(text) && Objects.equals(from, sender) && Objects.equals(to, recipients);
    if (!known) {
      if (masker == null) {
        masker = new Masker();
      }
      places = masker.places(asked, from, to);
      text = asked;
      sender = from;
      recipients = to;
    }
    return places;
  }
}
