package dev.uncanned.cluster;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.TokenHash;
import dev.uncanned.signature.TokenizedText;
import dev.uncanned.synthetic.TextCorpus;
import dev.uncanned.synthetic.TextCorpus.Kind;
import dev.uncanned.text.Folding;
import dev.uncanned.text.Tokenizer;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Measures the speed, the growth and the memory of the clustering kernel on generated texts of
 * about 100 words; a program, no product code.
 *
 * <p>Arguments: a seed, then numbers of texts, rising. Texts are in memory for the timings and made
 * on the way for the memory. Each time is the best of three, after a warm-up. Ends with 1 if a
 * target is missed.
 *
 * <p>"From strings" is {@link ClusterKernel#cluster}, all rows fetched: masked text, whose tokens
 * are found and hashed on the way. "From tokens" is {@link ClusterKernel#clusterTokens}: an array
 * of 64-bit hashes for each text. "Tokenising alone" is what makes words of a text in the first
 * place: folding it, finding its words and patterns ({@link Tokenizer}), and hashing each of them,
 * on the same threads. The text for that is the masked one without the brackets of placeholders,
 * which no message has and which would have to be folded.
 */
final class EngineThroughput {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final double NANOS = 1e9;
  private static final int THREADS = 2;
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 20_000;
  private static final int AT_A_TIME = 1 << 13;
  private static final int LONGEST = 1 << 12;
  private static final int HOT = 500_000;
  private static final double LEAST_PER_SECOND = 160_000;
  private static final double LEAST_FROM_TOKENS = 190_000;
  private static final double MOST_TO_TOKENISING = 3;
  private static final double MOST_EXPONENT = 1.05;
  private static final double MOST_BYTES = 1_100;

  private final PrintStream out;
  private final long seed;
  private final SignatureConfig signature = SignatureConfig.defaults();
  private final ClusterConfig config = ClusterConfig.defaults();
  private int missed;
  private double leastCpu;

  private EngineThroughput(PrintStream out, long seed) {
    this.out = out;
    this.seed = seed;
  }

  public static void main(String[] args) {
    EngineThroughput bench = new EngineThroughput(System.out, Long.parseLong(args[0]));
    int[] sizes = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
    bench.measure(sizes);
    bench.out.println(bench.missed == 0 ? "targets reached" : bench.missed + " targets missed");
    System.exit(bench.missed == 0 ? 0 : 1);
  }

  private void say(String what, double value, double limit, boolean reached) {
    missed += reached ? 0 : 1;
    String mark = reached ? "" : " MISSED";
    out.printf(Locale.ROOT, "%-48s %.3f, limit %.3f%s%n", what, value, limit, mark);
  }

  private void measure(int[] sizes) {
    List<DistinctText> warmUp = texts(WARM_UP);
    List<String> bareWarmUp = bare(warmUp);
    for (int i = 0; i < 10; i++) {
      cluster(warmUp.iterator());
      tokenise(bareWarmUp);
    }
    fromTokens(warmUp);
    double[] seconds = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      List<DistinctText> texts = texts(sizes[i]);
      seconds[i] = best(() -> cluster(texts.iterator()));
      double cpu = leastCpu;
      List<String> bare = bare(texts);
      double tokenising = best(() -> tokenise(bare));
      double splitting = best(() -> split(texts));
      double fromTokens = fromTokens(texts);
      out.printf(
          Locale.ROOT,
          "%d texts: clustered in %.2f s (%.2f CPU-s), from tokens in %.2f s, tokenised in %.2f s,"
              + " masked ones split at spaces in %.2f s%n",
          sizes[i],
          seconds[i],
          cpu,
          fromTokens,
          tokenising,
          splitting);
      if (i == sizes.length - 1 || sizes[i] == 200_000) {
        double rate = sizes[i] / seconds[i];
        say("texts a second from strings", rate, LEAST_PER_SECOND, rate >= LEAST_PER_SECOND);
        double tokens = sizes[i] / fromTokens;
        say("texts a second from tokens", tokens, LEAST_FROM_TOKENS, tokens >= LEAST_FROM_TOKENS);
        double ratio = seconds[i] / tokenising;
        say(
            "time / time of tokenising alone",
            ratio,
            MOST_TO_TOKENISING,
            ratio <= MOST_TO_TOKENISING);
      }
    }
    for (int i = 1; i < sizes.length; i++) {
      double exponent =
          Math.log(seconds[i] / seconds[i - 1]) / Math.log((double) sizes[i] / sizes[i - 1]);
      boolean judged = sizes[i - 1] >= 200_000;
      String what = "growth exponent " + sizes[i - 1] + " to " + sizes[i];
      say(what, exponent, MOST_EXPONENT, !judged || exponent <= MOST_EXPONENT);
    }
    memory(sizes[sizes.length - 1]);
    hotBucket();
  }

  private List<DistinctText> texts(int size) {
    TextCorpus corpus = new TextCorpus(seed, size, Kind.forSpeed());
    return IntStream.range(0, size).parallel().mapToObj(i -> text(corpus, i)).toList();
  }

  private static DistinctText text(TextCorpus corpus, int number) {
    String masked = corpus.text(number).masked();
    return new DistinctText(ContentHash.of(masked), masked, number, 1);
  }

  private long cluster(Iterator<DistinctText> texts) {
    return drain(new ClusterKernel(signature, config, THREADS).cluster(texts));
  }

  private static long drain(Iterator<ClusteredText> rows) {
    long medoids = 0;
    while (rows.hasNext()) {
      medoids += rows.next().is_medoid() ? 1 : 0;
    }
    return medoids;
  }

  private double fromTokens(List<DistinctText> texts) {
    List<TokenizedText> tokenized = texts.parallelStream().map(this::tokenized).toList();
    return best(
        () -> drain(new ClusterKernel(signature, config, THREADS).clusterTokens(tokenized.iterator())));
  }

  private TokenizedText tokenized(DistinctText text) {
    return new TokenizedText(
        text.fingerprint(), tokens(text.masked()), text.first_seen(), text.copies_n());
  }

  private static long[] tokens(String masked) {
    LongArrayList tokens = new LongArrayList();
    for (int from = 0; from < masked.length(); ) {
      int space = masked.indexOf(' ', from);
      int end = space < 0 ? masked.length() : space;
      tokens.add(TokenHash.of(masked, from, end));
      from = end + 1;
    }
    return tokens.toLongArray();
  }

  private static List<String> bare(List<DistinctText> texts) {
    return texts.parallelStream()
        .map(text -> text.masked().replace('\u27e8', ' ').replace('\u27e9', ' '))
        .toList();
  }

  private static long tokenise(List<String> texts) {
    return inChunks(texts, EngineThroughput::hashTokens);
  }

  private static long split(List<DistinctText> texts) {
    return inChunks(texts, EngineThroughput::hashWords);
  }

  private static <T> long inChunks(List<T> texts, ToLongFunction<List<T>> work) {
    AtomicLong sum = new AtomicLong();
    try (Workers workers = new Workers(THREADS)) {
      int chunks = 64;
      workers.ranges(
          chunks,
          chunk -> {
            int from = (int) ((long) texts.size() * chunk / chunks);
            int to = (int) ((long) texts.size() * (chunk + 1) / chunks);
            sum.addAndGet(work.applyAsLong(texts.subList(from, to)));
          });
    }
    return sum.get();
  }

  private static long hashWords(List<DistinctText> texts) {
    long sum = 0;
    for (DistinctText text : texts) {
      for (long token : tokens(text.masked())) {
        sum += token;
      }
    }
    return sum;
  }

  private static long hashTokens(List<String> texts) {
    Tokenizer tokenizer = new Tokenizer();
    char[] token = new char[LONGEST];
    CharBuffer chars = CharBuffer.wrap(token);
    long sum = 0;
    for (String text : texts) {
      tokenizer.read(Folding.compatible(text));
      for (int i = 0; i < tokenizer.count(); i++) {
        sum += TokenHash.of(chars, 0, tokenizer.copyTo(token, 0, i));
      }
    }
    return sum;
  }

  /**
   * The least seconds of some rounds; those of the processors, for a busy machine, are kept.
   *
   * <p>What a round leaves is collected before the next, so that each pays for its own garbage only.
   */
  private double best(Runnable work) {
    double best = Double.MAX_VALUE;
    leastCpu = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      System.gc();
      long start = System.nanoTime();
      long cpu = PROCESS.getProcessCpuTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / NANOS);
      leastCpu = Math.min(leastCpu, (PROCESS.getProcessCpuTime() - cpu) / NANOS);
    }
    return best;
  }

  /** What is in use after each collection while texts come and go. */
  private void memory(int size) {
    AtomicLong most = new AtomicLong();
    List<Runnable> ends = new ArrayList<>();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      NotificationEmitter emitter = (NotificationEmitter) collector;
      javax.management.NotificationListener listener =
          (notification, handback) -> {
            GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            Map<String, MemoryUsage> after = info.getGcInfo().getMemoryUsageAfterGc();
            long used = after.values().stream().mapToLong(MemoryUsage::getUsed).sum();
            most.accumulateAndGet(used, Math::max);
          };
      emitter.addNotificationListener(listener, null, null);
      ends.add(
          () -> {
            try {
              emitter.removeNotificationListener(listener);
            } catch (javax.management.ListenerNotFoundException gone) {
              throw new IllegalStateException(gone);
            }
          });
    }
    System.gc();
    long before = usedNow();
    TextCorpus corpus = new TextCorpus(seed, size, Kind.forSpeed());
    most.set(0);
    cluster(madeOnTheWay(corpus));
    ends.forEach(Runnable::run);
    if (most.get() == 0) {
      out.println("bytes in use a text: nothing was collected; take more texts or a smaller heap");
      return;
    }
    double bytes = (double) (most.get() - before) / size;
    say("bytes in use a text, at most", bytes, MOST_BYTES, bytes <= MOST_BYTES);
  }

  /** All texts of a corpus, some thousand at a time made by all cores and then let go. */
  private static Iterator<DistinctText> madeOnTheWay(TextCorpus corpus) {
    int parts = (corpus.size() + AT_A_TIME - 1) / AT_A_TIME;
    return IntStream.range(0, parts)
        .mapToObj(part -> part(corpus, part))
        .flatMap(List::stream)
        .iterator();
  }

  private static List<DistinctText> part(TextCorpus corpus, int part) {
    int from = part * AT_A_TIME;
    return IntStream.range(from, Math.min(corpus.size(), from + AT_A_TIME))
        .parallel()
        .mapToObj(i -> text(corpus, i))
        .toList();
  }

  private static long usedNow() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Texts that differ in one word fall into the same buckets. */
  private void hotBucket() {
    List<DistinctText> texts = alike(HOT);
    double half = best(() -> cluster(texts.subList(0, HOT / 2).iterator()));
    double whole = best(() -> cluster(texts.iterator()));
    double ratio = whole / half;
    say("one bucket: time of " + HOT + " / of half as many", ratio, 2.3, ratio <= 2.3);
    out.printf(Locale.ROOT, "one bucket of %d texts: %.2f s%n", HOT, whole);
  }

  private List<DistinctText> alike(int size) {
    String template = new TextCorpus(seed, 1, List.of(Kind.SINGLE)).text(0).masked();
    return IntStream.range(0, size)
        .mapToObj(
            i -> {
              String masked = template + " n" + i;
              String fingerprint = String.format(Locale.ROOT, "%032x", i);
              return new DistinctText(fingerprint, masked, i, 1);
            })
        .toList();
  }
}
