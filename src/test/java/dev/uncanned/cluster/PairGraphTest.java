package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairGraphTest {

  @Test
  void saysNothingOfTooFew() {
    assertThat(new PairGraph(1).density()).isNull();
    PairGraph two = new PairGraph(2);
    two.join(0, 1);
    assertThat(two.density()).isEqualTo(1);
    assertThat(two.bridgeShare()).isNull();
  }

  @Test
  void everyPairOfAChainIsABridge() {
    PairGraph chain = new PairGraph(100);
    for (int i = 1; i < 100; i++) {
      chain.join(i, i - 1);
    }
    assertThat(chain.bridgeShare()).isEqualTo(1);
    assertThat(chain.density()).isEqualTo(99 / 4950f);
    chain.join(99, 0);
    assertThat(chain.bridgeShare()).isZero();
  }

  @Test
  void countsAPairOnce() {
    PairGraph pairs = new PairGraph(3);
    pairs.join(0, 2);
    pairs.join(2, 0);
    assertThat(pairs.density()).isEqualTo(1 / 3f);
  }

  @Test
  void agreesWithTakingEachPairAway() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      int size = 3 + random.nextInt(80);
      boolean[][] joined = new boolean[size][size];
      PairGraph graph = new PairGraph(size);
      for (int e = 0; e < size * (trial % 4 + 2) / 3; e++) {
        int a = random.nextInt(size);
        int b = random.nextInt(size);
        if (a != b) {
          joined[Math.max(a, b)][Math.min(a, b)] = true;
          graph.join(a, b);
        }
      }
      assertThat(graph.bridgeShare()).isEqualTo(NaiveBridges.share(joined));
    }
  }

  /** Where each member has about half of all as neighbours no search may be needed. */
  @Test
  void agreesWithTakingEachPairAwayInDenseGraphs() {
    SplittableRandom random = new SplittableRandom(5);
    int without = 0;
    for (int trial = 0; trial < 300; trial++) {
      int size = 3 + random.nextInt(12);
      double share = 0.3 + random.nextDouble() * 0.6;
      boolean[][] joined = new boolean[size][size];
      PairGraph graph = new PairGraph(size);
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < a; b++) {
          if (random.nextDouble() < share) {
            joined[a][b] = true;
            graph.join(a, b);
          }
        }
      }
      Float expected = NaiveBridges.share(joined);
      without += expected != null && expected == 0 ? 1 : 0;
      assertThat(graph.bridgeShare()).isEqualTo(expected);
    }
    assertThat(without).isBetween(100, 250);
  }

  @Test
  void findsTheOneBridgeBetweenTwoTightGroups() {
    for (int half : new int[] {3, 4, 32, 100}) {
      PairGraph graph = new PairGraph(2 * half);
      for (int a = 0; a < half; a++) {
        for (int b = 0; b < a; b++) {
          graph.join(a, b);
          graph.join(half + a, half + b);
        }
      }
      assertThat(graph.bridgeShare()).isZero();
      graph.join(half - 1, half);
      assertThat(graph.bridgeShare()).isEqualTo(1f / (half * (half - 1) + 1));
    }
  }
}
