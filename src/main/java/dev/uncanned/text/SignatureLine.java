package dev.uncanned.text;

import dev.uncanned.text.Phrases.Hits;
import dev.uncanned.text.Phrases.Kind;

/** What one line at the end of a letter looks like: part of a signature, or prose. */
enum SignatureLine {
  /** A sentence, a question, or more words than a signature has in a line. */
  PROSE,
  /** Some words that may be a motto, a long title or a part of a sentence. */
  FRAGMENT,
  /** A few words without a sign of anything: a title, a town. */
  PLAIN,
  /** One to five words with capitals. */
  NAME,
  /** An advertisement as it stands under signatures. */
  BANNER,
  /** The name of a company with its legal form. */
  COMPANY,
  /** A web or postal address. */
  ADDRESS,
  /** A telephone number, a mail address, an entry in a register. */
  CONTACT;

  private static final int SPEAKERS = Kind.PERSON.bit() | Kind.READER.bit() | Kind.WRITER.bit();
  private static final int MAX_LENGTH = 600;
  private static final int MAX_SHORT = 70;
  private static final int MIN_PROSE_WORDS = 4;
  private static final int MIN_FRAGMENT_WORDS = 5;
  private static final int MIN_SMALL = 2;
  private static final int MAX_COMPANY_WORDS = 9;
  private static final int MAX_CONTACT_WORDS = 3;

  /** What a trimmed line is. */
  static SignatureLine of(String line) {
    if (line.isEmpty() || line.length() > MAX_LENGTH) {
      return PROSE;
    }
    LineWords words = new LineWords(line);
    if (words.asks() || words.listed() && !words.hasContact() && !words.hasAddress()) {
      return PROSE;
    }
    Hits hits = new Hits();
    Phrases.signatures().find(line, 0, line.length(), hits);
    boolean speaks = hits.hasAny(SPEAKERS) || words.saysI();
    boolean register = hits.hasAny(Kind.REGISTER.bit()) && !speaks;
    boolean sentence = speaks || hits.hasAny(Kind.VERB.bit());
    boolean bare = !sentence || words.count() <= MAX_CONTACT_WORDS;
    if (register || bare && isContact(words, hits)) {
      return CONTACT;
    }
    if (bare && isAddress(words, hits)) {
      return ADDRESS;
    }
    if (hits.count() > 0 && hits.is(0, Kind.BANNER) && hits.start(0) <= 1) {
      return BANNER;
    }
    return words.areName() ? NAME : ofWords(words, sentence);
  }

  private static boolean isContact(LineWords words, Hits hits) {
    return words.hasContact() || hits.hasAny(Kind.LABEL.bit()) && words.hasShortNumber();
  }

  private static boolean isAddress(LineWords words, Hits hits) {
    return words.hasAddress() || hits.hasAny(Kind.PLACE.bit()) && words.hasDigit();
  }

  /** Whether a line stands in signatures and seldom anywhere else. */
  boolean isSign() {
    return this == CONTACT || this == ADDRESS || this == COMPANY || this == BANNER;
  }

  private static SignatureLine ofWords(LineWords words, boolean sentence) {
    boolean speaks = sentence && words.small() >= MIN_SMALL || words.ends();
    if (words.count() >= MIN_PROSE_WORDS && speaks || words.length() > MAX_SHORT) {
      return PROSE;
    }
    if (words.hasLegalForm() && !sentence && words.count() <= MAX_COMPANY_WORDS) {
      return COMPANY;
    }
    boolean small = 2 * words.small() >= words.count();
    return words.count() >= MIN_FRAGMENT_WORDS && small ? FRAGMENT : PLAIN;
  }
}
