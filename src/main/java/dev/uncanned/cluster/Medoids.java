package dev.uncanned.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Finds the text of each cluster that is most like all the others, and how much like it they are.
 *
 * <p>The medoid has the greatest mean similarity to the other distinct texts; of equals the oldest
 * is taken. Above {@value #SAMPLE} texts the mean is taken over {@value #SAMPLE} of them, evenly
 * spaced in the order of their fingerprints, which are as good as random and the same in every run.
 * The same comparisons show how tight the cluster is.
 */
final class Medoids {

  /** Clusters up to this size are compared completely. */
  static final int SAMPLE = 200;

  /** Up to this size comparing pair by pair is cheaper than building an index. */
  private static final int FEW = 40;

  private final SketchedTexts texts;
  private final Groups groups;
  private final Workers workers;
  private final int[] medoids;
  private final float[] toMedoid;
  private final float[] stability;
  private final Float[] density;
  private final Float[] bridges;
  private final double threshold;

  /**
   * Does the work for all clusters.
   *
   * @param threshold from which two texts count as similar
   */
  Medoids(SketchedTexts texts, Groups groups, double threshold, Workers workers) {
    this.texts = texts;
    this.groups = groups;
    this.workers = workers;
    this.medoids = new int[groups.count()];
    this.toMedoid = new float[texts.count()];
    this.stability = new float[groups.count()];
    this.density = new Float[groups.count()];
    this.bridges = new Float[groups.count()];
    this.threshold = threshold;
    workers.ranges(groups.count(), this::solveSmall);
    for (int group = 0; group < groups.count(); group++) {
      if (groups.size(group) > SAMPLE) {
        solveLarge(group);
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
  float toOldest(int text, int group) {
    int oldest = groups.member(group, 0);
    if (text == oldest) {
      return 1;
    }
    return medoids[group] == oldest
        ? toMedoid[text]
        : (float) Jaccard.of(texts.sets()[text], texts.sets()[oldest]);
  }

  private void measure(int group, PairGraph pairs) {
    density[group] = pairs.density();
    bridges[group] = pairs.bridgeShare();
  }

  private void solveSmall(int group) {
    int size = groups.size(group);
    if (size == 1) {
      medoids[group] = groups.member(group, 0);
      toMedoid[medoids[group]] = 1;
      stability[group] = 1;
    } else if (size <= SAMPLE) {
      int[] all = new int[size];
      for (int i = 0; i < size; i++) {
        all[i] = groups.member(group, i);
      }
      PairGraph pairs = new PairGraph(size);
      double[] sums = size <= FEW ? sumsByPairs(all, pairs) : sumsByIndex(all, pairs);
      medoids[group] = all[firstGreatest(sums)];
      measure(group, pairs);
      for (int member : all) {
        compareToMedoid(group, member);
      }
      stability[group] = meanToMedoid(group);
    }
  }

  private void solveLarge(int group) {
    int size = groups.size(group);
    int[] sample = sample(group);
    OverlapIndex index = index(sample);
    PairGraph pairs = new PairGraph(sample.length);
    sumsByIndex(sample, pairs);
    measure(group, pairs);
    double[] means = new double[size];
    workers.ranges(
        size,
        i -> {
          int member = groups.member(group, i);
          boolean sampled = Arrays.binarySearch(sample, member) >= 0;
          int others = sampled ? sample.length - 1 : sample.length;
          means[i] = sum(member, sample, index, new int[sample.length]) / others;
        });
    medoids[group] = groups.member(group, firstGreatest(means));
    workers.ranges(size, i -> compareToMedoid(group, groups.member(group, i)));
    stability[group] = meanToMedoid(group);
  }

  private double[] sumsByPairs(int[] all, PairGraph pairs) {
    double[] sums = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < i; j++) {
        double similarity = Jaccard.of(texts.sets()[all[i]], texts.sets()[all[j]]);
        sums[i] += similarity;
        sums[j] += similarity;
        if (similarity >= threshold) {
          pairs.join(i, j);
        }
      }
    }
    return sums;
  }

  private double[] sumsByIndex(int[] all, PairGraph pairs) {
    OverlapIndex index = index(all);
    int[] shared = new int[all.length];
    double[] sums = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      sums[i] = sum(all[i], all, index, shared);
      for (int j = 0; j < i; j++) {
        if (similarity(shared[j], all[i], all[j]) >= threshold) {
          pairs.join(i, j);
        }
      }
    }
    return sums;
  }

  private double similarity(int shared, int one, int other) {
    return Jaccard.of(shared, texts.sets()[one].length, texts.sets()[other].length);
  }

  private OverlapIndex index(int[] chosen) {
    OverlapIndex index = new OverlapIndex();
    for (int text : chosen) {
      index.add(texts.sets()[text]);
    }
    index.complete();
    return index;
  }

  /** Sum of the similarities to the chosen texts other than itself. */
  private double sum(int text, int[] chosen, OverlapIndex index, int[] shared) {
    int[] set = texts.sets()[text];
    index.countShared(set, shared);
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] != text) {
        sum += similarity(shared[i], text, chosen[i]);
      }
    }
    return sum;
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

  private void compareToMedoid(int group, int member) {
    int[][] sets = texts.sets();
    toMedoid[member] = (float) Jaccard.of(sets[member], sets[medoids[group]]);
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
