package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkedSinceTest {

  @Test
  void tellsWhatWasConnectedAndWhatWasSmallAtAnyTime() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      int n = 2 + random.nextInt(60);
      LinkedSince linked = new LinkedSince(n);
      int[][] links = new int[n][];
      for (int i = 0; i < n; i++) {
        links[i] = new int[] {random.nextInt(n), random.nextInt(n), i / 3};
        linked.link(links[i][0], links[i][1], links[i][2]);
      }
      for (int time = -1; time <= n / 3; time++) {
        UnionFind expected = new UnionFind(n);
        for (int[] link : links) {
          if (link[2] <= time) {
            expected.union(link[0], link[1]);
          }
        }
        for (int pair = 0; pair < 200; pair++) {
          int one = random.nextInt(n);
          int other = random.nextInt(n);
          assertThat(linked.connected(one, other, time)).isEqualTo(expected.joined(one, other));
          long together = IntStream.range(0, n).filter(i -> expected.joined(i, one)).count();
          assertThat(linked.isSmall(one, time)).isEqualTo(together < AnchorEdges.SMALL);
        }
      }
    }
  }
}
