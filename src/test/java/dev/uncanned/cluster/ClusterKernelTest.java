package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.Bands;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.MinHasher;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.TokenHash;
import dev.uncanned.signature.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClusterKernelTest {

  private static final SignatureConfig SIGNATURE = SignatureConfig.defaults();
  private static final ClusterConfig CONFIG = ClusterConfig.defaults();
  private static final ClusterConfig UNGUARDED =
      new ClusterConfig(0.5, 0, 20, 8, 5_000_000, 20_000_000);
  private static final String TEMPLATE =
      "hi first i saw that company is hiring engineers and thought we could talk about it";

  @Test
  void joinsNearCopiesAndNamesThemAfterTheOldest() {
    DistinctText young = TextSamples.text(TEMPLATE + " today", 20, 3);
    DistinctText old = TextSamples.text(TEMPLATE + " tomorrow", 10, 1);
    DistinctText other = TextSamples.text("a b c d e f g h i j k l m n o p", 5, 1);
    List<ClusteredText> rows = cluster(List.of(young, other, old));
    assertThat(rows)
        .extracting(ClusteredText::fingerprint)
        .containsExactly(other.fingerprint(), old.fingerprint(), young.fingerprint());
    String id = ContentHash.of("cluster", old.fingerprint());
    assertThat(rows)
        .extracting(ClusteredText::cluster_id)
        .containsExactly(ContentHash.of("cluster", other.fingerprint()), id, id);
    assertThat(rows).extracting(ClusteredText::is_medoid).containsExactly(true, true, false);
  }

  @Test
  void breaksTiesOfTimeByFingerprint() {
    DistinctText a = TextSamples.text(TEMPLATE + " today", 10, 1);
    DistinctText b = TextSamples.text(TEMPLATE + " tomorrow", 10, 1);
    String first =
        a.fingerprint().compareTo(b.fingerprint()) < 0 ? a.fingerprint() : b.fingerprint();
    assertThat(cluster(List.of(a, b)))
        .extracting(ClusteredText::cluster_id)
        .containsOnly(ContentHash.of("cluster", first));
  }

  @Test
  void weighsStabilityByCopies() {
    DistinctText old = TextSamples.text(TEMPLATE + " today", 10, 1);
    DistinctText young = TextSamples.text(TEMPLATE + " tomorrow", 20, 3);
    double similarity = Jaccard.of(TextSamples.set(old), TextSamples.set(young));
    List<ClusteredText> rows = cluster(List.of(old, young));
    assertThat(rows.get(0).jaccard_medoid()).isEqualTo(1);
    assertThat(rows.get(1).jaccard_medoid()).isEqualTo((float) similarity);
    assertThat(rows)
        .extracting(row -> (double) row.stability())
        .allSatisfy(s -> assertThat(s).isCloseTo((1 + 3 * similarity) / 4, within(1e-6)));
  }

  @Test
  void leavesShortTextsAlone() {
    DistinctText seven = TextSamples.text("thanks for connecting with me last week", 1, 9);
    DistinctText alike = TextSamples.text("thanks for connecting with me last month", 2, 1);
    DistinctText empty = TextSamples.text("", 3, 1);
    List<ClusteredText> rows = cluster(List.of(seven, alike, empty));
    assertThat(rows).extracting(ClusteredText::cluster_id).doesNotHaveDuplicates();
    assertThat(rows).allMatch(row -> row.is_medoid() && row.stability() == 1);
    ClusterConfig lenient = new ClusterConfig(0.5, 0.35, 20, 7, 5_000_000, 20_000_000);
    assertThat(clusterIds(cluster(List.of(seven, alike), lenient, 1)).values()).hasSize(2);
    assertThat(Set.copyOf(clusterIds(cluster(List.of(seven, alike), lenient, 1)).values()))
        .hasSize(1);
  }

  @Test
  void clustersNothing() {
    assertThat(cluster(List.of())).isEmpty();
  }

  @Test
  void neitherOrderNorThreadsChangeTheResult() {
    List<DistinctText> texts = TextSamples.families(3, 20, 30, 200);
    texts.addAll(TextSamples.families(4, 1, 450, 0));
    List<ClusteredText> expected = cluster(texts, CONFIG, 1);
    for (int threads = 2; threads <= 5; threads++) {
      Collections.shuffle(texts, new Random(threads));
      assertThat(cluster(texts, CONFIG, threads)).isEqualTo(expected);
    }
  }

  @Test
  void readsMoreTextsThanABatch() {
    List<DistinctText> texts = TextSamples.families(8, 3, 3, 9500);
    List<ClusteredText> expected = cluster(texts, CONFIG, 1);
    Collections.reverse(texts);
    assertThat(cluster(texts, CONFIG, 3)).isEqualTo(expected).hasSameSizeAs(texts);
  }

  /** Similarities as in real mass mail: four pairs of five that count lie above 0.8. */
  @Test
  void proposesNearlyAllPairsOfACompleteComparison() {
    Recall recall = recall(TextSamples.families(1, 30, 40, 300, 0.1));
    assertThat(recall.nearShare()).as("pairs below 0.6").isGreaterThan(0.01);
    assertThat(recall.candidates()).isGreaterThanOrEqualTo(0.999);
    assertThat(recall.together()).isGreaterThanOrEqualTo(0.9995);
  }

  /** Similarities spread evenly, which is harder: one pair of ten lies just above the threshold. */
  @Test
  void proposesPairsAsOftenAsTheBandingCurvePromises() {
    Recall recall = recall(TextSamples.families(1, 30, 40, 300));
    assertThat(recall.nearShare()).as("pairs below 0.6").isGreaterThan(0.1);
    assertThat(recall.candidates()).isGreaterThanOrEqualTo(0.995);
    assertThat(recall.candidates()).isCloseTo(recall.expected(), within(0.003));
    assertThat(recall.together()).isGreaterThanOrEqualTo(0.9995);
  }

  /** Small families, where a text has few chances to meet its own. */
  @Test
  void findsFamiliesOfTwoToFive() {
    for (int members = 2; members <= 5; members++) {
      Recall recall = recall(TextSamples.families(members, 700 / members, members, 100));
      assertThat(recall.candidates()).isGreaterThanOrEqualTo(0.995);
      assertThat(recall.together()).isGreaterThanOrEqualTo(0.995);
    }
  }

  @Test
  void joinsNothingThatACompleteComparisonWouldNotJoin() {
    List<DistinctText> texts = TextSamples.families(2, 30, 20, 300);
    UnionFind complete = new UnionFind(texts.size());
    List<int[]> sets = texts.stream().map(TextSamples::set).toList();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Jaccard.of(sets.get(i), sets.get(j)) >= CONFIG.threshold()) {
          complete.union(i, j);
        }
      }
    }
    Map<String, Integer> components = new HashMap<>();
    Map<String, String> ids = clusterIds(cluster(texts, UNGUARDED, 2));
    for (int i = 0; i < texts.size(); i++) {
      String id = ids.get(texts.get(i).fingerprint());
      Integer component = components.putIfAbsent(id, complete.find(i));
      assertThat(component == null || component == complete.find(i)).isTrue();
    }
  }

  @Test
  void joinsPairsAtTheThresholdOnly() {
    SplittableRandom random = new SplittableRandom(6);
    int joined = 0;
    int apart = 0;
    for (int trial = 0; trial < 300; trial++) {
      String[] template = TextSamples.words(random, 60);
      String[] edited = TextSamples.edited(random, template, 0.1 + random.nextDouble() * 0.15);
      DistinctText a = TextSamples.text(String.join(" ", template), 1, 1);
      DistinctText b = TextSamples.text(String.join(" ", edited), 2, 1);
      double similarity = Jaccard.of(TextSamples.set(a), TextSamples.set(b));
      List<ClusteredText> rows = cluster(List.of(a, b), CONFIG, 1);
      if (rows.get(0).cluster_id().equals(rows.get(1).cluster_id())) {
        assertThat(similarity).isGreaterThanOrEqualTo(CONFIG.threshold());
        joined++;
      } else {
        apart++;
      }
    }
    assertThat(joined).isGreaterThan(50);
    assertThat(apart).isGreaterThan(50);
  }

  @Test
  void splitsChainsOfDriftingTexts() {
    SplittableRandom random = new SplittableRandom(9);
    List<DistinctText> chain = chain(random, 60, 0.08);
    assertThat(Set.copyOf(clusterIds(cluster(chain, UNGUARDED, 1)).values())).hasSize(1);
    Map<String, String> ids = clusterIds(cluster(chain));
    assertThat(Set.copyOf(ids.values())).hasSizeGreaterThan(3);
    Map<String, DistinctText> oldest = new HashMap<>();
    for (DistinctText text : chain) {
      String id = ids.get(text.fingerprint());
      DistinctText leader = oldest.computeIfAbsent(id, unseen -> text);
      assertThat(id).isEqualTo(ContentHash.of("cluster", leader.fingerprint()));
      assertThat(Jaccard.of(TextSamples.set(text), TextSamples.set(leader)))
          .isGreaterThanOrEqualTo(CONFIG.representative_threshold());
    }
  }

  @Test
  void leavesSmallClustersUnguarded() {
    SplittableRandom random = new SplittableRandom(9);
    List<DistinctText> chain = chain(random, 20, 0.08);
    assertThat(Set.copyOf(clusterIds(cluster(chain)).values())).hasSize(1);
  }

  @Test
  void measuresHowTightClustersAre() {
    List<DistinctText> texts = TextSamples.families(7, 12, 25, 20);
    SplittableRandom random = new SplittableRandom(8);
    for (int chain = 0; chain < 12; chain++) {
      texts.addAll(chain(random, 15, 0.11));
    }
    Map<String, int[]> sets =
        texts.stream().collect(Collectors.toMap(DistinctText::fingerprint, TextSamples::set));
    Map<String, List<ClusteredText>> clusters =
        cluster(texts).stream().collect(Collectors.groupingBy(ClusteredText::cluster_id));
    int larger = 0;
    int bridged = 0;
    for (List<ClusteredText> rows : clusters.values()) {
      int n = rows.size();
      int similar = 0;
      boolean[][] joined = new boolean[n][n];
      for (int i = 0; i < n; i++) {
        int[] set = sets.get(rows.get(i).fingerprint());
        for (int j = 0; j < i; j++) {
          double similarity = Jaccard.of(set, sets.get(rows.get(j).fingerprint()));
          joined[i][j] = similarity >= CONFIG.threshold();
          similar += joined[i][j] ? 1 : 0;
        }
        double toOldest = Jaccard.of(set, sets.get(rows.get(0).fingerprint()));
        assertThat(rows.get(i).jaccard_oldest()).isEqualTo((float) toOldest);
      }
      Float density = n < 2 ? null : (float) (similar / (n * (n - 1) / 2.0));
      Float bridges = n < 3 ? null : NaiveBridges.share(joined);
      assertThat(rows).extracting(ClusteredText::edge_density).containsOnly(density);
      assertThat(rows).extracting(ClusteredText::bridge_share).containsOnly(bridges);
      larger += n >= 3 ? 1 : 0;
      bridged += bridges != null && bridges > 0 && bridges < 1 ? 1 : 0;
    }
    assertThat(larger).isGreaterThan(15);
    assertThat(bridged).isGreaterThan(5);
  }

  @Test
  void clustersTokensLikeTheirTexts() {
    List<DistinctText> texts = new ArrayList<>(family(30));
    texts.add(TextSamples.text("too short", 3, 1));
    List<TokenizedText> tokenized = new ArrayList<>();
    for (DistinctText text : texts) {
      long[] tokens =
          Arrays.stream(text.masked().split(" "))
              .mapToLong(token -> TokenHash.of(token, 0, token.length()))
              .toArray();
      tokenized.add(
          new TokenizedText(text.fingerprint(), tokens, text.first_seen(), text.copies_n()));
    }
    List<ClusteredText> rows = new ArrayList<>();
    new ClusterKernel(SIGNATURE, CONFIG, 2)
        .clusterTokens(tokenized.iterator())
        .forEachRemaining(rows::add);
    assertThat(rows).isEqualTo(cluster(texts));
  }

  @Test
  void takesTheMemberMostLikeAllOthersAsMedoid() {
    for (int members : new int[] {2, 3, 8, 12, 13, 60, 150}) {
      List<DistinctText> texts = family(members);
      List<ClusteredText> rows = cluster(texts, UNGUARDED, 2);
      assertThat(Set.copyOf(clusterIds(rows).values())).hasSize(1);
      DistinctText medoid = naiveMedoid(texts);
      for (ClusteredText row : rows) {
        assertThat(row.is_medoid()).isEqualTo(row.fingerprint().equals(medoid.fingerprint()));
      }
    }
  }

  @Test
  void comparesEveryMemberOfALargeClusterToANearlyBestMedoid() {
    List<DistinctText> texts = family(600);
    Map<String, DistinctText> byFingerprint =
        texts.stream().collect(Collectors.toMap(DistinctText::fingerprint, text -> text));
    List<ClusteredText> rows = cluster(texts, UNGUARDED, 2);
    List<ClusteredText> medoids = rows.stream().filter(ClusteredText::is_medoid).toList();
    assertThat(medoids).hasSize(1);
    DistinctText medoid = byFingerprint.get(medoids.get(0).fingerprint());
    for (ClusteredText row : rows) {
      int[] set = TextSamples.set(byFingerprint.get(row.fingerprint()));
      assertThat(row.jaccard_medoid()).isEqualTo((float) Jaccard.of(set, TextSamples.set(medoid)));
    }
    assertThat(meanSimilarity(medoid, texts))
        .isGreaterThan(meanSimilarity(naiveMedoid(texts), texts) - 0.02);
  }

  @Test
  void passesOnWhatTheInputThrows() {
    Iterator<DistinctText> broken = Collections.singletonList((DistinctText) null).iterator();
    assertThatThrownBy(() -> new ClusterKernel(SIGNATURE, CONFIG, 2).cluster(broken))
        .isInstanceOf(IllegalStateException.class);
  }

  /**
   * What is found of the pairs at the threshold.
   *
   * @param nearShare share of the pairs that lie below 0.6
   * @param expected share that the banding curve promises
   * @param candidates share that has a band in common
   * @param together share that ends in one cluster
   */
  private record Recall(double nearShare, double expected, double candidates, double together) {}

  private static Recall recall(List<DistinctText> texts) {
    Map<String, String> ids = clusterIds(cluster(texts, UNGUARDED, 2));
    List<int[]> sets = texts.stream().map(TextSamples::set).toList();
    List<Set<Long>> buckets = texts.stream().map(ClusterKernelTest::bandKeys).toList();
    double pairs = 0;
    double near = 0;
    double expected = 0;
    double candidates = 0;
    double together = 0;
    for (int i = 0; i < texts.size(); i++) {
      String id = ids.get(texts.get(i).fingerprint());
      for (int j = 0; j < i; j++) {
        double similarity = Jaccard.of(sets.get(i), sets.get(j));
        if (similarity >= CONFIG.threshold()) {
          pairs++;
          near += similarity < 0.6 ? 1 : 0;
          expected += 1 - Math.pow(1 - Math.pow(similarity, SIGNATURE.rows()), SIGNATURE.bands());
          candidates += Collections.disjoint(buckets.get(i), buckets.get(j)) ? 0 : 1;
          together += id.equals(ids.get(texts.get(j).fingerprint())) ? 1 : 0;
        }
      }
    }
    return new Recall(near / pairs, expected / pairs, candidates / pairs, together / pairs);
  }

  /** Texts each of which differs from the one before in a share of its words. */
  private static List<DistinctText> chain(SplittableRandom random, int members, double rate) {
    List<DistinctText> chain = new ArrayList<>();
    String[] words = TextSamples.words(random, 100);
    for (int i = 0; i < members; i++) {
      chain.add(TextSamples.text(String.join(" ", words), i, 1));
      words = TextSamples.edited(random, words, rate);
    }
    return chain;
  }

  private static List<DistinctText> family(int members) {
    SplittableRandom random = new SplittableRandom(members);
    String[] template = TextSamples.words(random, 80);
    Set<String> masked = new LinkedHashSet<>();
    while (masked.size() < members) {
      double rate = 0.01 + random.nextDouble() * 0.06;
      masked.add(String.join(" ", TextSamples.edited(random, template, rate)));
    }
    List<DistinctText> texts = new ArrayList<>();
    for (String each : masked) {
      texts.add(TextSamples.text(each, texts.size(), 1));
    }
    return texts;
  }

  private static DistinctText naiveMedoid(List<DistinctText> oldestFirst) {
    return oldestFirst.stream()
        .max(
            Comparator.comparingDouble((DistinctText text) -> meanSimilarity(text, oldestFirst))
                .thenComparing(Comparator.comparingLong(DistinctText::first_seen).reversed()))
        .orElseThrow();
  }

  /** Rounded, so that the order of summing does not decide between equals. */
  private static double meanSimilarity(DistinctText text, List<DistinctText> all) {
    int[] set = TextSamples.set(text);
    double mean =
        all.stream()
            .filter(other -> other != text)
            .mapToDouble(other -> Jaccard.of(set, TextSamples.set(other)))
            .average()
            .orElse(0);
    return Math.round(mean * 1e12) / 1e12;
  }

  private static Set<Long> bandKeys(DistinctText text) {
    Shingler shingler = new Shingler(SIGNATURE);
    shingler.read(text.masked());
    long[] shingles = Arrays.copyOf(shingler.shingles(), shingler.shingleCount());
    long[] slots = new MinHasher(SIGNATURE).sign(shingles).slots();
    Bands bands = new Bands(SIGNATURE);
    Set<Long> keys = new HashSet<>();
    for (int band = 0; band < bands.count(); band++) {
      keys.add(bands.key(slots, band));
    }
    return keys;
  }

  private static Map<String, String> clusterIds(List<ClusteredText> rows) {
    return rows.stream()
        .collect(Collectors.toMap(ClusteredText::fingerprint, ClusteredText::cluster_id));
  }

  private static List<ClusteredText> cluster(List<DistinctText> texts) {
    return cluster(texts, CONFIG, 2);
  }

  private static List<ClusteredText> cluster(
      List<DistinctText> texts, ClusterConfig config, int threads) {
    List<ClusteredText> rows = new ArrayList<>();
    new ClusterKernel(SIGNATURE, config, threads)
        .cluster(texts.iterator())
        .forEachRemaining(rows::add);
    return rows;
  }
}
