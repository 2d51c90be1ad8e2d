package dev.uncanned.signature;

import java.util.Arrays;

/**
 * The sketch of a set of shingles, from which its similarity to another set can be estimated.
 *
 * <p>Signatures are comparable only if they come from hashers of the same version, seed and number
 * of slots.
 */
public final class MinHashSignature {

  private final long[] slots;

  MinHashSignature(long[] slots) {
    this.slots = slots;
  }

  /** A copy of the slots. */
  public long[] slots() {
    return slots.clone();
  }

  /**
   * Estimated Jaccard similarity, 0 to 1: the share of equal slots.
   *
   * @throws IllegalArgumentException if the numbers of slots differ
   */
  public double similarity(MinHashSignature other) {
    if (slots.length != other.slots.length) {
      throw new IllegalArgumentException(
          "signatures of " + slots.length + " and " + other.slots.length + " slots");
    }
    int equal = 0;
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == other.slots[i]) {
        equal++;
      }
    }
    return (double) equal / slots.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MinHashSignature signature && Arrays.equals(slots, signature.slots);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(slots);
  }

  @Override
  public String toString() {
    return "MinHashSignature[" + slots.length + " slots]";
  }
}
