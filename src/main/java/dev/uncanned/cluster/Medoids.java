package dev.uncanned.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;

/**
 * Finds the text of each cluster that is most like all the others, and how much like it they are.
 *
 * <p>The medoid has the greatest mean similarity to the other distinct texts; of equals the oldest
 * is taken. Above {@value #SAMPLE} texts the mean is taken over {@value #SAMPLE} of them, evenly
 * spaced in the order of their fingerprints, which are as good as random and the same in every run.
 * The same comparisons show how tight the cluster is. What is found is kept from run to run: see
 * the version in {@link Descriptions} before changing it.
 */
final class Medoids {

  /** Clusters up to this size are compared completely. */
  static final int SAMPLE = 200;

  /** Above this size the members of one cluster are shared among the workers. */
  private static final int HUGE = 20_000;

  private interface Loop {
    void over(int count, IntConsumer work);
  }

  private final SketchedTexts texts;
  private final Groups groups;
  private final int[] medoids;
  private final float[] toMedoid;
  private final float[] toOldest;
  private final float[] stability;
  private final Float[] density;
  private final Float[] bridges;
  private final double threshold;

  /** For each worker what a text shares with the sample: of large clusters there are many texts. */
  private final ThreadLocal<int[]> room = ThreadLocal.withInitial(() -> new int[SAMPLE + 1]);

  /**
   * Does the work for all clusters.
   *
   * @param threshold from which two texts count as similar
   */
  Medoids(SketchedTexts texts, Groups groups, double threshold, Workers workers) {
    this.texts = texts;
    this.groups = groups;
    this.medoids = new int[groups.count()];
    this.toMedoid = new float[texts.count()];
    this.toOldest = new float[texts.count()];
    this.stability = new float[groups.count()];
    this.density = new Float[groups.count()];
    this.bridges = new Float[groups.count()];
    this.threshold = threshold;
    workers.ranges(groups.count(), this::solve);
    for (int group = 0; group < groups.count(); group++) {
      if (groups.size(group) > HUGE) {
        solveSampled(group, workers::ranges);
      }
    }
  }

  /** The medoid of a cluster. */
  int medoid(int group) {
    return medoids[group];
  }

  /** Similarity of a text to the medoid of its cluster. */
  float toMedoid(int text) {
    return toMedoid[text];
  }

  /** Mean similarity to the medoid over the messages of a cluster. */
  float stability(int group) {
    return stability[group];
  }

  /**
   * Share of the pairs of texts of a cluster that are similar, 0 to 1; null for a single text.
   *
   * <p>Above {@value #SAMPLE} texts of the pairs of the sample.
   */
  Float density(int group) {
    return density[group];
  }

  /** Share of the similar pairs that alone hold the cluster together; null below three texts. */
  Float bridgeShare(int group) {
    return bridges[group];
  }

  /** Similarity of a text to the oldest of its cluster. */
  float toOldest(int text) {
    return toOldest[text];
  }

  private void solve(int group) {
    int size = groups.size(group);
    if (size == 1) {
      medoids[group] = groups.member(group, 0);
      toMedoid[medoids[group]] = 1;
      toOldest[medoids[group]] = 1;
      stability[group] = 1;
    } else if (size <= SAMPLE) {
      solveWhole(group);
    } else if (size <= HUGE) {
      solveSampled(group, Medoids::oneAfterTheOther);
    }
  }

  private static void oneAfterTheOther(int count, IntConsumer work) {
    for (int i = 0; i < count; i++) {
      work.accept(i);
    }
  }

  private void solveWhole(int group) {
    int[] all = new int[groups.size(group)];
    for (int i = 0; i < all.length; i++) {
      all[i] = groups.member(group, i);
    }
    Overlaps overlaps = new Overlaps(sets(all));
    int medoid = firstGreatest(compare(group, all, overlaps));
    medoids[group] = all[medoid];
    compareTo(medoid, all, overlaps, toMedoid);
    compareTo(0, all, overlaps, toOldest);
    stability[group] = meanToMedoid(group);
  }

