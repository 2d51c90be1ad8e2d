package dev.uncanned.cluster;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.synthetic.TextCorpus;
import dev.uncanned.synthetic.TextCorpus.Kind;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Measures the speed, the growth and the memory of the clustering kernel on generated texts of
 * about 100 words; a program, no product code.
 *
 * <p>Arguments: a seed, then numbers of texts, rising. Texts are in memory for the timings and made
 * on the way for the memory. Each time is the best of three. Ends with 1 if a target is missed.
 */
final class EngineThroughput {

  private static final int THREADS = 2;
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 20_000;
  private static final int HOT = 500_000;
  private static final double LEAST_PER_SECOND = 160_000;
  private static final double MOST_TO_TOKENISING = 3;
  private static final double MOST_EXPONENT = 1.05;
  private static final double MOST_BYTES = 1_100;

  private final PrintStream out;
  private final long seed;
  private final SignatureConfig signature = SignatureConfig.defaults();
  private final ClusterConfig config = ClusterConfig.defaults();
  private int missed;

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
    for (int i = 0; i < 10; i++) {
      cluster(warmUp.iterator());
      tokenise(warmUp);
    }
    double[] seconds = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      List<DistinctText> texts = texts(sizes[i]);
      seconds[i] = best(() -> cluster(texts.iterator()));
      double tokenising = best(() -> tokenise(texts));
      out.printf(
          Locale.ROOT,
          "%d texts: clustered in %.2f s, %.0f a second; tokenised alone in %.2f s%n",
          sizes[i],
          seconds[i],
          sizes[i] / seconds[i],
          tokenising);
      if (i == sizes.length - 1 || sizes[i] == 200_000) {
        double rate = sizes[i] / seconds[i];
        say("texts a second from strings", rate, LEAST_PER_SECOND, rate >= LEAST_PER_SECOND);
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
    TextCorpus corpus = new TextCorpus(seed, size, Arrays.asList(Kind.values()));
    return IntStream.range(0, size).parallel().mapToObj(i -> text(corpus, i)).toList();
  }

  private static DistinctText text(TextCorpus corpus, int number) {
    String masked = corpus.text(number).masked();
    return new DistinctText(ContentHash.of(masked), masked, number, 1);
  }

  private long cluster(Iterator<DistinctText> texts) {
    Iterator<ClusteredText> rows = new ClusterKernel(signature, config, THREADS).cluster(texts);
    long medoids = 0;
    while (rows.hasNext()) {
      medoids += rows.next().is_medoid() ? 1 : 0;
    }
    return medoids;
  }

  private long tokenise(List<DistinctText> texts) {
    AtomicLong tokens = new AtomicLong();
    try (Workers workers = new Workers(THREADS)) {
      int chunks = 64;
      workers.ranges(
          chunks,
          chunk -> {
            Shingler shingler = new Shingler(signature);
            long sum = 0;
            int from = (int) ((long) texts.size() * chunk / chunks);
            int to = (int) ((long) texts.size() * (chunk + 1) / chunks);
            for (DistinctText text : texts.subList(from, to)) {
              shingler.read(text.masked());
              sum += shingler.tokenCount();
            }
            tokens.addAndGet(sum);
          });
    }
    return tokens.get();
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
    TextCorpus corpus = new TextCorpus(seed, size, Arrays.asList(Kind.values()));
    most.set(0);
    cluster(IntStream.range(0, size).mapToObj(i -> text(corpus, i)).iterator());
    ends.forEach(Runnable::run);
    double bytes = (double) (most.get() - before) / size;
    say("bytes in use a text, at most", bytes, MOST_BYTES, bytes <= MOST_BYTES);
  }

  private static long usedNow() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Texts that differ in one word fall into the same buckets. */
  private void hotBucket() {
    double half = best(() -> cluster(alike(HOT / 2)));
    double whole = best(() -> cluster(alike(HOT)));
    double ratio = whole / half;
    say("one bucket: time of " + HOT + " / of half as many", ratio, 2.3, ratio <= 2.3);
    out.printf(Locale.ROOT, "one bucket of %d texts: %.2f s%n", HOT, whole);
  }

  private Iterator<DistinctText> alike(int size) {
    String template = new TextCorpus(seed, 1, List.of(Kind.SINGLE)).text(0).masked();
    return IntStream.range(0, size)
        .mapToObj(
            i -> {
              String masked = template + " n" + i;
              String fingerprint = String.format(Locale.ROOT, "%032x", i);
              return new DistinctText(fingerprint, masked, i, 1);
            })
        .iterator();
  }
}
