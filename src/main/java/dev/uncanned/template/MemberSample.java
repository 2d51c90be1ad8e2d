package dev.uncanned.template;

import dev.uncanned.cluster.ClusteredText;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Picks the texts of a cluster that stand for all: the medoid and those with the smallest
 * fingerprints, which are as good as drawn by lot, since a fingerprint is a hash.
 *
 * <p>Holds no more than the sample, however large the cluster.
 */
public final class MemberSample implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Comparator<ClusteredText> MEDOID_FIRST =
      Comparator.comparing((ClusteredText text) -> !text.is_medoid())
          .thenComparing(ClusteredText::fingerprint);

  private final TemplateConfig config;

  public MemberSample(TemplateConfig config) {
    this.config = config;
  }

  /** The sampled rows of one cluster; none if the cluster has too few messages. */
  public Iterator<ClusteredText> pick(Iterator<ClusteredText> cluster) {
    PriorityQueue<ClusteredText> kept =
        new PriorityQueue<>(config.sample() + 1, MEDOID_FIRST.reversed());
    long messages = 0;
    while (cluster.hasNext()) {
      ClusteredText text = cluster.next();
      messages += Math.max(1, text.copies_n());
      kept.add(text);
      if (kept.size() > config.sample()) {
        kept.poll();
      }
    }
    Stream<ClusteredText> sample =
        messages < config.min_messages() ? Stream.empty() : kept.stream();
    return sample.sorted(MEDOID_FIRST).iterator();
  }
}
