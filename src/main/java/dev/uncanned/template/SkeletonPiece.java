package dev.uncanned.template;

/**
 * A word of the skeleton or a slot between two of them.
 *
 * @param word number of the word in the skeleton; -1 for a slot between words
 * @param gap number of the gap that the slot fills; -1 for a word
 * @param text the word or placeholder; null for a slot between words
 * @param slot null for a word; a placeholder is word and slot at once
 */
record SkeletonPiece(int word, int gap, String text, Slot slot) {

  static SkeletonPiece word(int word, String text) {
    return new SkeletonPiece(word, -1, text, null);
  }

  static SkeletonPiece field(int word, String text, Slot slot) {
    return new SkeletonPiece(word, -1, text, slot);
  }

  static SkeletonPiece gap(int gap, Slot slot) {
    return new SkeletonPiece(-1, gap, null, slot);
  }
}
