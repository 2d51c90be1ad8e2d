package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.TokenizedText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Finds the clusters of near-duplicate texts in memory, with a few threads.
 *
 * <p>MinHash bands propose pairs ({@link StarEdges}); exact Jaccard similarity verifies those that
 * are not connected yet; connected texts are a cluster; {@link ChainingGuard} splits chains. The
 * cluster is named after its oldest text and described by its medoid. Neither the order of the
 * input nor the number of threads changes the result.
 *
 * <p>Takes about 1 kB per distinct text of 100 words and time linear in their number, but for
 * {@link ChainingGuard}. Thread-safe.
 */
public final class ClusterKernel implements Serializable {

  private static final long serialVersionUID = 1L;

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
      return described(sketched, components(sketched, workers), workers);
    }
  }

  /**
   * Clusters texts that were tokenised before; equal tokens give the same rows as {@link #cluster}.
   *
   * @param texts with distinct fingerprints; read to the end
   */
  public Iterator<ClusteredText> clusterTokens(Iterator<TokenizedText> texts) {
    try (Workers workers = new Workers(threads)) {
      SketchedTexts sketched =
          SketchedTexts.readTokens(texts, signature, config.min_tokens(), workers);
      return described(sketched, components(sketched, workers), workers);
    }
  }

  /**
   * Splits and describes texts of which is known that they are connected: one component that {@link
   * #cluster} would find among more texts.
   *
   * @param component texts with distinct fingerprints, at least one; read to the end
   * @return the rows that {@link #cluster} makes for these texts
   */
  public Iterator<ClusteredText> describe(Iterator<DistinctText> component) {
    try (Workers workers = new Workers(threads)) {
      SketchedTexts texts =
          SketchedTexts.readSets(component, signature, config.min_tokens(), workers);
      return described(texts, new int[texts.count()], workers);
    }
  }

  /** The rows of texts whose components are named by their oldest text. */
  private Iterator<ClusteredText> described(SketchedTexts texts, int[] names, Workers workers) {
    new ChainingGuard(config).apply(names, texts.sets(), workers);
    Groups groups = Groups.by(names);
    String[] ids = new String[groups.count()];
    workers.ranges(
        ids.length,
        group -> ids[group] = ClusterState.id(texts.fingerprint(groups.member(group, 0))));
    return new DescribedTexts(texts, groups, ids, config.threshold(), workers).rows();
  }

  /** What a worker needs for one band after the other. */
  private record BandRoom(StarEdges edges, long[] keys) {}

  /** For each text the oldest text that it is connected to by verified pairs. */
  private int[] components(SketchedTexts texts, Workers workers) {
    int[][] sets = texts.sets();
    boolean[] skipped = new boolean[texts.count()];
    for (int text = 0; text < skipped.length; text++) {
      skipped[text] = sets[text] == null;
    }
    BitmapFilter filter = new BitmapFilter(sets, config.threshold(), workers);
    UnionFind components = new UnionFind(texts.count());
    Consumer<Consumer<StarEdges.Sink>> verifier =
        proposals ->
            PairVerifier.verify(proposals, sets, filter, 0, components, config.threshold());
    AnchorEdges[] anchors = new AnchorEdges[signature.bands()];
    workers.ranges(
        anchors.length,
        () -> new BandRoom(new StarEdges(skipped), new long[skipped.length]),
        (room, band) -> {
          texts.lastBandKeys(band, room.keys());
          verifier.accept(pairs -> anchors[band] = room.edges().propose(room.keys(), pairs));
        });
    BitSet small = SmallTexts.of(texts.count(), components::find);
    workers.ranges(
        anchors.length,
        band -> verifier.accept(pairs -> anchors[band].proposeMixed(0, small, pairs)));
    int[] names = new int[texts.count()];
    Arrays.setAll(names, components::find);
    return names;
  }
}
