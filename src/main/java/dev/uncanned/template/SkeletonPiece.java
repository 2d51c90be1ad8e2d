package dev.uncanned.template;

/**
 * A word of the skeleton or a slot between two of them.
 *
 * @param word number of the word in the skeleton; -1 for a slot between words
 * @param text the word or placeholder; null for a slot between words in which anything may stand
 * @param fills what stands in the slot; null for a word
 * @param slot null for a word; a placeholder is word and slot at once
 */
record SkeletonPiece(int word, String text, FillSpans fills, Slot slot) {

  static SkeletonPiece word(int word, String text) {
    return new SkeletonPiece(word, text, null, null);
  }

  static SkeletonPiece field(int word, String text, Slot slot) {
    return new SkeletonPiece(word, text, null, slot);
  }

  static SkeletonPiece gap(FillSpans fills, String text, Slot slot) {
    return new SkeletonPiece(-1, text, fills, slot);
  }

  /**
   * Whether its fills are alternatives or an optional block, which are the template's own words.
   */
  boolean isOpen() {
    return fills != null
        && (slot.type() == SlotType.ENUMERATED || slot.type() == SlotType.OPTIONAL_BLOCK);
  }
}
