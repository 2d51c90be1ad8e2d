package dev.uncanned.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.cluster.CompleteComparison.SimilarPair;
import dev.uncanned.evaluation.Agreement;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.synthetic.TextCorpus;
import dev.uncanned.synthetic.TextCorpus.Kind;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Measures how right the clusters of generated texts are; a program, no product code.
 *
 * <p>Arguments: texts that are compared all with all, texts that are judged by their templates, a
 * seed, and if archives went through the program what {@code uncanned evaluate} said of them as
 * JSON. Ends with 1 if a target is missed.
 */
final class ClusterQuality {

  private static final int THREADS = 2;
  private static final double LEAST_RECALL = 0.995;
  private static final double LEAST_PAIR_F1 = 0.999;
  private static final double LEAST_BCUBED_F1 = 0.99;
  private static final double LEAST_CAMPAIGN_F1 = 0.97;
  private static final double LEAST_MASS_RECALL = 0.99;
  private static final double LEAST_VARIED_RECALL = 0.95;
  private static final double MOST_FALSE_ALARMS = 0.005;
  private static final double[] RANGES = {0.5, 0.6, 0.7, Math.nextUp(1.0)};
  private static final Set<String> VARIED = Set.of("semi", "spintax");

  private final Targets targets;
  private final SignatureConfig signature = SignatureConfig.defaults();
  private final ClusterConfig config = ClusterConfig.defaults();

  private ClusterQuality(Targets targets) {
    this.targets = targets;
  }

  public static void main(String[] args) throws IOException {
    Targets targets = new Targets(System.out);
    ClusterQuality bench = new ClusterQuality(targets);
    int exact = Integer.parseInt(args[0]);
    int judged = Integer.parseInt(args[1]);
    long seed = Long.parseLong(args[2]);
    bench.compareAllWithAll("all kinds", seed, exact, Arrays.asList(Kind.values()));
    bench.compareAllWithAll("drift", seed, exact, List.of(Kind.DRIFT));
    List<Kind> sends = List.of(Kind.MERGE, Kind.OPENED, Kind.MISTYPED, Kind.SINGLE);
    bench.judgeClusters("merges, openings, typos, singles", bench.judge(seed, judged, sends));
    List<Kind> families = new ArrayList<>(List.of(Kind.SIBLINGS, Kind.SIGNED));
    families.addAll(sends);
    bench.judgeClusters("families beside these", bench.judge(seed, judged, families));
    Agreement brief = bench.judge(seed, judged, List.of(Kind.BRIEF, Kind.SINGLE));
    targets.say(
        "openings before merges of 40 to 80 words, no target: pairwise F1 %.5f, B-cubed F1 %.5f",
        brief.pair_f1(), brief.bcubed_f1());
    Agreement embedded = bench.judge(seed, judged, List.of(Kind.EMBEDDED, Kind.SINGLE));
    targets.say(
        "B-cubed F1, templates that are 20 to 45 %% of their texts, no target: %.5f",
        embedded.bcubed_f1());
    new DriftQuality(targets, seed, exact).judge();
    if (args.length > 3) {
      bench.judgeArchives(new ObjectMapper().readTree(new File(args[3])));
    }
    System.exit(targets.end());
  }

  /** Campaigns and mass sends of archives that went through the whole program. */
  private void judgeArchives(JsonNode evaluation) {
    double campaigns = evaluation.get("campaigns").get("bcubed_f1").asDouble();
    targets.atLeast("campaigns of archives, B-cubed F1", campaigns, LEAST_CAMPAIGN_F1);
    for (JsonNode kind : evaluation.get("kinds")) {
      String name = kind.get("kind").asText();
      if (!kind.get("recall").isNull()) {
        double least = VARIED.contains(name) ? LEAST_VARIED_RECALL : LEAST_MASS_RECALL;
        targets.atLeast(
            "mass sends of kind " + name + ", recall", kind.get("recall").asDouble(), least);
      } else if (!kind.get("false_alarm_share").isNull()) {
        double spared = 1 - kind.get("false_alarm_share").asDouble();
        targets.atLeast(
            "no mass send of kind " + name + ", share spared", spared, 1 - MOST_FALSE_ALARMS);
      }
    }
  }

