package dev.uncanned.score;

/**
 * A word or a run of words that would be in a text to one reader only: a name, a number, a link, a
 * quotation.
 *
 * @param start first character in the text
 * @param end character behind the last
 * @param first_token number of its first token
 * @param end_token number behind its last token
 * @param keys hashes of its words, all of which must be in an earlier message to verify it
 * @param telling whether it is an anchor by itself; others only are if verified
 */
public record Anchor(
    Reference type,
    int start,
    int end,
    int first_token,
    int end_token,
    int[] keys,
    boolean telling) {

  /** The same where only verification makes it one. */
  Anchor mute() {
    return new Anchor(type, start, end, first_token, end_token, keys, false);
  }
}
