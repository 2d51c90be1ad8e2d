package dev.uncanned.score;

import dev.uncanned.text.Placeholder;
import dev.uncanned.text.TokenPlaces;
import java.util.List;

/**
 * Looks in a sentence for what tells one reader from another: numbers, quotations, names, the
 * subject of something that was written or said.
 *
 * <p>No such things are: fields of a database, merge fields, the employer behind "at", the name
 * that somebody is called by, capitals at the beginning of a sentence or in a shouted one, minutes
 * and dates of an appointment.
 */
final class NamedThings {

  private static final String AT = "at";
  private static final String PLACE = "place";
  private static final String OBJECT = "object";
  private static final String TOPIC = "topic";
  private static final String ON = "on";
  private static final String GREET = "greet";
  private static final String COMMON = "common";
  private static final String UNIT = "unit";
  private static final String NOUN = "noun";
  private static final List<String> MAY_NAME =
      List.of(AT, ON, TOPIC, "toward", "weak", PraiseSentence.JOIN, PraiseSentence.SELF);
  private static final List<String> MAY_BE_SUBJECT =
      List.of("common", "noun", "greet", PraiseSentence.JOIN, PraiseSentence.SELF);
  private static final char OPEN_PLACEHOLDER = '\u27e8';
  private static final int SUBJECT_GAP = 3;
  private static final int SUBJECT_REACH = 5;
  private static final int MIN_SUBJECT = 4;
  private static final int MIN_QUOTED = 4;
  private static final int LONG_NAME = 3;
  private static final double SHOUTED = 0.6;
  private static final int MIN_SHOUTED = 4;
  private static final List<Placeholder> FILLED =
      List.of(
          Placeholder.FIRST,
          Placeholder.LAST,
          Placeholder.ORG,
          Placeholder.TITLE,
          Placeholder.SELF,
          Placeholder.TOKEN,
          Placeholder.URL,
          Placeholder.EMAIL,
          Placeholder.PHONE);

  private final String text;
  private final Words words;
  private final int from;
  private final int to;
  private final WordRoles roles;
  private final boolean german;
  private final TokenPlaces places;
  private final boolean shouted;

  NamedThings(
      String text,
      Words words,
      int from,
      int to,
      WordRoles roles,
      boolean german,
      TokenPlaces places) {
    this.text = text;
    this.words = words;
    this.from = from;
    this.to = to;
    this.roles = roles;
    this.german = german;
    this.places = places;
    this.shouted = !german && isShouted();
  }

  /** Whether there is any such thing in the sentence, which lies between two places of the text. */
  boolean any(int start, int end) {
    if (isQuoting(start, end)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (isNumber(i) || isSubject(i)) {
        return true;
      }
    }
    int i = from;
    while (i < to) {
      int nameEnd = nameEnd(i);
      if (nameEnd > i && !isEmployer(i) && !isCalled(i, nameEnd)) {
        return true;
      }
      i = Math.max(nameEnd, i + 1);
    }
    return false;
  }

  private boolean isShouted() {
    int capitals = 0;
    for (int i = from; i < to; i++) {
      capitals += words.isCapital(i) ? 1 : 0;
    }
    return to - from >= MIN_SHOUTED && capitals > SHOUTED * (to - from);
  }

  private boolean isQuoting(int start, int end) {
    for (int i = start; i < end; i++) {
      char close =
          switch (text.charAt(i)) {
            case '"' -> '"';
            case '\u201c', '\u201f' -> '\u201d';
            case '\u201e' -> '\u201c';
            case '\u00ab' -> '\u00bb';
            case '\u00bb' -> '\u00ab';
            default -> 0;
          };
      if (close != 0) {
        int closing = closing(i + 1, end, close);
        if (closing - i > MIN_QUOTED && !isField(i)) {
          return true;
        }
        i = Math.max(i, closing);
      }
    }
    return false;
  }

