package dev.uncanned.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a grouping that was found agrees with the true one; all values 0 to 1, adjusted Rand
 * from about 0 for chance (it may fall below) to 1.
 *
 * <p>Pairs: of the pairs of items that are together in the one, how many are in the other. B-cubed
 * (Bagga and Baldwin 1998): the same share item by item, averaged over items. Adjusted Rand: Hubert
 * and Arabie 1985. Null where there is nothing to divide by.
 *
 * @param items_n items judged
 * @param true_groups_n groups by the labels
 * @param found_groups_n groups found
 */
public record Agreement(
    long items_n,
    long true_groups_n,
    long found_groups_n,
    Double pair_precision,
    Double pair_recall,
    Double pair_f1,
    Double bcubed_precision,
    Double bcubed_recall,
    Double bcubed_f1,
    Double adjusted_rand) {

  /** An item's group in each of the two groupings. */
  private record Cell(String truth, String found) {}

  /**
   * Compares two groupings of the same items.
   *
   * @param truths the true group of each item
   * @param founds the group found of each item, in the same order
   */
  public static Agreement of(List<String> truths, List<String> founds) {
    if (truths.size() != founds.size()) {
      throw new IllegalArgumentException(
          truths.size() + " items in one grouping, " + founds.size() + " in the other");
    }
    Map<String, Long> byTruth = new HashMap<>();
    Map<String, Long> byFound = new HashMap<>();
    Map<Cell, Long> both = new HashMap<>();
    for (int i = 0; i < truths.size(); i++) {
      byTruth.merge(truths.get(i), 1L, Long::sum);
      byFound.merge(founds.get(i), 1L, Long::sum);
      both.merge(new Cell(truths.get(i), founds.get(i)), 1L, Long::sum);
    }
    long n = truths.size();
    double together = pairs(both);
    double truePairs = pairs(byTruth);
    double foundPairs = pairs(byFound);
    Double precision = ratio(together, foundPairs);
    Double recall = ratio(together, truePairs);
    double precisions = 0;
    double recalls = 0;
    for (Map.Entry<Cell, Long> cell : both.entrySet()) {
      double square = (double) cell.getValue() * cell.getValue();
      precisions += square / byFound.get(cell.getKey().found());
      recalls += square / byTruth.get(cell.getKey().truth());
    }
    Double bPrecision = ratio(precisions, n);
    Double bRecall = ratio(recalls, n);
    double expected = n < 2 ? 0 : truePairs * foundPairs / (n * (n - 1.0) / 2);
    double most = (truePairs + foundPairs) / 2;
    return new Agreement(
        n,
        byTruth.size(),
        byFound.size(),
        precision,
        recall,
        f1(precision, recall),
        bPrecision,
        bRecall,
        f1(bPrecision, bRecall),
        ratio(together - expected, most - expected));
  }

  /** Harmonic mean; null if one of the two is, 0 if both are 0. */
  static Double f1(Double precision, Double recall) {
    if (precision == null || recall == null) {
      return null;
    }
    return precision + recall == 0
        ? Double.valueOf(0)
        : 2 * precision * recall / (precision + recall);
  }

  static Double ratio(double part, double whole) {
    return whole == 0 ? null : part / whole;
  }

  private static double pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
