package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnionFindTest {

  @Test
  void everyItemStartsAlone() {
    UnionFind components = new UnionFind(3);
    assertThat(components.find(2)).isEqualTo(2);
  }

  @Test
  void findsTheComponentsOfANaiveSearch() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(60);
      int[][] edges = new int[random.nextInt(80)][];
      Arrays.setAll(edges, i -> new int[] {random.nextInt(n), random.nextInt(n)});
      UnionFind components = new UnionFind(n);
      for (int[] edge : edges) {
        components.union(edge[0], edge[1]);
      }
      int[] found = new int[n];
      Arrays.setAll(found, components::find);
      assertThat(found).isEqualTo(smallestReachable(n, edges));
    }
  }

  /** Spreads the smallest number along the edges until nothing changes. */
  private static int[] smallestReachable(int n, int[][] edges) {
    int[] smallest = new int[n];
    Arrays.setAll(smallest, i -> i);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int[] edge : edges) {
        int least = Math.min(smallest[edge[0]], smallest[edge[1]]);
        changed |= smallest[edge[0]] != least || smallest[edge[1]] != least;
        smallest[edge[0]] = least;
        smallest[edge[1]] = least;
      }
    }
    return smallest;
  }

  @Test
  void severalThreadsJoinAsOneDoes() throws InterruptedException {
    int size = 20_000;
    SplittableRandom random = new SplittableRandom(5);
    int[][] pairs = new int[size][];
    UnionFind alone = new UnionFind(size);
    for (int i = 0; i < size; i++) {
      pairs[i] = new int[] {random.nextInt(size), random.nextInt(size)};
      alone.union(pairs[i][0], pairs[i][1]);
    }
    UnionFind together = new UnionFind(size);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int first = t;
      threads.add(
          new Thread(
              () -> {
                for (int i = first; i < size; i += 4) {
                  together.union(pairs[i][0], pairs[i][1]);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    for (int i = 0; i < size; i++) {
      assertThat(together.find(i)).isEqualTo(alone.find(i));
    }
  }
}
