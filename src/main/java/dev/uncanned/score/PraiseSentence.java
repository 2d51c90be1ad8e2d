package dev.uncanned.score;

import dev.uncanned.text.TokenPlaces;
import java.util.List;

/** One sentence that holds a word of praise: who is praised, and what for. */
final class PraiseSentence {

  static final String PRAISE = "praise";
  static final String WEAK = "weak";
  static final String ADMIRE = "admire";
  static final String IDLE = "idle";
  private static final String OBJECT = "object";
  private static final String TOPIC = "topic";
  private static final String SECOND = "second";
  private static final String OWN = "own";
  private static final String OTHER = "other";
  private static final String NEGATION = "negation";
  private static final String TOWARD = "toward";
  private static final String OFFER = "offer";
  private static final String ASK = "ask";
  private static final String WISH = "wish";
  private static final String YOURS = "yours";
  static final String JOIN = "join";
  static final String SELF = "self";
  private static final String CLAUSE_ENDS = ",;:()\u2013\u2014\n";

  private static final int NEGATION_REACH = 3;
  private static final int SUBJECT_REACH = 4;
  private static final int RELATIVE_REACH = 3;
  private static final int CLAUSE = 12;
  private static final int WISH_REACH = 8;
  private static final int BESIDE = 2;
  private static final int PREDICATE = 5;
  private static final int OPENING = 3;

  private final String text;
  private final Words words;
  private final int from;
  private final int to;
  private final WordRoles roles;
  private final List<LexiconHit> hits;
  private final NamedThings things;

  /**
   * A sentence from one word of a text up to another.
   *
   * @param german whether all nouns have capitals
   * @param places where the placeholders stand
   */
  PraiseSentence(
      String text,
      Words words,
      int from,
      int to,
      Lexicon lexicon,
      boolean german,
      TokenPlaces places) {
    this.text = text;
    this.words = words;
    this.from = from;
    this.to = to;
    this.hits = lexicon.find(words, from, to);
    this.roles = new WordRoles(hits, from, to);
    this.things = new NamedThings(text, words, from, to, roles, german, places);
  }

  /** The sentence as praise, null if it is none. */
  PraiseSpan span(int start, int end) {
    LexiconHit hollow = null;
    LexiconHit any = null;
    for (LexiconHit hit : hits) {
      if (isPraise(hit)) {
        any = any == null && isSaidOfReader(hit) ? hit : any;
        hollow = hollow == null && hasObject(hit) ? hit : hollow;
      }
    }
    LexiconHit praise = hollow == null ? any : hollow;
    if (praise == null) {
      return null;
    }
    if (things.any(start, end)) {
      return new PraiseSpan(PraiseKind.SPECIFIC, start, end, praise.id());
    }
    return hollow == null ? null : new PraiseSpan(PraiseKind.HOLLOW, start, end, hollow.id());
  }

  private boolean isPraise(LexiconHit hit) {
    if (!hit.is(PRAISE) && !hit.is(WEAK) && !hit.is(ADMIRE)) {
      return false;
    }
    if (roles.any(IDLE, hit.from(), hit.to()) || isNegated(hit) || isWished(hit)) {
      return false;
    }
    return hit.is(ADMIRE)
        || !isOfOthers(hit.from(), SUBJECT_REACH) && !isOffered(hit) && !isAskedFor(hit);
  }