  private void solveSampled(int group, Loop loop) {
    int size = groups.size(group);
    int oldest = groups.member(group, 0);
    int[] sample = sample(group);
    int[] compared = Arrays.copyOf(sample, SAMPLE + 1);
    compared[SAMPLE] = oldest;
    Overlaps overlaps = new Overlaps(sets(compared));
    double[] sums = compare(group, sample, overlaps);
    double[] means = new double[size];
    int[][] sets = texts.sets();
    loop.over(
        size,
        i -> {
          int member = groups.member(group, i);
          int[] shared = room.get();
          overlaps.countShared(sets[member], shared);
          toOldest[member] = (float) similarity(shared[SAMPLE], member, oldest);
          int sampled = Arrays.binarySearch(sample, member);
          means[i] =
              sampled >= 0 ? sums[sampled] / (SAMPLE - 1) : sum(member, sample, shared) / SAMPLE;
        });
    int medoid = groups.member(group, firstGreatest(means));
    medoids[group] = medoid;
    loop.over(
        size,
        i -> {
          int member = groups.member(group, i);
          toMedoid[member] = (float) Jaccard.of(sets[member], sets[medoid]);
        });
    stability[group] = meanToMedoid(group);
  }

  private int[][] sets(int[] chosen) {
    int[][] sets = new int[chosen.length][];
    for (int i = 0; i < chosen.length; i++) {
      sets[i] = texts.sets()[chosen[i]];
    }
    return sets;
  }

  /**
   * Compares some texts of a cluster, all with all, and notes how tight it is.
   *
   * @param overlaps of these texts, in their order, and maybe of more
   * @return for each the sum of its similarities to the others, added up in their order
   */
  private double[] compare(int group, int[] chosen, Overlaps overlaps) {
    PairGraph pairs = new PairGraph(chosen.length);
    int[] shared = new int[chosen.length];
    double[] sums = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      overlaps.countShared(i, i, shared);
      for (int j = 0; j < i; j++) {
        double similarity = similarity(shared[j], chosen[i], chosen[j]);
        sums[i] += similarity;
        sums[j] += similarity;
        if (similarity >= threshold) {
          pairs.join(i, j);
        }
      }
    }
    density[group] = pairs.density();
    bridges[group] = pairs.bridgeShare();
    return sums;
  }

  private void compareTo(int one, int[] all, Overlaps overlaps, float[] similarities) {
    int[] shared = new int[all.length];
    overlaps.countShared(one, all.length, shared);
    for (int i = 0; i < all.length; i++) {
      similarities[all[i]] = (float) similarity(shared[i], all[one], all[i]);
    }
  }

  private double sum(int text, int[] chosen, int[] shared) {
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      sum += similarity(shared[i], text, chosen[i]);
    }
    return sum;
  }

  private double similarity(int shared, int one, int other) {
    return Jaccard.of(shared, texts.sets()[one].length, texts.sets()[other].length);
  }

  /** Members evenly spaced in the order of fingerprints, numbered upwards. */
  private int[] sample(int group) {
    Integer[] byFingerprint = new Integer[groups.size(group)];
    for (int i = 0; i < byFingerprint.length; i++) {
      byFingerprint[i] = groups.member(group, i);
    }
    Arrays.sort(byFingerprint, Comparator.comparing(texts::fingerprint));
    int[] sample = new int[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = byFingerprint[(int) ((long) i * byFingerprint.length / SAMPLE)];
    }
    Arrays.sort(sample);
    return sample;
  }

  private float meanToMedoid(int group) {
    double sum = 0;
    double messages = 0;
    for (int i = 0; i < groups.size(group); i++) {
      int member = groups.member(group, i);
      sum += (double) toMedoid[member] * texts.copies(member);
      messages += texts.copies(member);
    }
    return (float) (sum / messages);
  }

  private static int firstGreatest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
