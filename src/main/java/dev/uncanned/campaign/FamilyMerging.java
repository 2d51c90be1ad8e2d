package dev.uncanned.campaign;

import java.util.Arrays;
import java.util.List;

/**
 * Joins profiles greedily, always the two of which one contains most of the other.
 *
 * <p>Containment is measured against the union of what a family says, not against a single member.
 * Two spintax variants may have a quarter of their words in common, but after a few of them the
 * family knows nearly every phrase. Two campaigns with a common block stay at the size of that
 * block however large they grow.
 *
 * <p>Quadratic in the number of profiles.
 */
final class FamilyMerging {

  private final FamilyProfile[] profiles;
  private final PhraseHolders holders;
  private final int[] joined;
  private final float[][] containment;
  private final int[] best;
  private final double[] mine;
  private final double[] theirs;
  private final CampaignConfig config;

  private FamilyMerging(List<FamilyProfile> given, int[] place, CampaignConfig config) {
    this.profiles = given.toArray(FamilyProfile[]::new);
    this.holders = new PhraseHolders(profiles, place);
    this.joined = new int[profiles.length];
    this.containment = new float[profiles.length][profiles.length];
    this.best = new int[profiles.length];
    this.mine = new double[profiles.length];
    this.theirs = new double[profiles.length];
    this.config = config;
  }

  /**
   * For each profile the number of the first profile of its family.
   *
   * @param place scratch space for all phrases, zero before and after
   */
  static int[] families(List<FamilyProfile> profiles, int[] place, CampaignConfig config) {
    int[] joined = new FamilyMerging(profiles, place, config).run();
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
    return top >= 0 && containment[top][best[top]] >= config.containment() ? top : -1;
  }

  private void join(int kept, int gone) {
    holders.makeOver(profiles[gone], gone, kept);
    profiles[kept] = profiles[kept].plus(profiles[gone]);
    profiles[gone] = null;
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
    holders.share(profiles[i], config.sample_clusters(), mine, theirs);
    for (int j = 0; j < profiles.length; j++) {
      if (j != i && profiles[j] != null) {
        double share = Math.max(mine[j] / profiles[i].total(), theirs[j] / profiles[j].total());
        containment[i][j] = (float) share;
        containment[j][i] = (float) share;
      }
    }
  }
}
