package dev.uncanned.score;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
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
  private static final int NONE = -1;

  private final Object2IntOpenHashMap<String> places = new Object2IntOpenHashMap<>();
  private final int[][] facts;
  private final double coverage;

  /** A crowd of these members, in any order; references stay untried without members. */
  public Crowd(List<CrowdMember> members) {
    List<CrowdMember> sorted =
        members.stream().sorted(Comparator.comparing(CrowdMember::recipient_id)).toList();
    places.defaultReturnValue(NONE);
    for (int i = 0; i < sorted.size(); i++) {
      places.put(sorted.get(i).recipient_id(), i);
    }
    facts = sorted.stream().map(CrowdMember::facts).toArray(int[][]::new);
    long known = sorted.stream().filter(CrowdMember::has_profile).count();
    coverage = facts.length == 0 ? 0 : (double) known / facts.length;
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
    int own = places.getInt(recipient);
    int others = facts.length - (own < 0 ? 0 : 1);
    int fits = unique ? 0 : fits(references);
    if (!unique && own >= 0 && hasAll(facts[own], references)) {
      fits--;
    }
    return (float) -(StrictMath.log((1.0 + fits) / (2.0 + others)) / StrictMath.log(2));
  }

  private int fits(int[] references) {
    if (references.length == 0) {
      return facts.length;
    }
    int fits = 0;
    for (int[] known : facts) {
      fits += hasAll(known, references) ? 1 : 0;
    }
    return fits;
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
