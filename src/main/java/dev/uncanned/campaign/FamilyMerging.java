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

  private static final int NOBODY = -1;

  private final FamilyProfile[] profiles;
  private final PhraseHolders holders;
  private final int[] joined;

  /** The profiles that were not joined to another, in their order, and how many they are. */
  private final int[] open;

  private int openN;

  /** For each two profiles how much one contains of the other, over how much it must. */
  private final float[][] containment;

  /** For each profile the other that it may be joined with first, and their containment. */
  private final int[] best;

  private final float[] bestContainment;
  private final double[] mine;
  private final double[] theirs;
  private final int[] sizes;
  private final double[] least;
  private final int mostHolders;

  private FamilyMerging(
      List<FamilyProfile> given, int[] place, IntToDoubleFunction least, int mostHolders) {
    this.profiles = given.toArray(FamilyProfile[]::new);
    this.holders = new PhraseHolders(profiles, place);
    this.joined = new int[profiles.length];
    this.open = new int[profiles.length];
    this.containment = new float[profiles.length][profiles.length];
    this.best = new int[profiles.length];
    this.bestContainment = new float[profiles.length];
    this.mine = new double[profiles.length];
    this.theirs = new double[profiles.length];
    this.sizes = new int[profiles.length];
    this.least = new double[profiles.length + 1];
    this.mostHolders = mostHolders;
    Arrays.fill(sizes, 1);
    Arrays.setAll(this.least, least);
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
    openN = profiles.length;
    for (int i = 0; i < profiles.length; i++) {
      joined[i] = i;
      open[i] = i;
    }
    for (int i = 0; i < profiles.length; i++) {
      holders.shareWithLater(profiles[i], mostHolders, mine, theirs);
      compare(i);
    }
    for (int i = 0; i < profiles.length; i++) {
      findBest(i);
    }
    for (int i = next(); i >= 0; i = next()) {
      join(Math.min(i, best[i]), Math.max(i, best[i]));
    }
    return firsts();
  }

  private int next() {
    int top = NOBODY;
    float most = 0;
    for (int o = 0; o < openN; o++) {
      if (bestContainment[open[o]] > most) {
        top = open[o];
        most = bestContainment[top];
      }
    }
    return most >= 1 ? top : NOBODY;
  }

  private void join(int kept, int gone) {
    holders.makeOver(profiles[gone], gone, kept);
    profiles[kept] = profiles[kept].plus(profiles[gone]);
    profiles[gone] = null;
    sizes[kept] += sizes[gone];
    joined[gone] = kept;
    close(gone);
    holders.share(profiles[kept], mostHolders, mine, theirs);
    compare(kept);
    findBest(kept);
    float[] row = containment[kept];
    for (int o = 0; o < openN; o++) {
      int i = open[o];
      if (i == kept) {
        continue;
      }
      if (row[i] > bestContainment[i]) {
        best[i] = kept;
        bestContainment[i] = row[i];
      } else if (best[i] == kept || best[i] == gone) {
        findBest(i);
      }
    }
  }

  private void close(int gone) {
    int at = Arrays.binarySearch(open, 0, openN, gone);
    openN--;
    System.arraycopy(open, at + 1, open, at, openN - at);
  }

  /** Of several that are as good the first. */
  private void findBest(int i) {
    float[] row = containment[i];
    int top = NOBODY;
    float most = 0;
    for (int o = 0; o < openN; o++) {
      int j = open[o];
      if (row[j] > most && j != i) {
        top = j;
        most = row[j];
      }
    }
    best[i] = top;
    bestContainment[i] = most;
  }

  /**
   * Notes what was summed up of a profile and others, and clears the sums. Two that shared nothing
   * never did: a profile loses no phrase.
   */
  private void compare(int i) {
    double total = profiles[i].total();
    for (int o = 0; o < openN; o++) {
      int j = open[o];
      if (mine[j] > 0 && j != i) {
        double share = Math.max(mine[j] / total, theirs[j] / profiles[j].total());
        float part = (float) (share / least[Math.max(sizes[i], sizes[j])]);
        containment[i][j] = part;
        containment[j][i] = part;
      }
      mine[j] = 0;
      theirs[j] = 0;
    }
  }

  /** Those that were joined came to a profile before them, whose own first is known. */
  private int[] firsts() {
    for (int i = 0; i < joined.length; i++) {
      joined[i] = joined[joined[i]];
    }
    return joined;
  }
}
