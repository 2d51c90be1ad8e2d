package dev.uncanned.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Joins profiles greedily, always the two of which one contains most of the other.
 *
 * <p>Containment is measured against the union of what a family says, not against a single member.
 * Two spintax variants may have a quarter of their words in common, but after a few of them the
 * family knows nearly every phrase. Two campaigns with a common block stay at the size of that
 * block however large they grow. How much must be contained may depend on the size of a family.
 *
 * <p>Quadratic in the number of profiles.
 */
final class FamilyMerging {

  private final FamilyProfile[] profiles;
  private final PhraseHolders holders;
  private final int[] joined;

  /** For each two profiles how much one contains of the other, over how much it must. */
  private final float[][] containment;

  private final int[] best;
  private final double[] mine;
  private final double[] theirs;
  private final int[] sizes;
  private final IntToDoubleFunction least;
  private final int mostHolders;

  private FamilyMerging(
      List<FamilyProfile> given, int[] place, IntToDoubleFunction least, int mostHolders) {
    this.profiles = given.toArray(FamilyProfile[]::new);
    this.holders = new PhraseHolders(profiles, place);
    this.joined = new int[profiles.length];
    this.containment = new float[profiles.length][profiles.length];
    this.best = new int[profiles.length];
    this.mine = new double[profiles.length];
    this.theirs = new double[profiles.length];
    this.sizes = new int[profiles.length];
    this.least = least;
    this.mostHolders = mostHolders;
    Arrays.fill(sizes, 1);
  }

  /**
   * For each profile the number of the first profile of its family.
   *
   * @param place scratch space for all phrases, zero before and after
   * @param least for the number of profiles in the larger of two families how much one must contain
   *     of the other, above 0 to 1
   * @param mostHolders phrases of more profiles are passed over
   */
  static int[] families(
      List<FamilyProfile> profiles, int[] place, IntToDoubleFunction least, int mostHolders) {
    int[] joined = new FamilyMerging(profiles, place, least, mostHolders).run();
    for (FamilyProfile profile : profiles) {
      for (int phrase : profile.phrases()) {
        place[phrase] = 0;
      }
    }
    return joined;
  }

  private int[] run() {
    for (int i = 0; i < profiles.length; i++) {
      joined[i] = i;
      compare(i);
    }
    for (int i = 0; i < profiles.length; i++) {
      best[i] = bestOf(i);
    }
    for (int i = next(); i >= 0; i = next()) {
      join(Math.min(i, best[i]), Math.max(i, best[i]));
    }
    return joined;
  }

  private int next() {
    int top = -1;
    for (int i = 0; i < profiles.length; i++) {
      if (profiles[i] != null
          && best[i] >= 0
          && (top < 0 || containment[i][best[i]] > containment[top][best[top]])) {
        top = i;
      }
    }
    return top >= 0 && containment[top][best[top]] >= 1 ? top : -1;
  }

  private void join(int kept, int gone) {
    holders.makeOver(profiles[gone], gone, kept);
    profiles[kept] = profiles[kept].plus(profiles[gone]);
    profiles[gone] = null;
    sizes[kept] += sizes[gone];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = joined[i] == gone ? kept : joined[i];
    }
    compare(kept);
    best[kept] = bestOf(kept);
    for (int i = 0; i < profiles.length; i++) {
      if (profiles[i] == null || i == kept) {
        continue;
      }
      if (best[i] == kept || best[i] == gone) {
        best[i] = bestOf(i);
      } else if (best[i] < 0 || containment[i][kept] > containment[i][best[i]]) {
        best[i] = kept;
      }
    }
  }

  private int bestOf(int i) {
    int top = -1;
    for (int j = 0; j < profiles.length; j++) {
      if (j != i && profiles[j] != null && (top < 0 || containment[i][j] > containment[i][top])) {
        top = j;
      }
    }
    return top;
  }

  private void compare(int i) {
    Arrays.fill(mine, 0);
    Arrays.fill(theirs, 0);
    holders.share(profiles[i], mostHolders, mine, theirs);
    for (int j = 0; j < profiles.length; j++) {
      if (j != i && profiles[j] != null) {
        double share = Math.max(mine[j] / profiles[i].total(), theirs[j] / profiles[j].total());
        float part = (float) (share / least.applyAsDouble(Math.max(sizes[i], sizes[j])));
        containment[i][j] = part;
        containment[j][i] = part;
      }
    }
  }
}
