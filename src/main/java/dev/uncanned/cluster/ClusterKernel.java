package dev.uncanned.cluster;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Finds the clusters of near-duplicate texts in memory, with a few threads.
 *
 * <p>MinHash bands propose pairs, always with the oldest text of a bucket; exact Jaccard similarity
 * verifies them; connected texts are a cluster; {@link ChainingGuard} splits chains. The cluster is
 * named after its oldest text and described by its medoid. Neither the order of the input nor the
 * number of threads changes the result.
 *
 * <p>Takes about 1 kB per distinct text of 100 words and time linear in their number. Thread-safe.
 */
public final class ClusterKernel {

  private static final String ID_KIND = "cluster";

  private final SignatureConfig signature;
  private final ClusterConfig config;
  private final int threads;

  /**
   * A kernel for texts sketched by one configuration.
   *
   * @param threads number of worker threads, at least 1
   */
  public ClusterKernel(SignatureConfig signature, ClusterConfig config, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", but must be at least 1");
    }
    this.signature = signature;
    this.config = config;
    this.threads = threads;
  }

  /**
   * Clusters texts.
   *
   * @param texts with distinct fingerprints; read to the end
   * @return one row per text, from the oldest to the youngest, made as they are fetched
   */
  public Iterator<ClusteredText> cluster(Iterator<DistinctText> texts) {
    try (Workers workers = new Workers(threads)) {
      SketchedTexts sketched = SketchedTexts.read(texts, signature, config.min_tokens(), workers);
      int[] names = components(sketched, workers);
      new ChainingGuard(config).apply(names, sketched.sets(), workers);
      Groups groups = Groups.by(names);
      Medoids medoids = new Medoids(sketched, groups, workers);
      return rows(sketched, names, groups, medoids);
    }
  }

  /** For each text the oldest text that it is connected to by verified pairs. */
  private int[] components(SketchedTexts texts, Workers workers) {
    int[][] anchors = texts.anchors(signature.bands(), workers);
    int[][] sets = texts.sets();
    UnionFind components = new UnionFind(texts.count());
    int[] candidates = new int[signature.bands()];
    for (int text = 0; text < texts.count(); text++) {
      int found = candidates(anchors, text, candidates);
      for (int c = 0; c < found; c++) {
        int other = candidates[c];
        if (components.find(text) != components.find(other)
            && Jaccard.atLeast(sets[text], sets[other], config.threshold())) {
          components.union(text, other);
        }
      }
    }
    int[] names = new int[texts.count()];
    Arrays.setAll(names, components::find);
    return names;
  }

  /** The distinct older anchors of a text, from the oldest on. */
  private static int candidates(int[][] anchors, int text, int[] candidates) {
    int found = 0;
    for (int[] band : anchors) {
      int anchor = band[text];
      if (anchor != text && (found == 0 || candidates[found - 1] != anchor)) {
        candidates[found++] = anchor;
      }
    }
    Arrays.sort(candidates, 0, found);
    int distinct = 0;
    for (int i = 0; i < found; i++) {
      if (i == 0 || candidates[i] != candidates[i - 1]) {
        candidates[distinct++] = candidates[i];
      }
    }
    return distinct;
  }

  private static Iterator<ClusteredText> rows(
      SketchedTexts texts, int[] names, Groups groups, Medoids medoids) {
    String[] ids = new String[groups.count()];
    int[] numbers = new int[names.length];
    for (int group = 0; group < ids.length; group++) {
      ids[group] = ContentHash.of(ID_KIND, texts.fingerprint(groups.member(group, 0)));
      for (int i = 0; i < groups.size(group); i++) {
        numbers[groups.member(group, i)] = group;
      }
    }
    return IntStream.range(0, names.length)
        .mapToObj(
            text ->
                new ClusteredText(
                    texts.fingerprint(text),
                    ids[numbers[text]],
                    texts.copies(text),
                    medoids.toMedoid(text),
                    medoids.medoid(numbers[text]) == text,
                    medoids.stability(numbers[text])))
        .iterator();
  }
}
