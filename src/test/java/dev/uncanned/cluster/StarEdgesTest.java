package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StarEdgesTest {

  /** Takes all pairs and holds that each comes once and in its turn. */
  private static final class Pairs implements StarEdges.Sink {
    private final List<Long> first = new ArrayList<>();
    private final List<Long> anchors = new ArrayList<>();
    private final UnionFind connected;

    private Pairs(UnionFind connected) {
      this.connected = connected;
    }

    @Override
    public void pair(int young, int old) {
      first.add(PairList.pair(young, old));
    }

    @Override
    public void anchorPair(int young, int anchor) {
      anchors.add(PairList.pair(young, anchor));
    }

    @Override
    public boolean apart(int young, int old) {
      return !connected.joined(young, old);
    }
  }

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

    private Set<Long> anchorPairs(UnionFind connected) {
      Set<Long> pairs = new HashSet<>();
      for (List<Integer> bucket : texts.values()) {
        for (int i = 1; i < bucket.size(); i++) {
          for (int anchor = 1; anchor < Math.min(StarEdges.ANCHORS, i - 1); anchor++) {
            if (!connected.joined(bucket.get(i), bucket.get(anchor))) {
              pairs.add(PairList.pair(bucket.get(i), bucket.get(anchor)));
            }
          }
        }
      }
      return pairs;
    }
  }

  @Test
  void proposesTheOldestTheOneBeforeAndAllAnchorsThatAreApart() {
    SplittableRandom random = new SplittableRandom(4);
    int anchors = 0;
    for (int n : new int[] {1, 300, 4095, 4096, 30_000}) {
      for (int size : new int[] {1, 3, 40}) {
        Buckets buckets = new Buckets(random, n, size);
        UnionFind connected = new UnionFind(n);
        for (List<Integer> bucket : buckets.texts.values()) {
          for (int text : bucket) {
            if (random.nextInt(4) > 0) {
              connected.union(text, bucket.get(random.nextInt(3) % bucket.size()));
            }
          }
        }
        Pairs pairs = new Pairs(connected);
        StarEdges.propose(buckets.keys, buckets.skipped, pairs);
        assertThat(pairs.first).doesNotHaveDuplicates();
        assertThat(new HashSet<>(pairs.first)).isEqualTo(buckets.firstPairs());
        assertThat(pairs.anchors).doesNotHaveDuplicates();
        assertThat(new HashSet<>(pairs.anchors)).isEqualTo(buckets.anchorPairs(connected));
        anchors += pairs.anchors.size();
      }
    }
    assertThat(anchors).isGreaterThan(10_000);
  }

  @Test
  void proposesAFixedNumberOfPairsATextHoweverFullABucketIs() {
    int n = 20_000;
    Pairs pairs = new Pairs(new UnionFind(n));
    StarEdges.propose(new long[n], new boolean[n], pairs);
    assertThat(pairs.first).hasSize(2 * (n - 1) - 1);
    assertThat(pairs.anchors).hasSizeBetween(14 * n, (StarEdges.ANCHORS - 1) * n);
  }

  @Test
  void textsThatAreAllConnectedNeedNoAnchors() {
    int n = 5000;
    UnionFind connected = new UnionFind(n);
    for (int text = 1; text < n; text++) {
      connected.union(text, 0);
    }
    Pairs pairs = new Pairs(connected);
    StarEdges.propose(new long[n], new boolean[n], pairs);
    assertThat(pairs.anchors).isEmpty();
  }
}
