package dev.uncanned.score;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Some of the recipients of all messages, against whom references are tried: would the text fit
 * them as well?
 */
public final class Crowd implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final double MIN_COVERAGE = 0.6;

  private final String[] ids;
  private final int[][] facts;
  private final double coverage;

  /** A crowd of these members, in any order; references stay untried without members. */
  public Crowd(List<CrowdMember> members) {
    List<CrowdMember> sorted =
        members.stream().sorted(Comparator.comparing(CrowdMember::recipient_id)).toList();
    ids = sorted.stream().map(CrowdMember::recipient_id).toArray(String[]::new);
    facts = sorted.stream().map(CrowdMember::facts).toArray(int[][]::new);
    long known = sorted.stream().filter(CrowdMember::has_profile).count();
    coverage = ids.length == 0 ? 0 : (double) known / ids.length;
  }

  /**
   * {@code -log2((1 + fits) / (2 + others))}, where {@code fits} counts the others of whom all
   * references are true.
   *
   * @param references facts of the recipient; empty if the text has none, which fits everybody
   * @param unique whether there is a reference besides that fits nobody else
   * @return null if less than 60 % of the crowd have a profile
   */
  Float idBits(String recipient, int[] references, boolean unique) {
    if (coverage < MIN_COVERAGE) {
      return null;
    }
    int others = 0;
    int fits = 0;
    for (int i = 0; i < ids.length; i++) {
      if (!ids[i].equals(recipient)) {
        others++;
        fits += !unique && hasAll(facts[i], references) ? 1 : 0;
      }
    }
    return (float) -(StrictMath.log((1.0 + fits) / (2.0 + others)) / StrictMath.log(2));
  }

  private static boolean hasAll(int[] known, int[] references) {
    for (int reference : references) {
      if (Arrays.binarySearch(known, reference) < 0) {
        return false;
      }
    }
    return true;
  }
}
