package dev.uncanned.cluster;

import java.util.Iterator;
import java.util.stream.IntStream;

/** Makes the row of each text once its cluster is known: what the cluster is like as a whole. */
final class DescribedTexts {

  private final SketchedTexts texts;
  private final String[] ids;
  private final Medoids medoids;
  private final int[] numbers;

  /**
   * Describes clusters.
   *
   * @param groups the clusters; the first member of each is its oldest text
   * @param ids the id of each cluster
   * @param threshold from which two texts count as similar
   */
  DescribedTexts(
      SketchedTexts texts, Groups groups, String[] ids, double threshold, Workers workers) {
    this.texts = texts;
    this.ids = ids;
    this.medoids = new Medoids(texts, groups, threshold, workers);
    this.numbers = new int[texts.count()];
    workers.ranges(
        ids.length,
        group -> {
          for (int i = 0; i < groups.size(group); i++) {
            numbers[groups.member(group, i)] = group;
          }
        });
  }

  /** One row for each text, in the order of their numbers, made as they are fetched. */
  Iterator<ClusteredText> rows() {
    return IntStream.range(0, numbers.length).mapToObj(this::row).iterator();
  }

  /** The row of a text by its number. */
  ClusteredText row(int text) {
    int group = numbers[text];
    return new ClusteredText(
        texts.fingerprint(text),
        ids[group],
        texts.copies(text),
        medoids.toMedoid(text),
        medoids.medoid(group) == text,
        medoids.stability(group),
        medoids.toOldest(text),
        medoids.density(group),
        medoids.bridgeShare(group));
  }
}
