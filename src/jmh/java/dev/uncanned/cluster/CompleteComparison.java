package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares texts all with all, by the runs of words themselves: what the kernel is judged by.
 *
 * <p>Shares no code with the kernel and has no hashes of its own, so that a mistake there is not
 * one here as well. Takes time in the square of the number of texts.
 */
final class CompleteComparison {

  /**
   * Two texts by their numbers.
   *
   * @param similarity what they share as a part of what they have together
   */
  record SimilarPair(int young, int old, double similarity) {}

  private final int[][] runs;
  private final int distinct;

  /**
   * Numbers the distinct runs of words of each text.
   *
   * @param words in a run
   */
  CompleteComparison(List<DistinctText> texts, int words) {
    Map<String, Integer> numbers = new HashMap<>();
    runs = new int[texts.size()][];
    for (int text = 0; text < runs.length; text++) {
      String[] tokens = texts.get(text).masked().split(" ");
      int[] own = new int[tokens.length - words + 1];
      for (int i = 0; i < own.length; i++) {
        String run = String.join(" ", Arrays.copyOfRange(tokens, i, i + words));
        Integer next = numbers.size();
        Integer known = numbers.putIfAbsent(run, next);
        own[i] = known == null ? next : known;
      }
      runs[text] = Arrays.stream(own).distinct().toArray();
    }
    distinct = numbers.size();
  }

  /** All pairs of at least so much similarity. */
  List<SimilarPair> pairs(double least) {
    List<SimilarPair> pairs = new ArrayList<>();
    List<List<Integer>> owners = new ArrayList<>();
    for (int run = 0; run < distinct; run++) {
      owners.add(new ArrayList<>());
    }
    for (int young = 0; young < runs.length; young++) {
      int[] shared = new int[young];
      for (int run : runs[young]) {
        for (int old : owners.get(run)) {
          shared[old]++;
        }
        owners.get(run).add(young);
      }
      for (int old = 0; old < young; old++) {
        int together = runs[young].length + runs[old].length - shared[old];
        double similarity = (double) shared[old] / together;
        if (similarity >= least) {
          pairs.add(new SimilarPair(young, old, similarity));
        }
      }
    }
    return pairs;
  }

  /** For each text the oldest that pairs connect it to. */
  static int[] components(List<SimilarPair> pairs, int texts) {
    int[] oldest = new int[texts];
    Arrays.setAll(oldest, text -> text);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (SimilarPair pair : pairs) {
        int older = Math.min(oldest[pair.young()], oldest[pair.old()]);
        moved |= oldest[pair.young()] != oldest[pair.old()];
        oldest[pair.young()] = older;
        oldest[pair.old()] = older;
      }
    }
    return oldest;
  }
}
