package dev.uncanned.campaign;

import java.util.Arrays;

/** For each phrase the profiles that hold it and the mass it has there. */
final class PhraseHolders {

  private static final int FIRST_CAPACITY = 2;

  private final int[] place;
  private int[][] holders = new int[1024][];
  private float[][] masses = new float[1024][];
  private int[] sizes = new int[1024];
  private int phrases;

  /** {@code place} is scratch space for all phrases, zero before and after. */
  PhraseHolders(FamilyProfile[] profiles, int[] place) {
    this.place = place;
    for (int i = 0; i < profiles.length; i++) {
      for (int k = 0; k < profiles[i].phrases().length; k++) {
        add(profiles[i].phrases()[k], i, profiles[i].masses()[k]);
      }
    }
  }

  private void add(int phrase, int holder, float mass) {
    if (place[phrase] == 0) {
      if (phrases == sizes.length) {
        holders = Arrays.copyOf(holders, phrases * 2);
        masses = Arrays.copyOf(masses, phrases * 2);
        sizes = Arrays.copyOf(sizes, phrases * 2);
      }
      holders[phrases] = new int[FIRST_CAPACITY];
      masses[phrases] = new float[FIRST_CAPACITY];
      place[phrase] = ++phrases;
    }
    int p = place[phrase] - 1;
    if (sizes[p] == holders[p].length) {
      holders[p] = Arrays.copyOf(holders[p], sizes[p] * 2);
      masses[p] = Arrays.copyOf(masses[p], sizes[p] * 2);
    }
    holders[p][sizes[p]] = holder;
    masses[p][sizes[p]++] = mass;
  }

  /**
   * Sums up what a profile shares with each other.
   *
   * @param mine gets the mass it has in the phrases that the other holds, too
   * @param theirs gets the mass that the other has in these
   * @param widest phrases with more holders are passed over
   */
  void share(FamilyProfile profile, int widest, double[] mine, double[] theirs) {
    for (int k = 0; k < profile.phrases().length; k++) {
      int p = place[profile.phrases()[k]] - 1;
      if (sizes[p] <= widest) {
        for (int h = 0; h < sizes[p]; h++) {
          mine[holders[p][h]] += profile.masses()[k];
          theirs[holders[p][h]] += masses[p][h];
        }
      }
    }
  }

  /** Makes over everything that one profile holds to another. */
  void makeOver(FamilyProfile profile, int from, int to) {
    for (int phrase : profile.phrases()) {
      int p = place[phrase] - 1;
      int source = indexOf(p, from);
      int target = indexOf(p, to);
      if (target < 0) {
        holders[p][source] = to;
      } else {
        masses[p][target] += masses[p][source];
        sizes[p]--;
        holders[p][source] = holders[p][sizes[p]];
        masses[p][source] = masses[p][sizes[p]];
      }
    }
  }

  private int indexOf(int p, int holder) {
    for (int h = 0; h < sizes[p]; h++) {
      if (holders[p][h] == holder) {
        return h;
      }
    }
    return -1;
  }
}
