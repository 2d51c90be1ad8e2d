package dev.uncanned.cluster;

import dev.uncanned.evaluation.Agreement;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.synthetic.TextCorpus;
import dev.uncanned.synthetic.TextCorpus.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges what becomes of chains of texts that drift step by step: against their chains, and against
 * a complete comparison with the same guard.
 *
 * <p>Texts are numbered from the oldest to the youngest, as the kernel gives them out.
 */
final class DriftQuality {

  private static final int THREADS = 2;
  private static final double LEAST_F1 = 0.995;

  private final SignatureConfig signature = SignatureConfig.defaults();
  private final ClusterConfig config = ClusterConfig.defaults();
  private final Targets targets;
  private final List<String> chains = new ArrayList<>();
  private final List<DistinctText> texts;
  private final int[][] sets;

  DriftQuality(Targets targets, long seed, int size) {
    this.targets = targets;
    Map<String, Integer> templates = new HashMap<>();
    this.texts = ClusterQuality.texts(new TextCorpus(seed, size, List.of(Kind.DRIFT)), templates);
    for (DistinctText text : texts) {
      chains.add(templates.get(text.fingerprint()).toString());
    }
    try (Workers workers = new Workers(THREADS)) {
      this.sets =
          SketchedTexts.readSets(texts.iterator(), signature, config.min_tokens(), workers).sets();
    }
  }

  void judge() {
    List<String> components = clusters(texts, unguarded(config));
    List<String> found = clusters(texts, config);
    Agreement chained = Agreement.of(chains, found);
    targets.say(
        "%d drifting texts in %d chains, %d clusters: %.2f a chain, %.2f without the guard",
        texts.size(),
        chained.true_groups_n(),
        chained.found_groups_n(),
        chained.found_groups_n() / (double) chained.true_groups_n(),
        Agreement.of(chains, components).found_groups_n() / (double) chained.true_groups_n());
    targets.atLeast("drift: B-cubed precision against the chains", chained.bcubed_precision(), 1);
    targets.say("drift: B-cubed recall against the chains, %.5f", chained.bcubed_recall());
    judgeOldest(found, components);
    double complete = Agreement.of(comparedAll(), found).bcubed_f1();
    targets.atLeast("drift: B-cubed F1 against comparing all, guarded", complete, LEAST_F1);
  }

  /** How similar texts are to the oldest of their cluster, where the guard looks and elsewhere. */
  private void judgeOldest(List<String> found, List<String> components) {
    Map<String, Integer> sizes = new HashMap<>();
    components.forEach(component -> sizes.merge(component, 1, Integer::sum));
    double[] guarded = new double[texts.size()];
    double[] others = new double[texts.size()];
    double[] without = toOldest(components);
    double[] with = toOldest(found);
    for (int i = 0; i < with.length; i++) {
      boolean large = sizes.get(components.get(i)) > config.guard_size();
      guarded[i] = large ? with[i] : 1;
      others[i] = large ? 1 : with[i];
    }
    double least = config.representative_threshold();
    targets.atLeast(
        "drift: least similarity to the oldest, above " + config.guard_size() + " texts",
        least(guarded),
        least);
    targets.say(
        "drift: the same up to %d texts, which are not guarded: %.5f, below %.2f %d of %d texts",
        config.guard_size(), least(others), least, below(others, least), texts.size());
    targets.say(
        "drift: the same without the guard: %.5f, below %.2f %d of %d texts",
        least(without), least, below(without, least), texts.size());
  }

  private static double least(double... values) {
    return Arrays.stream(values).min().orElse(1);
  }

  private static long below(double[] values, double least) {
    return Arrays.stream(values).filter(value -> value < least).count();
  }

  private double[] toOldest(List<String> names) {
    Map<String, Integer> oldest = new HashMap<>();
    double[] similarity = new double[texts.size()];
    for (int i = 0; i < similarity.length; i++) {
      oldest.putIfAbsent(names.get(i), i);
      similarity[i] = Jaccard.of(sets[i], sets[oldest.get(names.get(i))]);
    }
    return similarity;
  }

  /** The cluster of each text, for texts from the oldest to the youngest. */
  static List<String> clusters(List<DistinctText> texts, ClusterConfig rules) {
    List<String> names = new ArrayList<>();
    new ClusterKernel(SignatureConfig.defaults(), rules, THREADS)
        .cluster(texts.iterator())
        .forEachRemaining(row -> names.add(row.cluster_id()));
    return names;
  }

  /** The same without the guard. */
  static ClusterConfig unguarded(ClusterConfig config) {
    return new ClusterConfig(
        config.threshold(),
        0,
        config.guard_size(),
        config.min_tokens(),
        config.max_texts_in_one_task(),
        config.max_links_in_one_task());
  }

  /** The clusters if every pair of texts is compared. */
  private List<String> comparedAll() {
    UnionFind complete = new UnionFind(sets.length);
    OverlapIndex index = new OverlapIndex();
    int[] shared = new int[sets.length];
    for (int i = 0; i < sets.length; i++) {
      index.countShared(sets[i], shared);
      for (int j = 0; j < i; j++) {
        if (Jaccard.of(shared[j], sets[i].length, sets[j].length) >= config.threshold()) {
          complete.union(i, j);
        }
      }
      index.add(sets[i]);
    }
    int[] names = new int[sets.length];
    Arrays.setAll(names, complete::find);
    try (Workers workers = new Workers(THREADS)) {
      new ChainingGuard(config).apply(names, sets, workers);
    }
    return Arrays.stream(names).mapToObj(Integer::toString).toList();
  }
}
