package dev.uncanned.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.archive.ContentHash;
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
  private static final double LEAST_FAMILY_F1 = 0.99;
  private static final double LEAST_CAMPAIGN_F1 = 0.97;
  private static final double LEAST_MASS_RECALL = 0.99;
  private static final double LEAST_VARIED_RECALL = 0.95;
  private static final double MOST_FALSE_ALARMS = 0.005;
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
    bench.compareAllWithAll(seed, exact);
    Agreement campaigns = bench.judge(seed, judged, List.of(Kind.MERGE, Kind.SINGLE));
    targets.atLeast("pairwise F1, merges and single texts", campaigns.pair_f1(), LEAST_PAIR_F1);
    Agreement families =
        bench.judge(seed, judged, List.of(Kind.SIBLINGS, Kind.SIGNED, Kind.MERGE, Kind.SINGLE));
    targets.atLeast("B-cubed F1, families", families.bcubed_f1(), LEAST_FAMILY_F1);
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

  /** Candidates, edges and clusters against the exact similarity of every pair. */
  private void compareAllWithAll(long seed, int size) {
    List<DistinctText> texts =
        texts(new TextCorpus(seed, size, Arrays.asList(Kind.values())), null);
    try (Workers workers = new Workers(THREADS)) {
      SketchedTexts sketched =
          SketchedTexts.read(texts.iterator(), signature, config.min_tokens(), workers);
      int n = sketched.count();
      int[][] sets = sketched.sets();
      boolean[] skipped = new boolean[n];
      Set<Long> candidates = new HashSet<>();
      List<long[]> keys = new ArrayList<>();
      for (int band = 0; band < signature.bands(); band++) {
        keys.add(sketched.bandKeys(band));
        StarEdges.propose(
            keys.get(band), skipped, (young, old) -> candidates.add(PairList.pair(young, old)));
      }
      long truePairs = 0;
      long inABand = 0;
      long edges = 0;
      long trueEdges = 0;
      UnionFind complete = new UnionFind(n);
      UnionFind found = new UnionFind(n);
      OverlapIndex index = new OverlapIndex();
      int[] shared = new int[n];
      for (int i = 0; i < n; i++) {
        index.countShared(sets[i], shared);
        for (int j = 0; j < i; j++) {
          boolean similar = Jaccard.of(shared[j], sets[i].length, sets[j].length) >= 0.5;
          boolean candidate = candidates.contains(PairList.pair(i, j));
          if (similar) {
            truePairs++;
            inABand += inABand(keys, i, j) ? 1 : 0;
            complete.union(i, j);
          }
          if (candidate && Jaccard.atLeast(sets[i], sets[j], config.threshold())) {
            found.union(i, j);
            edges++;
            trueEdges += similar ? 1 : 0;
          }
        }
        index.add(sets[i]);
      }
      targets.say(
          "%d texts, %d similar pairs, %d candidates, %d edges",
          n, truePairs, candidates.size(), edges);
      targets.atLeast(
          "similar pairs that share a band", (double) inABand / truePairs, LEAST_RECALL);
      targets.atLeast("edges that are similar pairs", (double) trueEdges / edges, 1);
      targets.atLeast("similar pairs in one component", together(complete, found, n), LEAST_RECALL);
    }
  }

  private static boolean inABand(List<long[]> keys, int one, int other) {
    for (long[] band : keys) {
      if (band[one] == band[other]) {
        return true;
      }
    }
    return false;
  }

  /** Of the pairs that the complete comparison connects, those connected by what was found. */
  private static double together(UnionFind complete, UnionFind found, int n) {
    List<String> truth = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      truth.add("c" + complete.find(i));
      ours.add("c" + found.find(i));
    }
    return Agreement.of(truth, ours).pair_recall();
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
