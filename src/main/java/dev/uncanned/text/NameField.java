package dev.uncanned.text;

import java.util.Arrays;

/**
 * A name, company or title to look for in a text.
 *
 * @param keys its words as name keys, never empty
 * @param placeholder what stands for it in the masked text
 */
record NameField(String[] keys, Placeholder placeholder) {

  String first() {
    return keys[0];
  }

  /** Hash of the first word, by which tokens are sorted out before anything is compared. */
  int hash() {
    return keys[0].hashCode();
  }

  boolean hasKeysOf(NameField other) {
    return hash() == other.hash() && Arrays.equals(keys, other.keys);
  }

  int length() {
    return keys.length;
  }
}
