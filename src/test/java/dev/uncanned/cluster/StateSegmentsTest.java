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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateSegmentsTest {

  private static final StateRules RULES =
      new StateRules("test", SignatureConfig.defaults(), ClusterConfig.defaults());

  @TempDir Path folder;
  private final List<Path> live = new ArrayList<>();
  private List<DistinctText> later;

  @BeforeEach
  void threeNights() throws IOException {
    List<DistinctText> texts = TextSamples.families(3, 4, 9, 8);
    for (int night = 0; night < 3; night++) {
      live.add(add(live, night, texts.subList(10 * night, 10 * night + 10)));
    }
    later = texts.subList(30, texts.size());
  }

  private Path add(List<Path> segments, long night, List<DistinctText> texts) throws IOException {
    try (ClusterState state = ClusterState.read(segments, RULES)) {
      return new NightlyClusters(RULES, 2)
          .add(state, night, texts.iterator(), folder)
          .orElseThrow();
    }
  }

  /** Everything that a state is used for. */
  private List<String> use(List<Path> segments) throws IOException {
    List<String> seen = new ArrayList<>();
    Path target = Files.createTempDirectory(folder, "use");
    try (ClusterState state = ClusterState.read(segments, RULES)) {
      TextComponent.of(state).forEach(text -> seen.add(text.toString()));
      state.merges().forEach(merge -> seen.add(merge.toString()));
      Path night =
          new NightlyClusters(RULES, 2).add(state, 9, later.iterator(), target).orElseThrow();
      seen.add(Arrays.hashCode(Files.readAllBytes(night)) + "");
    }
    Path merged = new StateSegments(RULES).merge(segments, target);
    seen.add(Arrays.hashCode(Files.readAllBytes(merged)) + "");
    return seen;
  }

  @Test
  void findsEveryFlippedBitAndEveryCut() throws IOException {
    List<String> expected = use(live);
    byte[] whole = Files.readAllBytes(live.get(1));
    Random random = new Random(1);
    int found = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      if (i % 3 == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path file = Files.createTempDirectory(folder, "bad").resolve(live.get(1).getFileName());
      Files.write(file, damaged);
      List<Path> segments = List.of(live.get(0), file, live.get(2));
      assertThatThrownBy(() -> use(segments))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("segment");
      found++;
    }
    assertThat(found).isEqualTo(300);
    assertThat(use(live)).isEqualTo(expected);
  }

  @Test
  void refusesSegmentsOfOtherRules() {
    StateRules others =
        new StateRules(
            "test", SignatureConfig.defaults(), new ClusterConfig(0.6, 0.35, 20, 8, 1, 1));
    assertThatThrownBy(() -> ClusterState.read(live, others))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("threshold 0.5, now 0.6")
        .hasMessageContaining("rebuild");
    StateRules newer = new StateRules("next", SignatureConfig.defaults(), ClusterConfig.defaults());
    assertThatThrownBy(() -> new StateSegments(newer).merge(live, folder))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("text test, now next");
  }

  @Test
  void refusesAMissingSegmentAndTwoOfANight() {
    assertThatThrownBy(() -> ClusterState.read(List.of(live.get(0), live.get(2)), RULES))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> ClusterState.read(List.of(live.get(0), live.get(0)), RULES))
        .isInstanceOf(StateException.class);
    assertThatThrownBy(
            () ->
                new StateSegments(RULES)
                    .merge(List.of(live.get(0), live.get(2)), Files.createTempDirectory("x")))
        .isInstanceOf(StateException.class);
  }

  @Test
  void theOrderOfTheFilesDoesNotMatter() throws IOException {
    List<Path> turned = List.of(live.get(2), live.get(0), live.get(1));
    assertThat(use(turned)).isEqualTo(use(live));
  }

  @Test
  void mergingKeepsAllThatIsRead() throws IOException {
    Path target = Files.createTempDirectory(folder, "merged");
    Path merged = new StateSegments(RULES).merge(live.subList(1, 3), target);
    List<String> whole = use(List.of(live.get(0), merged));
    assertThat(whole).isEqualTo(use(live));
  }

  @Test
  void mergesOnlyWhenThereAreManyAndNotTheLargeOnes() throws IOException {
    List<Path> many = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Path file = folder.resolve(StateSegments.name(100 + i, 100 + i));
      Files.write(file, new byte[i == 0 ? 100_000 : 100]);
      many.add(file);
    }
    StateSegments segments = new StateSegments(RULES);
    assertThat(segments.toMerge(many.subList(0, 8))).isEmpty();
    assertThat(segments.toMerge(many)).isEqualTo(many.subList(1, 10));
  }

  @Test
  void segmentsAreForTheirOwnerAndNameNobody() throws IOException {
    byte[] bytes = Files.readAllBytes(live.get(0));
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (DistinctText each : later) {
      assertThat(text).doesNotContain(each.masked().substring(0, 12));
    }
  }
}
