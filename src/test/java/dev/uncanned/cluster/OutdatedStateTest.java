package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nights of the first version of the state, which ordered the texts of a night by fingerprint:
 * the first 24 of the texts here, 12 a night, on nights 3 and 6, written by that program.
 */
class OutdatedStateTest {

  private static final StateRules RULES =
      new StateRules(
          "test",
          SignatureConfig.defaults(),
          new ClusterConfig(0.5, 0.35, 6, 8, 5_000_000, 20_000_000));

  private static final int KNOWN = 24;

  @TempDir Path folder;
  private List<Path> outdated;
  private Map<String, String> expected;

  @BeforeEach
  void read() throws IOException, URISyntaxException {
    Path golden = Path.of(OutdatedStateTest.class.getResource("/golden/state/1").toURI());
    try (Stream<Path> files = Files.list(golden)) {
      outdated = files.filter(StateSegments::isSegment).sorted().toList();
    }
    expected = new HashMap<>();
    for (String line : Files.readAllLines(golden.resolve("clusters.txt"))) {
      String[] parts = line.split(" ");
      expected.put(parts[0], parts[1]);
    }
    assertThat(outdated).hasSize(2);
    assertThat(expected).hasSize(KNOWN);
  }

  private static List<DistinctText> texts() {
    return TextSamples.families(3, 4, 9, 8);
  }

  private ClusterMemory memory(List<Path> taken, long night, boolean replayed) {
    List<String> segments = taken.stream().map(Path::toString).toList();
    return new ClusterMemory(
        segments, night, folder.resolve("night" + night + replayed).toString(), replayed);
  }

  private static List<ClusteredText> run(ClusterMemory memory, List<DistinctText> texts)
      throws IOException {
    List<ClusteredText> rows = new ArrayList<>();
    new RememberedClusters(RULES, memory).cluster(texts.iterator(), 2).forEachRemaining(rows::add);
    return rows;
  }

  private static String rules(Path segment) throws IOException {
    String text = Files.readString(segment, StandardCharsets.ISO_8859_1);
    return text.substring(text.indexOf("format "), text.indexOf("\ntext "));
  }

  @Test
  void keepsItsClustersAndIsLeftAsItIs() throws IOException {
    byte[] before = Files.readAllBytes(outdated.get(0));
    ClusterMemory memory = memory(outdated, 9, false);
    assertThat(run(memory, texts().subList(0, KNOWN)))
        .hasSize(KNOWN)
        .allSatisfy(row -> assertThat(row.cluster_id()).isEqualTo(expected.get(row.fingerprint())));
    assertThat(memory.live()).isEqualTo(outdated);
    assertThat(outdated.get(0)).hasBinaryContent(before);
  }

  @Test
  void itsReplayDecidesTheSame() throws IOException {
    ClusterMemory replay = memory(outdated, 9, true);
    assertThat(run(replay, texts().subList(0, KNOWN)))
        .allSatisfy(row -> assertThat(row.cluster_id()).isEqualTo(expected.get(row.fingerprint())));
    assertThat(replay.live()).hasSize(1);
    assertThat(rules(replay.live().get(0))).isEqualTo("format 2");
    assertThat(aliases(replay.live())).isEqualTo(aliases(outdated));
  }

  @Test
  void goesOnWithNewTextsAndEndsAsItsReplay() throws IOException {
    ClusterMemory next = memory(outdated, 9, false);
    List<ClusteredText> rows = run(next, texts());
    assertThat(next.live()).hasSize(3).containsAll(outdated);
    ClusterMemory replay = memory(next.live(), 12, true);
    assertThat(run(replay, texts())).isEqualTo(rows);
    assertThat(aliases(replay.live())).isEqualTo(aliases(next.live()));
  }

  @Test
  void isCopiedIntoThePresentVersionWhereSegmentsAreMerged() throws IOException {
    assertThat(rules(outdated.get(0))).isEqualTo("format 1");
    ClusterMemory next = memory(outdated, 9, false);
    run(next, texts());
    Path merged = new StateSegments(RULES).merge(next.live(), folder);
    assertThat(rules(merged)).isEqualTo("format 2");
    ClusterMemory replay = memory(List.of(merged), 12, true);
    run(replay, texts());
    assertThat(merged).hasSameBinaryContentAs(replay.live().get(0));
  }

  @Test
  void aStateOfANewerProgramIsRefused() throws IOException {
    assertThat(StateRules.areReadable("format 1\n")).isTrue();
    assertThat(StateRules.areReadable(RULES.lines())).isTrue();
    assertThat(StateRules.areReadable("format 3\n")).isFalse();
    assertThat(StateRules.areReadable("text 1\n")).isFalse();
  }

  private static List<ClusterAlias> aliases(List<Path> segments) throws IOException {
    try (ClusterState state = ClusterState.read(segments, RULES)) {
      return state.aliases();
    }
  }
}
