package dev.uncanned.cluster;

import java.util.Iterator;
import java.util.stream.IntStream;

/** Makes the row of each text once its cluster is known: what the cluster is like as a whole. */
final class DescribedTexts {

  private DescribedTexts() {}

  /**
   * One row for each text, in the order of their numbers, made as they are fetched.
   *
   * @param groups the clusters; the first member of each is its oldest text
   * @param ids the id of each cluster
   * @param threshold from which two texts count as similar
   */
  static Iterator<ClusteredText> rows(
      SketchedTexts texts, Groups groups, String[] ids, double threshold, Workers workers) {
    Medoids medoids = new Medoids(texts, groups, threshold, workers);
    int[] numbers = new int[texts.count()];
    workers.ranges(
        ids.length,
        group -> {
          for (int i = 0; i < groups.size(group); i++) {
            numbers[groups.member(group, i)] = group;
          }
        });
    return IntStream.range(0, numbers.length)
        .mapToObj(
            text ->
                new ClusteredText(
                    texts.fingerprint(text),
                    ids[numbers[text]],
                    texts.copies(text),
                    medoids.toMedoid(text),
                    medoids.medoid(numbers[text]) == text,
                    medoids.stability(numbers[text]),
                    medoids.toOldest(text),
                    medoids.density(numbers[text]),
                    medoids.bridgeShare(numbers[text])))
        .iterator();
  }
}
