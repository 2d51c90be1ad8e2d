package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.signature.DistinctText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nights of each version of the state, written when it was new: the first 24 of the texts here,
 * 12 a night, on nights 3 and 6. See {@link StateRules} for what the versions hold.
 */
class GoldenStateTest {

  private static final StateRules RULES = TextSamples.SMALL_GUARD;

  private static final int KNOWN = 24;
  private static final int ALIASES = 1;

  @TempDir Path folder;

  /** All files of a state. */
  private List<Path> golden;

  private List<Path> segments;
  private Map<String, String> expected;

  private void read(int version) throws IOException, URISyntaxException {
    URL resource = GoldenStateTest.class.getResource("/golden/state/" + version);
    Path written = Path.of(resource.toURI());
    try (Stream<Path> files = Files.list(written)) {
      golden = files.filter(ClusterMemory::isState).sorted().toList();
    }
    segments = golden.stream().filter(StateSegments::isSegment).toList();
    expected = new HashMap<>();
    for (String line : Files.readAllLines(written.resolve("clusters.txt"))) {
      String[] parts = line.split(" ");
      expected.put(parts[0], parts[1]);
    }
    assertThat(segments).hasSize(2);
    assertThat(expected).hasSize(KNOWN);
    assertThat(rules(segments.get(0))).isEqualTo("format " + version);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void keepsItsClustersAndIsLeftAsItIs(int version) throws Exception {
    read(version);
    byte[] before = Files.readAllBytes(segments.get(0));
    ClusterMemory memory = memory(golden, 9, false);
    assertThat(run(memory, texts().subList(0, KNOWN)))
        .hasSize(KNOWN)
        .allSatisfy(row -> assertThat(row.cluster_id()).isEqualTo(expected.get(row.fingerprint())));
    assertThat(memory.live()).isEqualTo(segments);
    assertThat(segments.get(0)).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void itsReplayDecidesTheSame(int version) throws Exception {
    read(version);
    ClusterMemory next = memory(golden, 9, false);
    run(next, texts().subList(0, KNOWN));
    ClusterMemory replay = memory(golden, 9, true);
    assertThat(run(replay, texts().subList(0, KNOWN)))
        .allSatisfy(row -> assertThat(row.cluster_id()).isEqualTo(expected.get(row.fingerprint())));
    assertThat(replay.live()).hasSize(1);
    assertThat(rules(replay.live().get(0))).isEqualTo("format 4");
    assertThat(replay.aliases(RULES)).isEqualTo(next.aliases(RULES)).hasSize(ALIASES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void goesOnWithNewTextsAndEndsAsItsReplay(int version) throws Exception {
    read(version);
    ClusterMemory next = memory(golden, 9, false);
    List<ClusteredText> rows = run(next, texts());
    assertThat(next.live()).hasSize(3).containsAll(segments);
    ClusterMemory replay = memory(next.state(), 12, true);
    assertThat(run(replay, texts())).isEqualTo(rows);
    assertThat(replay.aliases(RULES)).isEqualTo(next.aliases(RULES));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void isCopiedIntoThePresentVersionWhereSegmentsAreMerged(int version) throws Exception {
    read(version);
    ClusterMemory next = memory(golden, 9, false);
    List<ClusteredText> rows = run(next, texts());
    Path merged = new StateSegments(RULES).merge(next.live(), folder);
    assertThat(rules(merged)).isEqualTo("format 4");
    List<Path> all = new ArrayList<>(List.of(merged));
    all.addAll(next.state().stream().filter(file -> !StateSegments.isSegment(file)).toList());
    assertThat(run(memory(all, 12, false), texts())).isEqualTo(rows);
  }

  /** Buckets of older versions hold too few texts for that. */
  @Test
  void mergedSegmentsAreTheBytesOfTheReplay() throws Exception {
    read(4);
    ClusterMemory next = memory(golden, 9, false);
    run(next, texts());
    Path merged = new StateSegments(RULES).merge(next.live(), folder);
    ClusterMemory replay = memory(List.of(merged), 12, true);
    run(replay, texts());
    assertThat(merged).hasSameBinaryContentAs(replay.live().get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void whatItsClustersAreLikeIsTakenOverIfThisVersionWroteIt(int version) throws Exception {
    read(version);
    List<DistinctText> known = texts().subList(0, KNOWN);
    final List<ClusteredText> rows = run(memory(golden, 9, false), known);
    ClusterMemory worded = memory(golden, 10, false);
    assertThat(run(worded, known)).isEqualTo(rows);
    assertThat(worded.state().containsAll(golden)).isEqualTo(version >= 3);
  }

  @Test
  void aStateOfANewerProgramIsRefused() throws IOException {
    assertThat(StateRules.areReadable("format 1\n")).isTrue();
    assertThat(StateRules.areReadable(RULES.lines())).isTrue();
    assertThat(StateRules.areReadable("format 5\n")).isFalse();
    assertThat(StateRules.areReadable("text 1\n")).isFalse();
  }
}
