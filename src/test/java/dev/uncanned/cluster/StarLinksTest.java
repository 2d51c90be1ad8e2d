package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.ContentHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StarLinksTest {

  private static final Comparator<TextLink> SORTED =
      Comparator.comparing(TextLink::text).thenComparing(TextLink::other);

  @Test
  void ordersKeysAsTimesAndFingerprints() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      String a = ContentHash.of("a" + random.nextInt());
      String b = ContentHash.of("b" + random.nextInt());
      assertThat(Integer.signum(TextKey.of(5, a).compareTo(TextKey.of(5, b))))
          .isEqualTo(Integer.signum(a.compareTo(b)));
      assertThat(TextKey.of(4, a)).isLessThan(TextKey.of(5, b));
    }
  }

  @Test
  void contractsRandomGraphsToTheirComponents() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 60; trial++) {
      int texts = 2 + random.nextInt(200);
      int links = random.nextInt(2 * texts);
      List<int[]> pairs = new ArrayList<>();
      for (int i = 0; i < links; i++) {
        pairs.add(new int[] {random.nextInt(texts), random.nextInt(texts)});
      }
      requireComponents(texts, pairs, random);
    }
  }

  @Test
  void contractsALongPathInFewRounds() {
    List<int[]> path = new ArrayList<>();
    for (int i = 1; i < 3000; i++) {
      path.add(new int[] {i, i - 1});
    }
    assertThat(requireComponents(3000, path, new SplittableRandom(3))).isLessThan(20);
  }

  /** Checks rounds of stars and the search in one task; returns the number of rounds. */
  private static int requireComponents(int texts, List<int[]> pairs, SplittableRandom random) {
    List<TextKey> keys = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      keys.add(new TextKey(random.nextInt(20), random.nextLong(), i));
    }
    keys.sort(null);
    UnionFind expected = new UnionFind(texts);
    Set<TextLink> links = new HashSet<>();
    for (int[] pair : pairs) {
      if (pair[0] != pair[1]) {
        expected.union(pair[0], pair[1]);
        TextKey young = keys.get(Math.max(pair[0], pair[1]));
        links.add(TextLink.of(young, keys.get(Math.min(pair[0], pair[1]))));
      }
    }
    Set<TextLink> stars = new HashSet<>();
    for (int i = 0; i < texts; i++) {
      if (expected.find(i) != i) {
        stars.add(TextLink.of(keys.get(i), keys.get(expected.find(i))));
      }
    }
    assertThat(all(LinkedTexts.stars(links.iterator()))).isEqualTo(stars);
    int rounds = 0;
    Set<TextLink> before = null;
    Set<TextLink> now = links;
    while (!now.equals(before)) {
      before = now;
      List<TextLink> both = new ArrayList<>(now);
      now.forEach(link -> both.add(link.turned()));
      both.sort(SORTED);
      List<TextLink> large = new ArrayList<>();
      StarLinks.large(both.iterator()).forEachRemaining(large::add);
      large.sort(SORTED);
      now = all(StarLinks.small(large.iterator()));
      rounds++;
    }
    assertThat(now).isEqualTo(stars);
    return rounds;
  }

  private static Set<TextLink> all(Iterator<TextLink> links) {
    Set<TextLink> all = new HashSet<>();
    links.forEachRemaining(all::add);
    return all;
  }
}
