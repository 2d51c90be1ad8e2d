package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StarEdgesTest {

  /** Texts in random buckets, which have up to {@code size} texts on average. */
  private static final class Buckets {
    private final long[] keys;
    private final boolean[] skipped;
    private final Map<Long, List<Integer>> texts = new HashMap<>();

    private Buckets(SplittableRandom random, int n, int size) {
      keys = new long[n];
      skipped = new boolean[n];
      long[] buckets = random.longs(1 + n / size).toArray();
      for (int text = 0; text < n; text++) {
        keys[text] = buckets[random.nextInt(buckets.length)];
        skipped[text] = random.nextInt(10) == 0;
        if (!skipped[text]) {
          texts.computeIfAbsent(keys[text], unseen -> new ArrayList<>()).add(text);
        }
      }
    }

    private Set<Long> firstPairs() {
      Set<Long> pairs = new HashSet<>();
      for (List<Integer> bucket : texts.values()) {
        for (int i = 1; i < bucket.size(); i++) {
          pairs.add(PairList.pair(bucket.get(i), bucket.get(0)));
          pairs.add(PairList.pair(bucket.get(i), bucket.get(i - 1)));
        }
      }
      return pairs;
    }

    private Set<Long> anchorPairs(BitSet small) {
      Set<Long> pairs = new HashSet<>();
      for (List<Integer> bucket : texts.values()) {
        for (int i = 1; i < bucket.size(); i++) {
          for (int anchor = 1; anchor < Math.min(AnchorEdges.ANCHORS, i - 1); anchor++) {
            if (small.get(bucket.get(i)) || small.get(bucket.get(anchor))) {
              pairs.add(PairList.pair(bucket.get(i), bucket.get(anchor)));
            }
          }
        }
      }
      return pairs;
    }
  }

  @Test
  void proposesTheOldestAndTheOneBeforeAndToSmallTextsAllAnchors() {
    SplittableRandom random = new SplittableRandom(4);
    int found = 0;
    for (int n : new int[] {1, 300, 8191, 8192, 30_000}) {
      for (int size : new int[] {1, 3, 40}) {
        Buckets buckets = new Buckets(random, n, size);
        BitSet small = new BitSet();
        for (int text = 0; text < n; text++) {
          small.set(text, random.nextInt(size) == 0);
        }
        List<Long> pairs = new ArrayList<>();
        AnchorEdges anchorEdges =
            new StarEdges(buckets.skipped)
                .propose(buckets.keys, (young, old) -> pairs.add(PairList.pair(young, old)));
        assertThat(pairs).doesNotHaveDuplicates();
        assertThat(new HashSet<>(pairs)).isEqualTo(buckets.firstPairs());
        List<Long> anchors = new ArrayList<>();
        anchorEdges.propose(0, small, (young, old) -> anchors.add(PairList.pair(young, old)));
        assertThat(anchors).doesNotHaveDuplicates();
        assertThat(new HashSet<>(anchors)).isEqualTo(buckets.anchorPairs(small));
        found += anchors.size();
      }
    }
    assertThat(found).isGreaterThan(10_000);
  }

  @Test
  void proposesForABandWhatItProposesWithoutTheBandsBefore() {
    SplittableRandom random = new SplittableRandom(5);
    Buckets first = new Buckets(random, 20_000, 3);
    long[] others = first.keys.clone();
    Arrays.setAll(others, text -> first.keys[others.length - 1 - text]);
    StarEdges reused = new StarEdges(first.skipped);
    List<Long> unseen = new ArrayList<>();
    reused.propose(first.keys, (young, old) -> unseen.add(PairList.pair(young, old)));
    BitSet small = new BitSet();
    small.set(0, 20_000);
    assertThat(pairs(reused, others, small))
        .hasSizeGreaterThan(10_000)
        .isEqualTo(pairs(new StarEdges(first.skipped), others, small));
  }

  private static List<Long> pairs(StarEdges edges, long[] keys, BitSet small) {
    List<Long> pairs = new ArrayList<>();
    AnchorEdges anchors = edges.propose(keys, (young, old) -> pairs.add(PairList.pair(young, old)));
    anchors.propose(0, small, (young, old) -> pairs.add(PairList.pair(young, old)));
    return pairs;
  }

  @Test
  void proposesAFixedNumberOfPairsATextHoweverFullABucketIs() {
    int n = 20_000;
    int[] pairs = new int[2];
    AnchorEdges anchors =
        new StarEdges(new boolean[n]).propose(new long[n], (young, old) -> pairs[0]++);
    assertThat(pairs[0]).isEqualTo(2 * (n - 1) - 1);
    BitSet small = new BitSet();
    small.set(0, n);
    anchors.propose(0, small, (young, old) -> pairs[1]++);
    assertThat(pairs[1]).isBetween(14 * n, (AnchorEdges.ANCHORS - 1) * n);
  }

  @Test
  void withoutSmallTextsThereAreNoMorePairs() {
    int n = 5000;
    AnchorEdges anchors = new StarEdges(new boolean[n]).propose(new long[n], (young, old) -> {});
    anchors.propose(
        0,
        new BitSet(),
        (young, old) -> {
          throw new AssertionError("a pair of large components");
        });
  }
}
