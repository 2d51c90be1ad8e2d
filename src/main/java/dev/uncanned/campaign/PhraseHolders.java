package dev.uncanned.campaign;

import java.util.Arrays;

/**
 * For each phrase the profiles that hold it and the mass it has there.
 *
 * <p>Holders only become fewer, so all of them lie in one array from the beginning, those of one
 * phrase side by side. Memory: 8 bytes for each phrase of each profile.
 */
final class PhraseHolders {

  private final int[] place;
  private final int[] starts;
  private final int[] sizes;
  private final int[] holders;
  private final float[] masses;

  /** Up to here the holders of each phrase have been compared with all that come after them. */
  private final int[] compared;

  /** {@code place} is scratch space for all phrases, zero before and after. */
  PhraseHolders(FamilyProfile[] profiles, int[] place) {
    this.place = place;
    int[] counts = counts(profiles);
    starts = new int[counts.length];
    sizes = new int[counts.length];
    int uses = 0;
    for (int p = 0; p < counts.length; p++) {
      starts[p] = uses;
      uses += counts[p];
    }
    compared = starts.clone();
    holders = new int[uses];
    masses = new float[uses];
    for (int i = 0; i < profiles.length; i++) {
      add(profiles[i], i);
    }
  }

  /** Numbers the phrases, and counts the profiles of each. */
  private int[] counts(FamilyProfile[] profiles) {
    int[] counts = new int[1024];
    int phrases = 0;
    for (FamilyProfile profile : profiles) {
      for (int phrase : profile.phrases()) {
        if (place[phrase] == 0) {
          counts = phrases == counts.length ? Arrays.copyOf(counts, phrases * 2) : counts;
          place[phrase] = ++phrases;
        }
        counts[place[phrase] - 1]++;
      }
    }
    return Arrays.copyOf(counts, phrases);
  }

  private void add(FamilyProfile profile, int holder) {
    int[] phrases = profile.phrases();
    for (int k = 0; k < phrases.length; k++) {
      int p = place[phrases[k]] - 1;
      int at = starts[p] + sizes[p]++;
      holders[at] = holder;
      masses[at] = profile.masses()[k];
    }
  }

  /**
   * Sums up what a profile shares with each other.
   *
   * @param mine gets the mass it has in the phrases that the other holds, too
   * @param theirs gets the mass that the other has in these
   * @param widest phrases with more holders are passed over
   */
  void share(FamilyProfile profile, int widest, double[] mine, double[] theirs) {
    share(profile, starts, widest, mine, theirs);
  }

  /**
   * The same with those profiles only that come after it; it is called for each profile in turn,
   * before anything is made over.
   */
  void shareWithLater(FamilyProfile profile, int widest, double[] mine, double[] theirs) {
    for (int phrase : profile.phrases()) {
      compared[place[phrase] - 1]++;
    }
    share(profile, compared, widest, mine, theirs);
  }

  private void share(
      FamilyProfile profile, int[] froms, int widest, double[] mine, double[] theirs) {
    int[] phrases = profile.phrases();
    for (int k = 0; k < phrases.length; k++) {
      int p = place[phrases[k]] - 1;
      if (sizes[p] > 1 && sizes[p] <= widest) {
        share(froms[p], starts[p] + sizes[p], profile.masses()[k], mine, theirs);
      }
    }
  }

  private void share(int from, int to, float mass, double[] mine, double[] theirs) {
    for (int h = from; h < to; h++) {
      int holder = holders[h];
      mine[holder] += mass;
      theirs[holder] += masses[h];
    }
  }

  /** Makes over everything that one profile holds to another. */
  void makeOver(FamilyProfile profile, int from, int to) {
    for (int phrase : profile.phrases()) {
      int p = place[phrase] - 1;
      int source = indexOf(p, from);
      int target = sizes[p] == 1 ? -1 : indexOf(p, to);
      if (target < 0) {
        holders[source] = to;
      } else {
        masses[target] += masses[source];
        sizes[p]--;
        int last = starts[p] + sizes[p];
        holders[source] = holders[last];
        masses[source] = masses[last];
      }
    }
  }

  private int indexOf(int p, int holder) {
    int end = starts[p] + sizes[p];
    for (int h = starts[p]; h < end; h++) {
      if (holders[h] == holder) {
        return h;
      }
    }
    return -1;
  }
}
