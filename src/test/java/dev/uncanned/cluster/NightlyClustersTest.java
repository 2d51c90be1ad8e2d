package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyClustersTest {

  private static final StateRules RULES = TextSamples.SMALL_GUARD;

  private static final ClusterConfig UNGUARDED =
      new ClusterConfig(0.5, 0, 6, 8, 5_000_000, 20_000_000);

  private static final StateRules PUBLISHED =
      new StateRules("test", SignatureConfig.defaults(), ClusterConfig.defaults());

  @TempDir Path folder;

  /** The nights of a run of the program, one after the other, with some merging of segments. */
  private final class Nights {
    private final StateRules rules;
    private final Path own;
    private final List<Path> live = new ArrayList<>();
    private int merged;

    private Nights(StateRules rules, String name) throws IOException {
      this.rules = rules;
      this.own = Files.createDirectories(folder.resolve(name));
    }

    private Optional<Path> add(long night, List<DistinctText> texts, int threads)
        throws IOException {
      try (ClusterState state = ClusterState.read(live, rules)) {
        Optional<Path> added =
            new NightlyClusters(rules, threads).add(state, night, texts.iterator(), own);
        added.ifPresent(live::add);
        return added;
      }
    }

    private void mergeNewest(int n) throws IOException {
      Path target = Files.createDirectories(own.resolve("merged" + merged++));
      List<Path> parts = new ArrayList<>(live.subList(live.size() - n, live.size()));
      Path whole = new StateSegments(rules).merge(parts, target);
      live.removeAll(parts);
      live.add(whole);
    }

    private List<TextComponent> texts() throws IOException {
      try (ClusterState state = ClusterState.read(live, rules)) {
        return TextComponent.of(state);
      }
    }

    private List<Merge> merges() throws IOException {
      try (ClusterState state = ClusterState.read(live, rules)) {
        return List.copyOf(state.merges());
      }
    }

    /** Which components became part of which others on a night. */
    private Map<String, String> merged(long night) throws IOException {
      try (ClusterState state = ClusterState.read(live, rules)) {
        Map<String, String> merged = new HashMap<>();
        state.merges().stream()
            .filter(merge -> merge.night() == night)
            .forEach(merge -> merged.put(state.id(merge.old()), state.id(merge.survivor())));
        return merged;
      }
    }

    private Map<String, String> components() throws IOException {
      Map<String, String> components = new HashMap<>();
      texts().forEach(text -> components.put(text.fingerprint(), text.component_id()));
      return components;
    }
  }

  private static Map<Long, List<DistinctText>> split(
      List<DistinctText> texts, int nights, Random random) {
    Map<Long, List<DistinctText>> split = new TreeMap<>();
    for (DistinctText text : texts) {
      long night = 10 + 3L * random.nextInt(nights);
      split.computeIfAbsent(night, unseen -> new ArrayList<>()).add(text);
    }
    split.values().forEach(each -> Collections.shuffle(each, random));
    return split;
  }

  private static Iterator<NightText> nights(Map<Long, List<DistinctText>> split, Random random) {
    List<NightText> all = new ArrayList<>();
    split.forEach(
        (night, texts) ->
            texts.forEach(
                text ->
                    all.add(
                        new NightText(
                            text.fingerprint(),
                            text.masked(),
                            night,
                            text.first_seen(),
                            text.first_seen(),
                            text.copies_n()))));
    Collections.shuffle(all, random);
    return all.iterator();
  }

  @Test
  void anySplitIntoNightsEndsAsTheReplayOfTheseNights() throws IOException {
    int merges = 0;
    for (int round = 0; round < 220; round++) {
      Random random = new Random(round);
      List<DistinctText> texts =
          TextSamples.families(round, 3 + random.nextInt(4), 5 + random.nextInt(12), 5);
      Map<Long, List<DistinctText>> split = split(texts, 1 + random.nextInt(7), random);
      Nights nights = new Nights(RULES, "nights" + round);
      for (Map.Entry<Long, List<DistinctText>> night : split.entrySet()) {
        nights.add(night.getKey(), night.getValue(), 1 + random.nextInt(3));
        if (nights.live.size() > 1 && random.nextInt(3) == 0) {
          nights.mergeNewest(2 + random.nextInt(nights.live.size() - 1));
        }
      }
      Path replayed = Files.createDirectories(folder.resolve("replay" + round));
      Path replay =
          new ReplayedNights(RULES, 2).replay(nights(split, random), replayed).orElseThrow();
      merges += nights.merges().size();
      if (nights.live.size() > 1) {
        nights.mergeNewest(nights.live.size());
      }
      assertThat(nights.live.get(0)).as("round " + round).hasSameBinaryContentAs(replay);
    }
    assertThat(merges).as("merges met").isGreaterThan(100);
  }

  @Test
  void oneNightEndsAsTheKernelWithoutItsGuard() throws IOException {
    for (int round = 0; round < 20; round++) {
      List<DistinctText> texts = TextSamples.families(round, 6, 14, 10);
      Map<String, String> kernel = new HashMap<>();
      new ClusterKernel(RULES.signature(), UNGUARDED, 2)
          .cluster(texts.iterator())
          .forEachRemaining(row -> kernel.put(row.fingerprint(), row.cluster_id()));
      Nights nights = new Nights(RULES, "kernel" + round);
      nights.add(1, texts, 2);
      assertThat(nights.components()).isEqualTo(kernel);
    }
  }

  @Test
  void aComponentKeepsItsNameUnlessItIsMerged() throws IOException {
    Random random = new Random(4);
    Nights nights = new Nights(RULES, "stay");
    Map<String, String> before = Map.of();
    int renamed = 0;
    List<DistinctText> texts = TextSamples.families(77, 8, 20, 20);
    for (Map.Entry<Long, List<DistinctText>> night : split(texts, 12, random).entrySet()) {
      nights.add(night.getKey(), night.getValue(), 2);
      Map<String, String> merged = nights.merged(night.getKey());
      Map<String, String> after = nights.components();
      for (Map.Entry<String, String> text : before.entrySet()) {
        String id = text.getValue();
        renamed += merged.containsKey(id) ? 1 : 0;
        assertThat(after.get(text.getKey())).isEqualTo(merged.getOrDefault(id, id));
      }
      before = after;
    }
    assertThat(renamed).as("texts whose component was merged").isPositive();
  }

  @Test
  void mergedComponentsKeepTheOlderName() throws IOException {
    String left = "a b c d e f g h i j k l m n o p q r s t";
    String bridge = "a b c d e f g h i j k l m n o p Q R S T U V W X";
    String right = "g h i j k l m n o p Q R S T U V W X Y Z 1 2 3";
    Nights nights = new Nights(PUBLISHED, "bridge");
    nights.add(1, List.of(TextSamples.text(left, 9, 1)), 1);
    nights.add(2, List.of(TextSamples.text(right, 3, 1)), 1);
    assertThat(nights.components().values()).doesNotHaveDuplicates();
    String older = nights.texts().get(0).component_id();
    String younger = nights.texts().get(1).component_id();
    nights.add(3, List.of(TextSamples.text(bridge, 1, 1)), 1);
    assertThat(nights.merged(3)).containsExactly(Map.entry(younger, older));
    assertThat(nights.components().values()).containsOnly(older);
  }

  @Test
  void textsThatAreKnownChangeNothing() throws IOException {
    List<DistinctText> texts = TextSamples.families(5, 3, 6, 4);
    Nights nights = new Nights(RULES, "known");
    nights.add(1, texts, 2);
    assertThat(nights.add(2, texts, 2)).isEmpty();
    assertThat(nights.live).hasSize(1);
    assertThat(nights.texts()).hasSize(texts.size());
  }

  /** A message of a later night may have been sent long before; its text is the younger one. */
  @Test
  void theNightGoesBeforeTheDateOfAMessage() throws IOException {
    String words = "a b c d e f g h i j k l m n o p q r s t";
    DistinctText early = TextSamples.text(words + " u", 500, 1);
    DistinctText late = TextSamples.text(words + " v", 900, 1);
    DistinctText backdated = TextSamples.text(words + " w", 1, 1);
    Nights nights = new Nights(RULES, "dates");
    nights.add(1, List.of(late, early), 2);
    nights.add(2, List.of(backdated), 2);
    assertThat(nights.texts())
        .extracting(TextComponent::fingerprint)
        .containsExactly(early.fingerprint(), late.fingerprint(), backdated.fingerprint());
    assertThat(nights.components().values()).containsOnly(ClusterState.id(early.fingerprint()));
  }

  @Test
  void nightsMustRiseAndTextsComeOnce() throws IOException {
    List<DistinctText> texts = TextSamples.families(7, 2, 4, 2);
    Nights nights = new Nights(RULES, "rise");
    nights.add(5, texts.subList(0, 4), 1);
    assertThatThrownBy(() -> nights.add(5, texts, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above 5");
    assertThatThrownBy(() -> nights.add(6, List.of(texts.get(6), texts.get(6)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
    nights.add(7, texts, 1);
    assertThat(nights.texts()).hasSize(texts.size());
  }

  @Test
  void aFailedNightLeavesNoSegment() throws IOException {
    Nights nights = new Nights(RULES, "failed");
    List<DistinctText> texts = TextSamples.families(8, 2, 4, 2);
    assertThatThrownBy(() -> nights.add(1, List.of(texts.get(0), texts.get(0)), 1))
        .isInstanceOf(IllegalArgumentException.class);
    try (var files = Files.list(nights.own)) {
      assertThat(files).isEmpty();
    }
  }
}
