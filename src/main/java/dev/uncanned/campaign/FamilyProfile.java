package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.Int2FloatOpenHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * Everything the clusters of a family say: their phrases together, each with the mass behind it.
 *
 * @param phrases sorted
 * @param masses weight of the phrase times the recipients that got it from the family
 * @param total sum of the masses
 */
record FamilyProfile(int[] phrases, float[] masses, double total) {

  static FamilyProfile of(List<ClusterPhrases> clusters, PhraseWeights weights) {
    if (clusters.size() == 1 && clusters.get(0).texts().length == 1) {
      return of(clusters.get(0).texts()[0], clusters.get(0).readers()[0], weights);
    }
    Int2FloatOpenHashMap mass = new Int2FloatOpenHashMap();
    for (ClusterPhrases cluster : clusters) {
      for (int text = 0; text < cluster.texts().length; text++) {
        for (int phrase : cluster.texts()[text]) {
          mass.addTo(phrase, cluster.readers()[text] * weights.of(phrase));
        }
      }
    }
    int[] phrases = mass.keySet().toIntArray();
    Arrays.sort(phrases);
    float[] masses = new float[phrases.length];
    double total = 0;
    for (int i = 0; i < phrases.length; i++) {
      masses[i] = mass.get(phrases[i]);
      total += masses[i];
    }
    return new FamilyProfile(phrases, masses, total);
  }

  private static FamilyProfile of(int[] phrases, int readers, PhraseWeights weights) {
    float[] masses = new float[phrases.length];
    double total = 0;
    for (int i = 0; i < phrases.length; i++) {
      masses[i] = readers * weights.of(phrases[i]);
      total += masses[i];
    }
    return new FamilyProfile(phrases, masses, total);
  }

  /** The phrases that at least {@code share} of the recipients got. */
  static int[] core(List<ClusterPhrases> clusters, PhraseWeights weights, double share) {
    FamilyProfile all = of(clusters, weights);
    long reached =
        clusters.stream().flatMapToInt(c -> Arrays.stream(c.readers())).asLongStream().sum();
    int[] core = new int[all.phrases.length];
    int n = 0;
    for (int i = 0; i < core.length; i++) {
      if (all.masses[i] >= share * reached * weights.of(all.phrases[i])) {
        core[n++] = all.phrases[i];
      }
    }
    return Arrays.copyOf(core, n);
  }

  /** Share of the mass that lies in the given phrases, 0 to 1. */
  double within(int[] sorted) {
    double shared = 0;
    int j = 0;
    for (int i = 0; i < phrases.length; i++) {
      while (j < sorted.length && sorted[j] < phrases[i]) {
        j++;
      }
      shared += j < sorted.length && sorted[j] == phrases[i] ? masses[i] : 0;
    }
    return shared / total;
  }

  FamilyProfile plus(FamilyProfile other) {
    int[] union = new int[phrases.length + other.phrases.length];
    float[] sums = new float[union.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < phrases.length || j < other.phrases.length) {
      boolean mine =
          j == other.phrases.length || (i < phrases.length && phrases[i] <= other.phrases[j]);
      boolean theirs =
          i == phrases.length || (j < other.phrases.length && other.phrases[j] <= phrases[i]);
      union[n] = mine ? phrases[i] : other.phrases[j];
      sums[n++] = (mine ? masses[i] : 0) + (theirs ? other.masses[j] : 0);
      i += mine ? 1 : 0;
      j += theirs ? 1 : 0;
    }
    return new FamilyProfile(Arrays.copyOf(union, n), Arrays.copyOf(sums, n), total + other.total);
  }
}