  /** Whether somebody other than the reader is to bring about what is called so: a pitch. */
  private boolean isOffered(LexiconHit praise) {
    for (LexiconHit hit : hits) {
      boolean before = hit.is(OFFER) && hit.to() <= praise.from();
      if (before && isOneClause(hit.to(), praise.from()) && !isDoneByReader(hit.from())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is only hoped or promised, be it of the reader: "your team will be impressed". */
  private boolean isWished(LexiconHit praise) {
    for (LexiconHit hit : hits) {
      boolean before = hit.is(WISH) && hit.to() <= praise.from();
      if (before
          && praise.from() - hit.to() < WISH_REACH
          && !roles.any(IDLE, hit.from(), hit.to())
          && isOneClause(hit.to(), praise.from())
          && !isSaidAnew(hit.to(), praise)) {
        return true;
      }
    }
    return false;
  }

  /** Whether praise behind a wish stands behind an "and" with a subject of its own. */
  private boolean isSaidAnew(int wishEnd, LexiconHit praise) {
    for (int i = praise.from() - 1; i >= wishEnd; i--) {
      if (roles.is(JOIN, i) && !roles.is(SECOND, i - 1)) {
        boolean byWriter = roles.any(SELF, i + 1, praise.from()) || roles.is(OWN, i + 1);
        boolean exclaimed = praise.from() == i + 1;
        return byWriter || (praise.is(ADMIRE) ? exclaimed : roles.is(YOURS, i + 1));
      }
    }
    return false;
  }

  private boolean isDoneByReader(int verb) {
    for (int i = verb - 1; i >= Math.max(from, verb - SUBJECT_REACH); i--) {
      if (roles.is(SECOND, i)) {
        return true;
      }
      if (roles.is(OWN, i) || roles.is(OTHER, i)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the praise stands in a question that begins as one, alone or behind a salutation. */
  private boolean isAskedFor(LexiconHit praise) {
    for (LexiconHit hit : hits) {
      boolean opens = hit.is(ASK) && (hit.from() == from || endsClause(hit.from() - 1));
      if (opens && hit.to() <= praise.from() && isOneClause(hit.to(), praise.from())) {
        return asks(praise.to());
      }
    }
    return false;
  }

  private boolean asks(int word) {
    int end = to < words.count() ? words.start(to) : text.length();
    return text.substring(words.end(word - 1), end).indexOf('?') >= 0;
  }

  private boolean isOneClause(int first, int end) {
    for (int i = first - 1; i < end; i++) {
      if (endsClause(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a mark behind a word ends a clause; a hyphen does if there is a space before it. */
  private boolean endsClause(int word) {
    int end = word + 1 < words.count() ? words.start(word + 1) : text.length();
    for (int i = words.end(word); i < end; i++) {
      char c = text.charAt(i);
      if (CLAUSE_ENDS.indexOf(c) >= 0 || c == '-' && text.charAt(i - 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  private boolean isNegated(LexiconHit hit) {
    for (int i = Math.max(from, hit.from() - NEGATION_REACH); i < hit.from(); i++) {
      if (roles.is(NEGATION, i) && !roles.is(IDLE, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the nearest person in front of a word is not the reader. */
  private boolean isOfOthers(int word, int reach) {
    for (int i = word - 1; i >= Math.max(from, word - reach); i--) {
      if (roles.is(SECOND, i)) {
        return false;
      }
      if (roles.is(OWN, i) || roles.is(OTHER, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSaidOfReader(LexiconHit praise) {
    if (praise.is(WEAK)) {
      return hits.stream()
          .anyMatch(hit -> (hit.is(OBJECT) || hit.is(TOPIC)) && isBeside(praise, hit));
    }
    boolean opening = praise.from() - from < OPENING && !roles.any(OWN, from, to);
    return roles.any(SECOND, from, to) || opening;
  }

  private boolean hasObject(LexiconHit praise) {
    for (LexiconHit hit : hits) {
      if (hit.is(OBJECT) && isSaidOf(praise, hit) && isOfReader(hit)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSaidOf(LexiconHit praise, LexiconHit object) {
    if (praise.is(WEAK)) {
      return isBeside(praise, object);
    }
    boolean before = praise.to() <= object.from();
    if (praise.is(PRAISE) && before && roles.any(TOWARD, praise.to(), object.from())) {
      return false;
    }
    int gap = before ? object.from() - praise.to() : praise.from() - object.to();
    return gap <= CLAUSE;
  }

  private boolean isBeside(LexiconHit praise, LexiconHit object) {
    if (praise.to() <= object.from()) {
      return object.from() - praise.to() <= BESIDE
          && !roles.any(TOWARD, praise.to(), object.from())
          && !roles.any(SECOND, praise.to(), object.from());
    }
    return praise.from() >= object.to() && praise.from() - object.to() <= PREDICATE;
  }

  private boolean isOfReader(LexiconHit object) {
    if (roles.any(SECOND, object.from(), object.to())) {
      return true;
    }
    for (int i = object.from() - 1; i >= Math.max(from, object.from() - SUBJECT_REACH); i--) {
      if (roles.is(SECOND, i)) {
        return true;
      }
      if (roles.is(OWN, i) || roles.is(OTHER, i)) {
        return false;
      }
    }
    if (roles.any(SECOND, object.to(), Math.min(to, object.to() + RELATIVE_REACH))) {
      return true;
    }
    return !roles.any(OWN, from, to) && !roles.any(OTHER, from, to);
  }
}
