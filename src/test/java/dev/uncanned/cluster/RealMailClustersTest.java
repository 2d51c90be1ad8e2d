package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.uncanned.archive.AnyReader;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.text.Masker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real mail against a comparison of all texts with all, where the data is at hand. */
class RealMailClustersTest {

  private static final Path MAIL = Path.of("..", "shared", "data", "spamassassin");
  private static final int MIN_TOKENS = 8;

  @TempDir Path folder;

  @Test
  void largestClusterIsThatOfACompleteComparison() {
    assumeTrue(Files.isDirectory(MAIL), "spamassassin is not at hand, so it is not tried");
    List<DistinctText> texts = texts();
    assertThat(texts).hasSizeGreaterThan(4000);
    int n = texts.size();
    int[][] sets = new int[n][];
    UnionFind complete = new UnionFind(n);
    List<int[]> pairs = new ArrayList<>();
    OverlapIndex index = new OverlapIndex();
    int[] shared = new int[n];
    for (int i = 0; i < n; i++) {
      sets[i] = TextSamples.set(texts.get(i));
      index.countShared(sets[i], shared);
      for (int j = 0; j < i; j++) {
        if (Jaccard.of(shared[j], sets[i].length, sets[j].length) >= 0.5) {
          complete.union(i, j);
          pairs.add(new int[] {i, j});
        }
      }
      index.add(sets[i]);
    }
    Map<String, Integer> sizes = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    ClusterConfig unguarded = new ClusterConfig(0.5, 0, 20, MIN_TOKENS, 5_000_000, 20_000_000);
    new ClusterKernel(SignatureConfig.defaults(), unguarded, 2)
        .cluster(texts.iterator())
        .forEachRemaining(
            row -> {
              sizes.merge(row.cluster_id(), 1, Integer::sum);
              ids.put(row.fingerprint(), row.cluster_id());
            });
    Map<Integer, Integer> completeSizes = new HashMap<>();
    for (int i = 0; i < n; i++) {
      completeSizes.merge(complete.find(i), 1, Integer::sum);
    }
    assertThat(Collections.max(sizes.values())).isEqualTo(Collections.max(completeSizes.values()));
    long together =
        pairs.stream()
            .filter(pair -> id(ids, texts, pair[0]).equals(id(ids, texts, pair[1])))
            .count();
    assertThat((double) together / pairs.size()).isGreaterThanOrEqualTo(0.9999);
  }

  @Test
  void nightsAgreeWithARebuild() throws IOException {
    assumeTrue(Files.isDirectory(MAIL), "spamassassin is not at hand, so it is not tried");
    List<DistinctText> texts = texts();
    StateRules rules = new StateRules("test", SignatureConfig.defaults(), ClusterConfig.defaults());
    Random random = new Random(1);
    for (boolean byDate : List.of(true, false)) {
      Map<Long, List<DistinctText>> nights = new TreeMap<>();
      for (int i = 0; i < texts.size(); i++) {
        long night = byDate ? 20L * i / texts.size() : random.nextInt(20);
        nights.computeIfAbsent(night, unseen -> new ArrayList<>()).add(texts.get(i));
      }
      Runs runs = new Runs(rules, Files.createTempDirectory(folder, "nights"));
      Moves moves = new Moves();
      List<DistinctText> known = new ArrayList<>();
      List<ClusteredText> rows = List.of();
      for (List<DistinctText> night : nights.values()) {
        known.addAll(night);
        rows = runs.run(known, false, 2);
        moves.take(rows, runs.survivors());
      }
      assertThat(Runs.agreementWithARebuild(rules, texts, rows)).isGreaterThanOrEqualTo(0.9999);
      assertThat(moves.share()).isLessThan(byDate ? 0.0001 : 0.0005);
    }
  }

  private static String id(Map<String, String> ids, List<DistinctText> texts, int text) {
    return ids.get(texts.get(text).fingerprint());
  }

  private static List<DistinctText> texts() {
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    Masker masker = new Masker();
    List<ArchivePart> parts = new ArrayList<>(ArchiveScanner.scan(List.of(MAIL)));
    for (ArchivePart part : parts) {
      new AnyReader()
          .read(
              part,
              row -> {
                if (row.message() != null) {
                  String masked = masker.mask(row.message().body(), null, List.of()).text();
                  if (masked.split(" ").length >= MIN_TOKENS) {
                    texts.putIfAbsent(
                        masked,
                        TextSamples.text(masked, row.message().sent_at().getEpochSecond(), 1));
                  }
                }
              });
    }
    List<DistinctText> ordered = new ArrayList<>(texts.values());
    ordered.sort(
        Comparator.comparingLong(DistinctText::first_seen)
            .thenComparing(DistinctText::fingerprint));
    return ordered;
  }
}
