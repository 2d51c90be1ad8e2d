package dev.uncanned.template;

/**
 * A place where the members of a cluster differ.
 *
 * <p>Members count by the messages that carry their text.
 *
 * @param slot_no from 1, in the order of the text
 * @param fill_rate share of the sampled members that have words there, 0 to 1
 * @param distinct_n distinct fills that are not empty; masked values of a kind look alike, so that
 *     this is too few where {@link #isMasked}
 * @param entropy_bits entropy of the fills that are not empty, in bits; null where one holds a
 *     masked value
 * @param entropy_norm entropy / log2 of the number of members, 0 to 1; null likewise
 * @param median_words median number of words of the non-empty fills
 * @param match_share share of the non-empty fills that decided the type, 0 to 1; null for free text
 *     and mixed, which are judged on all fills together
 */
public record Slot(
    int slot_no,
    SlotType type,
    float fill_rate,
    int distinct_n,
    Float entropy_bits,
    Float entropy_norm,
    Float median_words,
    Float match_share) {

  /** Whether a fill holds a masked value, so that nobody can tell how many fills differ. */
  public boolean isMasked() {
    return entropy_bits == null;
  }
}