  /**
   * Candidates, edges and clusters against the exact similarity of every pair. Among all kinds
   * nearly all similar pairs are copies of a template, and far above the threshold; where texts
   * drift many are just above.
   */
  private void compareAllWithAll(String what, long seed, int size, List<Kind> kinds) {
    List<DistinctText> texts = texts(new TextCorpus(seed, size, kinds), null);
    List<SimilarPair> pairs =
        new CompleteComparison(texts, signature.shingle_words()).pairs(config.threshold());
    List<long[]> keys = new ArrayList<>();
    judgeEdges(what, texts, pairs, keys);
    List<String> complete =
        Arrays.stream(CompleteComparison.components(pairs, texts.size()))
            .mapToObj(Integer::toString)
            .toList();
    List<String> found = DriftQuality.clusters(texts, DriftQuality.unguarded(config));
    List<String> guarded = DriftQuality.clusters(texts, config);
    Range all = new Range(pairs, keys, found, guarded);
    targets.atLeast(what + ": similar pairs that share a band", all.inABand(), LEAST_RECALL);
    Agreement components = Agreement.of(complete, found);
    targets.atLeast(
        what + ": similar pairs in one component", components.pair_recall(), LEAST_RECALL);
    targets.atLeast(
        what + ": pairs in one component that are connected", components.pair_precision(), 1);
    for (int i = 0; i + 1 < RANGES.length; i++) {
      double from = RANGES[i];
      double to = RANGES[i + 1];
      List<SimilarPair> within =
          pairs.stream().filter(p -> p.similarity() >= from && p.similarity() < to).toList();
      Range range = new Range(within, keys, found, guarded);
      targets.say(
          "  similarity %.1f to %.1f: %d pairs, share a band %.5f, in one component %.5f, in one"
              + " cluster with the guard %.5f",
          from, Math.min(1, to), within.size(), range.inABand(), range.together(), range.guarded());
    }
  }

  /** The proposed pairs that the kernel verifies. */
  private void judgeEdges(
      String what, List<DistinctText> texts, List<SimilarPair> pairs, List<long[]> keys) {
    Set<Long> similar = new HashSet<>();
    pairs.forEach(pair -> similar.add(PairList.pair(pair.young(), pair.old())));
    try (Workers workers = new Workers(THREADS)) {
      SketchedTexts sketched =
          SketchedTexts.read(texts.iterator(), signature, config.min_tokens(), workers);
      int[][] sets = sketched.sets();
      StarEdges edgesOfBands = new StarEdges(new boolean[sets.length]);
      Set<Long> candidates = new HashSet<>();
      Set<Long> edges = new HashSet<>();
      for (int band = 0; band < signature.bands(); band++) {
        keys.add(new long[sets.length]);
        sketched.bandKeys(band, keys.get(band));
        edgesOfBands.propose(
            keys.get(band),
            (young, old) -> {
              long pair = PairList.pair(young, old);
              boolean fresh = candidates.add(pair);
              if (fresh && Jaccard.atLeast(sets[young], sets[old], config.threshold())) {
                edges.add(pair);
              }
            });
      }
      targets.say(
          "%s: %d texts, %d similar pairs, %d candidates, %d edges",
          what, texts.size(), pairs.size(), candidates.size(), edges.size());
      double right = edges.stream().filter(similar::contains).count();
      targets.atLeast(what + ": edges that are similar pairs", right / edges.size(), 1);
    }
  }

  /** What becomes of some pairs. */
  private record Range(
      List<SimilarPair> pairs, List<long[]> keys, List<String> found, List<String> clusters) {

    double inABand() {
      return share(pair -> keys.stream().anyMatch(band -> band[pair.young()] == band[pair.old()]));
    }

    double together() {
      return share(pair -> found.get(pair.young()).equals(found.get(pair.old())));
    }

    double guarded() {
      return share(pair -> clusters.get(pair.young()).equals(clusters.get(pair.old())));
    }

    private double share(Predicate<SimilarPair> of) {
      return (double) pairs.stream().filter(of).count() / pairs.size();
    }
  }

  private void judgeClusters(String what, Agreement clusters) {
    targets.atLeast(what + ", pairwise F1", clusters.pair_f1(), LEAST_PAIR_F1);
    targets.atLeast(what + ", B-cubed F1", clusters.bcubed_f1(), LEAST_BCUBED_F1);
  }

  private Agreement judge(long seed, int size, List<Kind> kinds) {
    Map<String, Integer> templates = new HashMap<>();
    List<DistinctText> texts = texts(new TextCorpus(seed, size, kinds), templates);
    List<String> truth = new ArrayList<>();
    List<String> found = new ArrayList<>();
    new ClusterKernel(signature, config, THREADS)
        .cluster(texts.iterator())
        .forEachRemaining(
            row -> {
              truth.add(templates.get(row.fingerprint()).toString());
              found.add(row.cluster_id());
            });
    return Agreement.of(truth, found);
  }

  /** The distinct texts of a corpus; notes their templates by fingerprint, null for not at all. */
  static List<DistinctText> texts(TextCorpus corpus, Map<String, Integer> templates) {
    List<DistinctText> texts = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (int i = 0; i < corpus.size(); i++) {
      TextCorpus.Text text = corpus.text(i);
      String fingerprint = ContentHash.of(text.masked());
      if (known.add(fingerprint)) {
        texts.add(new DistinctText(fingerprint, text.masked(), i, 1));
        if (templates != null) {
          templates.put(fingerprint, text.template());
        }
      }
    }
    return texts;
  }
}
