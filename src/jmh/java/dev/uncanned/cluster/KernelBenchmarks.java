package dev.uncanned.cluster;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.Bands;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.MinHasher;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.synthetic.TextCorpus;
import dev.uncanned.synthetic.TextCorpus.Kind;
import dev.uncanned.text.Tokenizer;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the steps of the clustering kernel one by one, in texts of about 100 words a second.
 *
 * <p>The steps run on one thread, so that their scores are per core; the whole kernel runs on its
 * own two threads. Texts are distinct and of all kinds that {@link TextCorpus} makes.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC"})
public class KernelBenchmarks {

  private static final int TEXTS = 20_000;
  private static final int THREADS = 2;
  private static final long SEED = 1;

  /** The texts, and what each step gets from the step before. */
  @State(Scope.Benchmark)
  public static class Input {

    final SignatureConfig signature = SignatureConfig.defaults();
    final ClusterConfig config = ClusterConfig.defaults();
    final List<DistinctText> texts = new ArrayList<>();
    final long[][] shingles = new long[TEXTS][];
    final long[][] signatures = new long[TEXTS][];
    final int[][] sets = new int[TEXTS][];
    long[] keys;
    long[] pairs;

    /** Makes the input of every step. */
    @Setup
    public void prepare() {
      TextCorpus corpus = new TextCorpus(SEED, 2 * TEXTS, Kind.forSpeed());
      Set<String> known = new HashSet<>();
      for (int i = 0; texts.size() < TEXTS; i++) {
        String masked = corpus.text(i).masked();
        String fingerprint = ContentHash.of(masked);
        if (known.add(fingerprint)) {
          texts.add(new DistinctText(fingerprint, masked, i, 1));
        }
      }
      sketch();
      propose();
    }

    private void sketch() {
      Shingler shingler = new Shingler(signature);
      MinHasher hasher = new MinHasher(signature);
      for (int i = 0; i < TEXTS; i++) {
        shingler.read(texts.get(i).masked());
        shingles[i] = Arrays.copyOf(shingler.shingles(), shingler.shingleCount());
        sets[i] = shingler.set();
        signatures[i] = new long[signature.slots()];
        hasher.sign(shingles[i], shingles[i].length, signatures[i]);
      }
    }

    private void propose() {
      Bands bands = new Bands(signature);
      LongArrayList proposed = new LongArrayList();
      StarEdges edges = new StarEdges(new boolean[TEXTS]);
      keys = keys(bands, 0);
      for (int band = 0; band < bands.count(); band++) {
        edges.propose(
            keys(bands, band),
            (young, old) -> proposed.add(PairList.pair(young, old)));
      }
      PairList distinct = new PairList();
      distinct.addAll(proposed);
      pairs = distinct.sorted();
    }

    private long[] keys(Bands bands, int band) {
      long[] keys = new long[TEXTS];
      for (int i = 0; i < TEXTS; i++) {
        keys[i] = bands.key(signatures[i], band);
      }
      return keys;
    }
  }

  /** The buffers of a thread, and the text whose turn it is. */
  @State(Scope.Thread)
  public static class Turn {

    private final SignatureConfig signature = SignatureConfig.defaults();
    final Tokenizer tokenizer = new Tokenizer();
    final Shingler shingler = new Shingler(signature);
    final MinHasher hasher = new MinHasher(signature);
    final Bands bands = new Bands(signature);
    final long[] slots = new long[signature.slots()];
    private int next;

    int of(int count) {
      next = next + 1 < count ? next + 1 : 0;
      return next;
    }
  }

  /** Cuts a text into words and patterns, as masking does. */
  @Benchmark
  public int tokenise(Input input, Turn turn) {
    turn.tokenizer.read(input.texts.get(turn.of(TEXTS)).masked());
    return turn.tokenizer.count();
  }

  /** Hashes the words of a masked text and its shingles. */
  @Benchmark
  public long[] shingle(Input input, Turn turn) {
    turn.shingler.read(input.texts.get(turn.of(TEXTS)).masked());
    return turn.shingler.shingles();
  }

  /** The same, and sorts the shingles for exact comparison. */
  @Benchmark
  public int[] shingleAndSort(Input input, Turn turn) {
    turn.shingler.read(input.texts.get(turn.of(TEXTS)).masked());
    return turn.shingler.set();
  }

  /** Signs the shingles of a text. */
  @Benchmark
  public long[] sketch(Input input, Turn turn) {
    long[] shingles = input.shingles[turn.of(TEXTS)];
    turn.hasher.sign(shingles, shingles.length, turn.slots);
    return turn.slots;
  }

  /** Names all bands of a signature. */
  @Benchmark
  public long bands(Input input, Turn turn) {
    long[] slots = input.signatures[turn.of(TEXTS)];
    long keys = 0;
    for (int band = 0; band < turn.bands.count(); band++) {
      keys ^= turn.bands.key(slots, band);
    }
    return keys;
  }

  /** Verifies a pair that the bands propose; the score is in pairs. */
  @Benchmark
  public boolean verify(Input input, Turn turn) {
    long pair = input.pairs[turn.of(input.pairs.length)];
    return Jaccard.atLeast(
        input.sets[PairList.young(pair)], input.sets[PairList.old(pair)], input.config.threshold());
  }

  /** Proposes the pairs of one band. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public int propose(Input input) {
    int[] proposed = new int[1];
    new StarEdges(new boolean[TEXTS]).propose(input.keys, (young, old) -> proposed[0]++);
    return proposed[0];
  }

  /** Connects the texts of all proposed pairs. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public UnionFind connect(Input input) {
    UnionFind components = new UnionFind(TEXTS);
    for (long pair : input.pairs) {
      components.union(PairList.young(pair), PairList.old(pair));
    }
    return components;
  }

  /** From the masked texts to the clusters, on two threads. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public int kernel(Input input) {
    return count(
        new ClusterKernel(input.signature, input.config, THREADS).cluster(input.texts.iterator()));
  }

  /** The whole kernel on one thread. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public int kernelOnOneThread(Input input) {
    return count(
        new ClusterKernel(input.signature, input.config, 1).cluster(input.texts.iterator()));
  }

  private static int count(Iterator<ClusteredText> rows) {
    int medoids = 0;
    while (rows.hasNext()) {
      medoids += rows.next().is_medoid() ? 1 : 0;
    }
    return medoids;
  }
}
