package dev.uncanned.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns evidence into the ordinal level and the score. */
final class PersonalLevel {

  /** Each weight as it is. */
  static final double[] AS_PUBLISHED = {1, 1, 1, 1, 1};

  private static final int MERGE = 1;
  private static final int UNVERIFIED = 3;
  private static final int COUNTED = 2;

  private PersonalLevel() {}

  /** The highest level that a piece of evidence gives; 0 without any. */
  static byte of(List<Evidence> evidence) {
    int level = 0;
    for (Evidence item : evidence) {
      level = Math.max(level, item.type().level());
    }
    return (byte) level;
  }

  /** The level without what only the archives tell: 0, 1 or 3. */
  static byte ofText(List<Evidence> evidence, boolean anchored) {
    byte level = of(evidence);
    return (byte) (anchored ? UNVERIFIED : Math.min(MERGE, level));
  }

  /**
   * {@code 1 - product over the levels of (1 - w) ^ min(n, 2)}. Name, company and position count
   * once each, so that merge fields give 0.14 at most. Given and family name are one field: into
   * how many parts a name falls, and in which order, is a matter of culture.
   */
  static float score(List<Evidence> evidence) {
    return score(evidence, AS_PUBLISHED);
  }

  /**
   * The same with other weights.
   *
   * @param factors of the weights of each level, from level 0
   */
  static float score(List<Evidence> evidence, double[] factors) {
    Set<Reference> merged = EnumSet.noneOf(Reference.class);
    int[] counts = new int[Reference.MUTUAL_CONTACT.level() + 1];
    double[] weights = new double[counts.length];
    double missed = 1;
    for (Evidence item : evidence) {
      Reference type = item.type();
      if (type.level() == MERGE) {
        Reference field = type == Reference.MERGE_LAST ? Reference.MERGE_FIRST : type;
        missed *= merged.add(field) ? 1 - factors[MERGE] * type.weight() : 1;
      } else {
        counts[type.level()]++;
        weights[type.level()] = factors[type.level()] * type.weight();
      }
    }
    for (int level = 0; level < counts.length; level++) {
      for (int n = 0; n < Math.min(COUNTED, counts[level]); n++) {
        missed *= 1 - weights[level];
      }
    }
    return (float) (1 - missed);
  }
}
