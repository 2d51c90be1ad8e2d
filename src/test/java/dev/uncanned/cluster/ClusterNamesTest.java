package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterNamesTest {

  private static final StateRules RULES = TextSamples.SMALL_GUARD;

  private static final StateRules STRICT =
      new StateRules(
          "test",
          SignatureConfig.defaults(),
          new ClusterConfig(0.95, 0.35, 6, 8, 5_000_000, 20_000_000));

  private static final DistinctText LEFT =
      TextSamples.text("a b c d e f g h i j k l m n o p q r s t", 1, 1);

  /** Unlike the left one, but like the bridge, which is like both. */
  private static final DistinctText RIGHT =
      TextSamples.text("g h i j k l m n o p Q R S T U V W X Y Z 1 2 3", 3, 1);

  private static final DistinctText LIKE_RIGHT = TextSamples.text(RIGHT.masked() + " 4", 5, 1);

  private static final DistinctText BRIDGE =
      TextSamples.text("a b c d e f g h i j k l m n o p Q R S T U V W X", 9, 1);

  @TempDir Path folder;

  private static String idOf(DistinctText text) {
    return ClusterState.id(text.fingerprint());
  }

  private static ClusterAlias alias(DistinctText old, DistinctText survivor, long night) {
    return new ClusterAlias(idOf(old), idOf(survivor), night);
  }

  private Runs runs() {
    return new Runs(RULES, folder.resolve("runs"));
  }

  /** As after a program that keeps other figures of clusters. */
  private static void withoutDescriptions(Runs runs) {
    runs.files = runs.files.stream().filter(file -> !Descriptions.isFile(file)).toList();
  }

  /** As after a program that kept neither. */
  private static void ofAnOlderProgram(Runs runs) {
    runs.files = runs.live;
  }

  @Test
  void aClusterThatBecomesPartOfAnotherLeavesAnAlias() throws IOException {
    Runs runs = runs();
    runs.run(List.of(LEFT, RIGHT), false, 1);
    assertThat(runs.run(List.of(LEFT, RIGHT, BRIDGE), false, 1))
        .allSatisfy(row -> assertThat(row.cluster_id()).isEqualTo(idOf(LEFT)));
    ClusterAlias alias = alias(RIGHT, LEFT, runs.night);
    assertThat(runs.aliases()).containsExactly(alias);
    runs.run(List.of(LEFT, RIGHT, BRIDGE), true, 1);
    assertThat(runs.aliases()).containsExactly(alias);
  }

  @Test
  void itDoesSoInTheFirstRunOfAnotherProgramToo() throws IOException {
    for (boolean isOlder : List.of(true, false)) {
      Runs runs = new Runs(RULES, folder.resolve("older" + isOlder));
      runs.run(List.of(LEFT, RIGHT, LIKE_RIGHT), false, 1);
      runs.run(List.of(LEFT, LIKE_RIGHT), false, 1);
      withoutDescriptions(runs);
      if (isOlder) {
        ofAnOlderProgram(runs);
      }
      assertThat(runs.run(List.of(LEFT, LIKE_RIGHT), false, 1).get(1).cluster_id())
          .isEqualTo(idOf(RIGHT));
      withoutDescriptions(runs);
      runs.run(List.of(LEFT, LIKE_RIGHT, BRIDGE), false, 1);
      assertThat(runs.aliases()).containsExactly(alias(RIGHT, LEFT, runs.night));
    }
  }

  @Test
  void aTextThatIsGoneKeepsNamingItsCluster() throws IOException {
    Runs runs = runs();
    runs.run(List.of(LEFT, RIGHT, LIKE_RIGHT), false, 1);
    assertThat(runs.run(List.of(LEFT, LIKE_RIGHT), false, 1).get(1).cluster_id())
        .isEqualTo(idOf(RIGHT));
    runs.run(List.of(LEFT), false, 1);
    assertThat(runs.run(List.of(LEFT, LIKE_RIGHT), false, 1).get(1).cluster_id())
        .isEqualTo(idOf(RIGHT));
    assertThat(runs.aliases()).isEmpty();
    runs.run(List.of(LEFT, LIKE_RIGHT, BRIDGE), false, 1);
    assertThat(runs.aliases()).containsExactly(alias(RIGHT, LEFT, runs.night));
  }

  @Test
  void aTextThatComesBackOnTheNightOfAMergeLeavesAnAlias() throws IOException {
    Runs runs = runs();
    runs.run(List.of(LEFT, RIGHT, LIKE_RIGHT), false, 1);
    runs.run(List.of(LEFT, LIKE_RIGHT), false, 1);
    runs.run(List.of(LEFT, RIGHT, LIKE_RIGHT, BRIDGE), false, 1);
    assertThat(runs.aliases()).containsExactly(alias(RIGHT, LEFT, runs.night));
  }

  @Test
  void aTextThatWasGoneOnTheNightOfAMergeLeavesAnAliasWhenItComesBack() throws IOException {
    Runs runs = runs();
    runs.run(List.of(LEFT, RIGHT), false, 1);
    runs.run(List.of(LEFT, BRIDGE), false, 1);
    assertThat(runs.aliases()).isEmpty();
    runs.run(List.of(LEFT, RIGHT, BRIDGE), false, 1);
    assertThat(runs.aliases()).containsExactly(alias(RIGHT, LEFT, runs.night));
  }

  @Test
  void aTextThatNamesAClusterWhileItIsGoneIsRememberedWhenThatClusterIsGoneToo()
      throws IOException {
    Runs runs = runs();
    runs.run(List.of(LEFT, RIGHT, LIKE_RIGHT), false, 1);
    runs.run(List.of(LEFT, RIGHT, BRIDGE), false, 1);
    assertThat(runs.aliases()).containsExactly(alias(RIGHT, LEFT, runs.night));
    assertThat(runs.run(List.of(LIKE_RIGHT), false, 1).get(0).cluster_id()).isEqualTo(idOf(RIGHT));
    assertThat(runs.aliases()).isEmpty();
    runs.run(List.of(LEFT, RIGHT, BRIDGE), false, 1);
    assertThat(runs.aliases()).containsExactly(alias(RIGHT, LEFT, runs.night));
  }

  @Test
  void aRebuildWithOtherSettingsSaysWhereClustersWentAndGivesThemTheirIdsBack() throws IOException {
    List<DistinctText> texts = List.of(LEFT, RIGHT, BRIDGE);
    Runs strict = new Runs(STRICT, folder.resolve("strict"));
    strict.run(texts, false, 1);
    Runs runs = runs();
    runs.files = strict.files;
    runs.night = strict.night;
    runs.run(texts, true, 1);
    assertThat(runs.aliases())
        .containsExactly(alias(RIGHT, LEFT, runs.night), alias(BRIDGE, LEFT, runs.night));
    Runs again = new Runs(STRICT, folder.resolve("again"));
    again.files = runs.files;
    again.night = runs.night;
    again.run(texts, true, 1);
    assertThat(again.aliases()).isEmpty();
  }

  @Test
  void aReplayFollowsAliasesOverTextsThatNoArchiveHolds() throws IOException {
    DistinctText left = blocks(1, 1);
    DistinctText middle = blocks(2, 5);
    DistinctText right = blocks(3, 9);
    DistinctText betweenMiddleAndRight = blocks(4, 7);
    DistinctText likeMiddle = blocks(5, 6);
    DistinctText betweenLeftAndMiddle = blocks(6, 3);
    Runs runs = runs();
    runs.run(List.of(left, middle, right), false, 1);
    runs.run(List.of(left, middle, right, betweenMiddleAndRight), false, 1);
    final long night = runs.night;
    List<DistinctText> all =
        List.of(left, middle, right, betweenMiddleAndRight, likeMiddle, betweenLeftAndMiddle);
    runs.run(all, false, 1);
    assertThat(runs.aliases())
        .containsExactly(alias(middle, left, runs.night), alias(right, middle, night));
    List<DistinctText> rest = new ArrayList<>(all);
    rest.remove(middle);
    runs.run(rest, true, 1);
    assertThat(runs.aliases()).containsExactly(alias(right, left, night));
  }

  /** Ten blocks in a row: two texts are similar if they begin at most three blocks apart. */
  private static DistinctText blocks(long seen, int first) {
    return TextSamples.ofBlocks(seen, IntStream.range(first, first + 10).toArray());
  }

  /**
   * Random texts through random runs: some are gone in some runs or have another date, some runs
   * are replays, some follow a program that kept less.
   */
  @Test
  void noIdOfATextThatIsThereGoesAwayUnnoticed() throws IOException {
    int aliases = 0;
    int backAgain = 0;
    for (int round = 0; round < 40; round++) {
      Random random = new Random(round);
      List<DistinctText> texts =
          new ArrayList<>(
              TextSamples.families(round, 2 + random.nextInt(3), 10 + random.nextInt(14), 2));
      Collections.shuffle(texts, random);
      Map<String, String> fingerprints = new HashMap<>();
      texts.forEach(text -> fingerprints.put(idOf(text), text.fingerprint()));
      Runs runs = new Runs(RULES, folder.resolve("random" + round));
      Set<String> everLive = new HashSet<>();
      Set<String> wereAliases = new HashSet<>();
      for (int known = 0; known < texts.size(); ) {
        known = Math.min(texts.size(), known + 1 + random.nextInt(texts.size() / 5));
        boolean isReplay = random.nextInt(6) == 0;
        List<ClusteredText> rows = run(runs, texts.subList(0, known), isReplay, random);
        Map<String, String> now = new HashMap<>();
        rows.forEach(row -> now.put(row.fingerprint(), row.cluster_id()));
        Set<String> live = new HashSet<>(now.values());
        Map<String, String> survivors = runs.survivors();
        everLive.addAll(live);
        if (isReplay) {
          everLive.removeIf(id -> !now.containsKey(fingerprints.get(id)));
        }
        assertThat(everLive)
            .filteredOn(id -> now.containsKey(fingerprints.get(id)))
            .allMatch(id -> live.contains(id) || survivors.containsKey(id), "round " + round);
        assertThat(Collections.disjoint(live, survivors.keySet())).isTrue();
        assertThat(rows.stream().filter(ClusteredText::is_medoid).map(ClusteredText::cluster_id))
            .containsExactlyInAnyOrderElementsOf(live);
        for (String old : survivors.keySet()) {
          String text = fingerprints.get(old);
          if (now.containsKey(text)) {
            assertThat(Runs.end(old, survivors)).isEqualTo(now.get(text));
          }
        }
        assertThat(rows)
            .filteredOn(row -> Collections.frequency(now.values(), row.cluster_id()) > 6)
            .allSatisfy(row -> assertThat(row.jaccard_oldest()).isGreaterThanOrEqualTo(0.35f));
        backAgain += live.stream().anyMatch(wereAliases::contains) ? 1 : 0;
        wereAliases.addAll(survivors.keySet());
        aliases += survivors.size();
      }
    }
    assertThat(aliases).isGreaterThan(400);
    assertThat(backAgain).isGreaterThan(5);
  }

  private static List<ClusteredText> run(
      Runs runs, List<DistinctText> known, boolean isReplay, Random random) throws IOException {
    List<DistinctText> all = new ArrayList<>(known);
    double gone = random.nextInt(3) * 0.25;
    all.removeIf(text -> random.nextDouble() < gone);
    if (random.nextBoolean()) {
      all.replaceAll(
          text ->
              random.nextInt(4) > 0
                  ? text
                  : new DistinctText(
                      text.fingerprint(), text.masked(), random.nextInt(2000), text.copies_n()));
    }
    if (random.nextInt(4) == 0) {
      withoutDescriptions(runs);
    }
    Collections.shuffle(all, random);
    return runs.run(all, isReplay, 1);
  }
}
