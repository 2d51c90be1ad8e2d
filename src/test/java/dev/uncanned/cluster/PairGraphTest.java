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
      assertThat(graph.bridgeShare()).isEqualTo(naive(joined));
    }
  }

  private static Float naive(boolean[][] joined) {
    int edges = 0;
    int bridges = 0;
    for (int a = 0; a < joined.length; a++) {
      for (int b = 0; b < a; b++) {
        if (joined[a][b]) {
          joined[a][b] = false;
          UnionFind rest = new UnionFind(joined.length);
          for (int i = 0; i < joined.length; i++) {
            for (int j = 0; j < i; j++) {
              if (joined[i][j]) {
                rest.union(i, j);
              }
            }
          }
          joined[a][b] = true;
          edges++;
          bridges += rest.find(a) == rest.find(b) ? 0 : 1;
        }
      }
    }
    return edges == 0 ? null : (float) bridges / edges;
  }
}
