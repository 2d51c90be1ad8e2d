package dev.uncanned.score;

/**
 * A phrase of a {@link Lexicon} that stands in a text.
 *
 * @param kind what the phrase is a sign of
 * @param id which phrase
 * @param from its first word
 * @param to the word behind its last
 */
record LexiconHit(String kind, String id, int from, int to) {

  boolean is(String other) {
    return kind.equals(other);
  }
}