  private int closing(int start, int end, char close) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == close || close == '\u201c' && c == '\u201d') {
        return i;
      }
    }
    return -1;
  }

  /** Whether a merge field opens at a place: guillemets around one word are one, too. */
  private boolean isField(int place) {
    int word = words.firstFrom(place);
    return text.charAt(place) == '\u00ab'
        && word < to
        && text.startsWith("\u00bb", words.end(word));
  }

  private boolean isNumber(int word) {
    if (!Character.isDigit(text.charAt(words.start(word))) || isKnown(word)) {
      return false;
    }
    boolean counted = word + 1 < to && roles.is(UNIT, word + 1);
    boolean timed = word + 2 < to && counted(word) && roles.is(UNIT, word + 2);
    return !counted && !timed;
  }

  /** The first number of "15-20 minutes" and of "10:30 am". */
  private boolean counted(int word) {
    return Character.isDigit(text.charAt(words.start(word + 1)));
  }

  private boolean isKnown(int word) {
    return roles.is(COMMON, word) || isFilled(word);
  }

  /** Whether a word stands where a database fills in something, or in an address. */
  private boolean isFilled(int word) {
    if (words.start(word) > 0 && text.charAt(words.start(word) - 1) == OPEN_PLACEHOLDER) {
      return true;
    }
    int token = places.firstFrom(words.start(word) + 1) - 1;
    if (token < 0 || places.isWord(token) || places.end(token) <= words.start(word)) {
      return false;
    }
    return FILLED.stream().anyMatch(kind -> places.is(token, kind));
  }

  /** "Your talk about soil", "the work you did on flood maps": a subject that is no filler. */
  private boolean isSubject(int word) {
    if (!roles.is(ON, word)) {
      return false;
    }
    boolean topic = roles.any(TOPIC, Math.max(from, word - SUBJECT_GAP - 1), word);
    for (int i = word + 1; topic && i < Math.min(to, word + 1 + SUBJECT_REACH); i++) {
      if (words.end(i) - words.start(i) >= MIN_SUBJECT
          && roles.isUnknown(i, MAY_BE_SUBJECT)
          && !isFilled(i)) {
        return true;
      }
    }
    return false;
  }

  /** The place behind a name that begins at a word; the word itself if none does. */
  private int nameEnd(int word) {
    int end = word;
    while (end < to && end - word < SUBJECT_REACH && isNameWord(end, end > word)) {
      end++;
    }
    return end;
  }

  private boolean isNameWord(int word, boolean inside) {
    if (isKnown(word) || roles.is(GREET, word) || !roles.isUnknown(word, MAY_NAME)) {
      return false;
    }
    if (hasInnerCapital(word)) {
      return !shouted || words.end(word) - words.start(word) > LONG_NAME;
    }
    if (!words.isCapital(word) || shouted || words.end(word) - words.start(word) < 2) {
      return false;
    }
    boolean opening = word == from || isAfterColon(word);
    return !opening && (german ? isGermanName(word, inside) : true);
  }

  private boolean isAfterColon(int word) {
    int before = words.start(word) - 1;
    while (before >= 0 && !Character.isLetterOrDigit(text.charAt(before))) {
      if (":!?\n\u2022*".indexOf(text.charAt(before)) >= 0) {
        return true;
      }
      before--;
    }
    return before < 0;
  }

  private boolean hasInnerCapital(int word) {
    for (int i = words.start(word) + 1; i < words.end(word); i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Two capitals in a row, or one behind a preposition, that are no common nouns. */
  private boolean isGermanName(int word, boolean inside) {
    if (roles.is(NOUN, word)) {
      return false;
    }
    boolean next = word + 1 < to && isAdjacent(word) && isStranger(word + 1);
    boolean behindPreposition =
        word > from
            && (roles.is(AT, word - 1) || roles.is(ON, word - 1) || roles.is(PLACE, word - 1))
            && !words.isCapital(word - 1);
    return inside || next || behindPreposition;
  }

  private boolean isAdjacent(int word) {
    return words.start(word + 1) - words.end(word) == 1;
  }

  private boolean isStranger(int word) {
    return words.isCapital(word)
        && !isKnown(word)
        && roles.isUnknown(word, MAY_NAME)
        && !roles.is(NOUN, word);
  }

  /** Whether a name is the employer in "your work at Initech", which a merge field can fill. */
  private boolean isEmployer(int name) {
    boolean behindAt = name > from && roles.is(AT, name - 1);
    return behindAt && roles.any(OBJECT, from, name) && !isBehindWriting(name);
  }

  /** Whether something that was written or said stands in front of a word, as in "your talk at". */
  private boolean isBehindWriting(int word) {
    for (int i = from; i < word; i++) {
      if (roles.is(TOPIC, i) && !roles.is(OBJECT, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name is set off by commas: somebody is spoken to. */
  private boolean isCalled(int name, int end) {
    boolean greeted = name > from && roles.is(GREET, name - 1);
    boolean before = name > from && text.charAt(words.end(name - 1)) == ',';
    int behind = words.end(end - 1);
    boolean after = behind >= text.length() || ",.!?\n\u2026".indexOf(text.charAt(behind)) >= 0;
    return greeted || before && after && end - name <= 2;
  }
}
