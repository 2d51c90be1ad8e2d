package dev.uncanned.cluster;

import com.dynatrace.hash4j.similarity.SimilarityHashing;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.synthetic.TextCorpus;
import dev.uncanned.synthetic.TextCorpus.Kind;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures the clustering kernel and what others have made for the same purpose side by side; a
 * program, no product code.
 *
 * <p>Arguments: number of texts, a seed, the longest time of a join of MLlib in seconds, then
 * numbers of hash tables for it, rising; it stops at the first that finds what the kernel finds.
 * Everything is warmed up first. Ends with 1 if the target is missed.
 */
final class PeerComparison {

  private static final int THREADS = 2;
  private static final int ROUNDS = 3;
  private static final int WARM_UP_ROUNDS = 10;
  private static final int WARM_UP_TEXTS = 2_000;
  private static final double SIMILAR = 0.5;
  private static final double EQUAL_RECALL = 0.001;
  private static final double LEAST_RATIO = 50;

  private final PrintStream out;
  private final SignatureConfig signature = SignatureConfig.defaults();
  private final List<DistinctText> texts;
  private final int[][] sets;
  private final SimilarPairs truth;

  private PeerComparison(PrintStream out, int size, long seed) {
    this.out = out;
    this.texts = texts(size, seed);
    this.sets = sets(texts, signature);
    this.truth = SimilarPairs.of(sets, SIMILAR);
  }

  public static void main(String[] args) {
    PeerComparison bench =
        new PeerComparison(System.out, Integer.parseInt(args[0]), Long.parseLong(args[1]));
    bench.out.printf(
        Locale.ROOT,
        "%d texts, %d pairs of similarity %.1f or more%n",
        bench.texts.size(),
        bench.truth.count(),
        SIMILAR);
    bench.sketchers();
    double[] kernel = bench.kernel();
    int[] tables = Arrays.stream(args).skip(3).mapToInt(Integer::parseInt).toArray();
    boolean reached = bench.mllib(kernel[0], kernel[1], tables, Long.parseLong(args[2]));
    bench.out.println(reached ? "target reached" : "target missed");
    System.exit(reached ? 0 : 1);
  }

  private static List<DistinctText> texts(int size, long seed) {
    TextCorpus corpus = new TextCorpus(seed, 2 * size, Kind.forSpeed());
    List<DistinctText> texts = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (int i = 0; texts.size() < size; i++) {
      String masked = corpus.text(i).masked();
      String fingerprint = ContentHash.of(masked);
      if (known.add(fingerprint)) {
        texts.add(new DistinctText(fingerprint, masked, i, 1));
      }
    }
    return texts;
  }

  private static int[][] sets(List<DistinctText> texts, SignatureConfig signature) {
    Shingler shingler = new Shingler(signature);
    int[][] sets = new int[texts.size()][];
    for (int i = 0; i < sets.length; i++) {
      shingler.read(texts.get(i).masked());
      sets[i] = shingler.set();
    }
    return sets;
  }

  /** Signatures of as many slots each, cut into the same bands. */
  private void sketchers() {
    int slots = signature.slots();
    sketcher("uncanned", PeerSketcher.own(signature));
    sketcher(
        "hash4j MinHash", PeerSketcher.hash4j(signature, SimilarityHashing.minHash(slots, 32)));
    sketcher(
        "hash4j SuperMinHash",
        PeerSketcher.hash4j(signature, SimilarityHashing.superMinHash(slots, 32)));
    sketcher("Lucene MinHashFilter", PeerSketcher.lucene(signature));
  }

  private void sketcher(String name, PeerSketcher sketcher) {
    long[][] signatures = new long[texts.size()][signature.slots()];
    Runnable all =
        () -> {
          for (int i = 0; i < signatures.length; i++) {
            sketcher.sign(texts.get(i).masked(), signatures[i]);
          }
        };
    all.run();
    double seconds = best(all);
    out.printf(
        Locale.ROOT,
        "%-20s %8.0f signatures of strings a second on one thread; of the pairs %.5f share a band;"
            + " error of the estimate %.4f%n",
        name,
        signatures.length / seconds,
        truth.inABand(signatures, signature.bands(), signature.rows()),
        truth.estimateError(signatures));
  }

  /** Seconds and recall of the kernel, from strings to clusters. */
  private double[] kernel() {
    String[] names = new String[texts.size()];
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      cluster(names);
    }
    double seconds = best(() -> cluster(names));
    double recall = truth.recall(names);
    out.printf(
        Locale.ROOT,
        "%-20s %.3f s from strings to clusters, %d threads; recall %.5f%n",
        "uncanned",
        seconds,
        THREADS,
        recall);
    return new double[] {seconds, recall};
  }

  /** Texts come back as they went in, from the oldest to the youngest. */
  private void cluster(String[] names) {
    Iterator<ClusteredText> rows =
        new ClusterKernel(signature, ClusterConfig.defaults(), THREADS).cluster(texts.iterator());
    for (int i = 0; rows.hasNext(); i++) {
      names[i] = rows.next().cluster_id();
    }
  }

  private boolean mllib(double kernelSeconds, double kernelRecall, int[] tables, long limit) {
    try (MllibJoin join = new MllibJoin(THREADS)) {
      Dataset<Row> few = join.vectors(sets, Math.min(WARM_UP_TEXTS, sets.length));
      for (int i = 0; i < ROUNDS; i++) {
        join.pairs(few, tables[0], SIMILAR, limit);
      }
      Dataset<Row> all = join.vectors(sets, sets.length);
      for (int count : tables) {
        long start = System.nanoTime();
        LongOpenHashSet found = join.pairs(all, count, SIMILAR, limit);
        double seconds = (System.nanoTime() - start) / 1e9;
        double ratio = seconds / kernelSeconds;
        String name = "MLlib, " + count + " tables";
        if (found == null) {
          out.printf(
              Locale.ROOT,
              "%-20s not finished after %.0f s, %.0f times the kernel, to be at least %.0f%n",
              name,
              seconds,
              ratio,
              LEAST_RATIO);
          return ratio >= LEAST_RATIO;
        }
        double recall = truth.recall(found);
        out.printf(
            Locale.ROOT,
            "%-20s %.1f s from vectors to pairs, %d threads; recall %.5f; %.0f times the kernel%n",
            name,
            seconds,
            THREADS,
            recall,
            ratio);
        if (recall >= kernelRecall - EQUAL_RECALL) {
          out.printf(
              Locale.ROOT, "at equal recall %.0f times, to be at least %.0f%n", ratio, LEAST_RATIO);
          return ratio >= LEAST_RATIO;
        }
      }
    }
    out.println("MLlib finds less with every number of tables");
    return false;
  }

  private static double best(Runnable work) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }
}
