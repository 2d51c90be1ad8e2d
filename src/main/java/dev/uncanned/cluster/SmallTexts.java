package dev.uncanned.cluster;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/** Finds the texts of small components: those that {@link StarEdges} pairs with all anchors. */
final class SmallTexts {

  private SmallTexts() {}

  /**
   * The texts of components of fewer than {@value AnchorEdges#SMALL} texts.
   *
   * @param count number of texts
   * @param names the text that names the component of each
   */
  static BitSet of(int count, IntUnaryOperator names) {
    byte[] sizes = new byte[count];
    for (int text = 0; text < count; text++) {
      int name = names.applyAsInt(text);
      sizes[name] += (byte) (sizes[name] < AnchorEdges.SMALL ? 1 : 0);
    }
    BitSet small = new BitSet(count);
    for (int text = 0; text < count; text++) {
      small.set(text, sizes[names.applyAsInt(text)] < AnchorEdges.SMALL);
    }
    return small;
  }
}
