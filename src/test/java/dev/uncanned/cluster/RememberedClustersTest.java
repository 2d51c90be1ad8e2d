package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedClustersTest {

  private static final StateRules RULES = TextSamples.SMALL_GUARD;

  private static final StateRules PUBLISHED =
      new StateRules("test", SignatureConfig.defaults(), ClusterConfig.defaults());

  private static final DistinctText LEFT =
      TextSamples.text("a b c d e f g h i j k l m n o p q r s t", 1, 1);

  /** Unlike the left one, but like the bridge, which is like both. */
  private static final DistinctText RIGHT =
      TextSamples.text("g h i j k l m n o p Q R S T U V W X Y Z 1 2 3", 3, 1);

  private static final DistinctText BRIDGE =
      TextSamples.text("a b c d e f g h i j k l m n o p Q R S T U V W X", 9, 1);

  @TempDir Path folder;

  @Test
  void anySplitIntoRunsEndsAsTheirReplay() throws IOException {
    int merges = 0;
    for (int round = 0; round < 200; round++) {
      Random random = new Random(round);
      List<DistinctText> texts =
          new ArrayList<>(
              TextSamples.families(round, 3 + random.nextInt(4), 5 + random.nextInt(12), 5));
      Collections.shuffle(texts, random);
      Runs runs = new Runs(RULES, folder.resolve("runs" + round));
      List<ClusteredText> last = List.of();
      List<DistinctText> all = List.of();
      int known = 0;
      while (known < texts.size()) {
        known = Math.min(texts.size(), known + 1 + random.nextInt(texts.size()));
        texts.subList(0, known).replaceAll(text -> sometimesOftener(text, random));
        all = new ArrayList<>(texts.subList(0, known));
        if (random.nextBoolean()) {
          all.replaceAll(text -> redated(text, random));
        }
        if (known < texts.size()) {
          all.removeIf(text -> random.nextInt(20) == 0);
        }
        Collections.shuffle(all, random);
        last = runs.run(all, false, 1 + random.nextInt(3));
      }
      List<ClusterAlias> aliases = runs.aliases();
      Collections.shuffle(all, random);
      assertThat(runs.run(all, true, 2)).as("round " + round).isEqualTo(last);
      assertThat(runs.aliases()).as("round " + round).isEqualTo(aliases);
      assertThat(runs.live).as("round " + round).hasSize(1);
      merges += aliases.size();
    }
    assertThat(merges).as("merges met").isGreaterThan(50);
  }

  /** As where a later archive brings another copy of the message, or the only dated one is gone. */
  private static DistinctText redated(DistinctText text, Random random) {
    long sent = random.nextInt(5) == 0 ? Long.MAX_VALUE : random.nextInt(2000) - 1000;
    return new DistinctText(text.fingerprint(), text.masked(), sent, text.copies_n());
  }

  /** As where the night brings more messages with the text. */
  private static DistinctText sometimesOftener(DistinctText text, Random random) {
    long copies = text.copies_n() + (random.nextInt(10) == 0 ? 3 : 0);
    return new DistinctText(text.fingerprint(), text.masked(), text.first_seen(), copies);
  }

  @Test
  void agreesWithARebuildWhicheverNightsBringTheTexts() throws IOException {
    Splits alike = besideARebuild(0);
    assertThat(alike.least()).isEqualTo(1);
    assertThat(alike.moved()).isZero();
    for (double loose : new double[] {0.05, 0.3, 1}) {
      Splits edited = besideARebuild(loose);
      assertThat(edited.mean()).as("mean with " + loose).isGreaterThanOrEqualTo(0.9995);
      assertThat(edited.least()).as("least with " + loose).isGreaterThanOrEqualTo(0.994);
      assertThat(edited.moved()).as("moved with " + loose).isLessThan(0.03 * loose);
    }
  }

  /**
   * Random splits of texts into nights.
   *
   * @param mean B-cubed F1 of their clusters against those of a rebuild, on average
   * @param least the same where it is least
   * @param moved see {@link Moves#share}, on average
   */
  private record Splits(double mean, double least, double moved) {}

  /**
   * Fifty splits.
   *
   * @param loose share of the copies of a template in which up to a fifth of the words are changed
   */
  private Splits besideARebuild(double loose) throws IOException {
    double mean = 0;
    double least = 1;
    double moved = 0;
    int rounds = 50;
    for (int round = 0; round < rounds; round++) {
      Random random = new Random(round);
      List<DistinctText> texts =
          new ArrayList<>(TextSamples.families(100 + round, 4, 40, 40, loose));
      Collections.shuffle(texts, random);
      Runs runs = new Runs(PUBLISHED, folder.resolve("rebuilt" + loose + round));
      Moves moves = new Moves();
      List<ClusteredText> rows = List.of();
      int known = 0;
      while (known < texts.size()) {
        known = Math.min(texts.size(), known + 1 + random.nextInt(texts.size() / 2));
        rows = runs.run(texts.subList(0, known), false, 2);
        moves.take(rows, runs.survivors());
      }
      double agreement = Runs.agreementWithARebuild(PUBLISHED, texts, rows);
      mean += agreement / rounds;
      least = Math.min(least, agreement);
      moved += moves.share() / rounds;
    }
    return new Splits(mean, least, moved);
  }

  @Test
  void aRunEndsAsTheKernelWhereNightsFollowTheDates() throws IOException {
    List<DistinctText> texts = new ArrayList<>(TextSamples.families(100, 25, 40, 300, 0.3));
    texts.sort(
        Comparator.comparingLong(DistinctText::first_seen)
            .thenComparing(DistinctText::fingerprint));
    Runs runs = new Runs(PUBLISHED, folder.resolve("dated"));
    for (int night = 1; night < 8; night++) {
      runs.run(texts.subList(0, texts.size() * night / 8), false, 2);
    }
    List<ClusteredText> kernel = new ArrayList<>();
    new ClusterKernel(PUBLISHED.signature(), PUBLISHED.cluster(), 2)
        .cluster(texts.iterator())
        .forEachRemaining(kernel::add);
    assertThat(runs.run(texts, false, 2)).isEqualTo(kernel);
  }

  @Test
  void oneRunEndsAsTheKernel() throws IOException {
    List<DistinctText> texts = TextSamples.families(1, 6, 14, 10);
    List<ClusteredText> kernel = new ArrayList<>();
    new ClusterKernel(RULES.signature(), RULES.cluster(), 2)
        .cluster(texts.iterator())
        .forEachRemaining(kernel::add);
    assertThat(new Runs(RULES, folder.resolve("first")).run(texts, false, 2)).isEqualTo(kernel);
  }

  @Test
  void manyRunsKeepFewSegments() throws IOException {
    List<DistinctText> texts = TextSamples.families(2, 6, 20, 40);
    Runs runs = new Runs(RULES, folder.resolve("many"));
    int most = 0;
    for (int known = 4; known <= texts.size(); known += 4) {
      runs.run(texts.subList(0, known), false, 1);
      most = Math.max(most, runs.live.size());
    }
    assertThat(most).isBetween(3, StateSegments.MANY);
    List<ClusteredText> before = runs.run(texts, false, 1);
    assertThat(runs.run(texts, true, 1)).isEqualTo(before);
  }

  @Test
  void textsThatAreGoneLeaveTheirClusterItsId() throws IOException {
    List<DistinctText> texts = TextSamples.families(3, 1, 12, 0, 0);
    Runs runs = new Runs(RULES, folder.resolve("gone"));
    String id = runs.run(texts, false, 1).get(0).cluster_id();
    List<DistinctText> left = new ArrayList<>(texts);
    left.removeIf(text -> ClusterState.id(text.fingerprint()).equals(id));
    assertThat(left).hasSize(texts.size() - 1);
    assertThat(runs.run(left, false, 1))
        .hasSize(left.size())
        .allSatisfy(row -> assertThat(row.cluster_id()).isEqualTo(id))
        .satisfiesOnlyOnce(row -> assertThat(row.is_medoid()).isTrue());
  }

  @Test
  void aRunWithoutTextsLeavesNoSegment() throws IOException {
    Runs runs = new Runs(RULES, folder.resolve("none"));
    assertThat(runs.run(List.of(), false, 1)).isEmpty();
    assertThat(runs.run(List.of(), true, 1)).isEmpty();
    assertThat(runs.live).isEmpty();
  }

  @Test
  void clustersThatAreAsTheyWereAreNotDescribedAnew() throws IOException {
    List<DistinctText> texts = TextSamples.families(6, 4, 10, 5);
    Runs runs = new Runs(RULES, folder.resolve("kept"));
    List<ClusteredText> first = runs.run(texts, false, 1);
    List<Path> files = runs.files;
    assertThat(runs.run(TextSamples.withoutWords(texts), false, 1)).isEqualTo(first);
    assertThat(runs.files).isEqualTo(files);
  }

  /** A new text connects two components and is unlike the oldest of both. */
  @Test
  void clustersOfComponentsThatANewTextMadeOneArePartedAnew() throws IOException {
    List<DistinctText> texts = new ArrayList<>();
    for (int[] blocks :
        new int[][] {
          {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
          {3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
          {5, 6, 7, 8, 9, 10, 11, 12, 13, 14},
          {7, 8, 9, 10, 11, 12, 13, 14, 200, 201},
          {1, 2, 3, 4, 5, 6, 101, 102, 103, 104},
          {4, 5, 6, 101, 102, 103, 104, 105, 106, 107},
          {101, 102, 103, 104, 105, 106, 107, 108, 200, 201},
          {7, 8, 9, 10, 11, 12, 13, 14, 200, 201, 101, 102, 103, 104, 105, 106, 107, 108}
        }) {
      texts.add(TextSamples.ofBlocks(texts.size(), blocks));
    }
    Runs runs = new Runs(RULES, folder.resolve("guard"));
    runs.run(texts.subList(0, texts.size() - 1), false, 1);
    List<ClusteredText> rows = runs.run(texts, false, 1);
    assertThat(rows.get(7).cluster_id()).isNotEqualTo(rows.get(0).cluster_id());
    assertThat(runs.run(texts, true, 1)).isEqualTo(rows);
  }

  @Test
  void aClusterThatLostATextAndGotItBackIsAsBefore() throws IOException {
    List<DistinctText> texts = TextSamples.families(7, 3, 10, 5);
    Runs runs = new Runs(RULES, folder.resolve("back"));
    List<ClusteredText> first = runs.run(texts, false, 1);
    assertThat(runs.run(texts.subList(1, texts.size()), false, 1)).hasSize(texts.size() - 1);
    assertThat(runs.run(texts, false, 1)).isEqualTo(first);
  }

  @Test
  void descriptionsOfAnotherVersionAreWorkedOutAnewAndDamagedOnesRefused() throws IOException {
    List<DistinctText> texts = TextSamples.families(8, 3, 10, 5);
    Runs runs = new Runs(RULES, folder.resolve("damaged"));
    List<ClusteredText> first = runs.run(texts, false, 1);
    Path file = only(runs.files, Descriptions::isFile);
    byte[] good = Files.readAllBytes(file);
    Files.write(file, ofAnotherVersion());
    assertThat(runs.run(texts, false, 1)).isEqualTo(first);
    requireDamageToBeFound(file, good, () -> Descriptions.read(file));
  }

  @Test
  void aliasesOfAnotherVersionAndDamagedOnesAreRefused() throws IOException {
    Runs runs = new Runs(PUBLISHED, folder.resolve("aliases"));
    runs.run(List.of(LEFT, RIGHT), false, 1);
    runs.run(List.of(LEFT, RIGHT, BRIDGE), false, 1);
    assertThat(runs.aliases()).hasSize(1);
    Path file = only(runs.files, Names::isFile);
    requireDamageToBeFound(file, Files.readAllBytes(file), runs::aliases);
    Files.write(file, ofAnotherVersion());
    assertThatThrownBy(runs::aliases)
        .isInstanceOf(StateException.class)
        .hasMessageContaining("newer program");
  }

  private static byte[] ofAnotherVersion() {
    BlockBytes other = new BlockBytes();
    other.beginBlock();
    other.putInt(999);
    other.endBlock();
    return other.copy();
  }

  private static Path only(List<Path> files, Predicate<Path> kind) {
    List<Path> found = files.stream().filter(kind).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void requireDamageToBeFound(Path file, byte[] good, ThrowingCallable reading)
      throws IOException {
    for (int at = 0; at < good.length; at += 7) {
      byte[] bad = good.clone();
      bad[at] ^= 4;
      Files.write(file, bad);
      assertThatThrownBy(reading).isInstanceOf(StateException.class);
      Files.write(file, Arrays.copyOf(good, at));
      assertThatThrownBy(reading).isInstanceOf(StateException.class);
      byte[] zeroed = Arrays.copyOf(Arrays.copyOf(good, at), good.length);
      if (!Arrays.equals(zeroed, good)) {
        Files.write(file, zeroed);
        assertThatThrownBy(reading).isInstanceOf(StateException.class);
      }
    }
    Files.write(file, Arrays.copyOf(good, good.length + BlockBytes.BLOCK_HEAD));
    assertThatThrownBy(reading).isInstanceOf(StateException.class);
    Files.write(file, good);
  }

  @Test
  void otherRulesAreRefusedUnlessAllIsDecidedAnew() throws IOException {
    List<DistinctText> texts = TextSamples.families(4, 2, 6, 3);
    Runs runs = new Runs(RULES, folder.resolve("rules"));
    runs.run(texts, false, 1);
    Runs other =
        new Runs(
            new StateRules(
                "test",
                RULES.signature(),
                new ClusterConfig(0.7, 0.35, 6, 8, 5_000_000, 20_000_000)),
            folder.resolve("other"));
    other.files = runs.files;
    other.night = runs.night;
    assertThatThrownBy(() -> other.run(texts, false, 1))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("threshold 0.5, now 0.7");
    assertThat(other.run(texts, true, 1)).hasSize(texts.size());
    assertThat(other.run(texts, false, 1)).hasSize(texts.size());
  }

  @Test
  void whatAFailedRunLeftIsWrittenOver() throws IOException {
    List<DistinctText> texts = TextSamples.families(5, 2, 6, 3);
    Path target = Files.createDirectories(folder.resolve("torn"));
    Files.writeString(target.resolve(StateSegments.name(1, 1)), "torn");
    ClusterMemory memory = new ClusterMemory(List.of(), 1, target.toString(), false);
    assertThat(new RememberedClusters(RULES, memory).cluster(texts.iterator(), 1).hasNext())
        .isTrue();
    try (ClusterState state = ClusterState.read(memory.live(), RULES)) {
      assertThat(state.count()).isEqualTo(texts.size());
    }
  }
}
