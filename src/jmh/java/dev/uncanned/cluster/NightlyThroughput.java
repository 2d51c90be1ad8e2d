package dev.uncanned.cluster;

import com.sun.management.OperatingSystemMXBean;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Measures one night of new texts on the state of many nights before, and the clustering of a whole
 * run with these texts; a program, no product code.
 *
 * <p>Arguments: an empty folder, the texts of the base, the texts of the night, a seed. Two thirds
 * of the texts are of families of about thirty with a few words changed, in every part of the base
 * and in the night; the others are like no other. All have about 100 words. Ends with 1 if a target
 * is missed.
 */
final class NightlyThroughput {

  private static final int THREADS = 2;
  private static final int WORDS = 100;
  private static final int FAMILY = 30;
  private static final int VOCABULARY = 50_000;
  private static final int BASE_NIGHT = 500_000;

  /** What is to be reached for 100,000 texts on 5 million: seconds; and the state a text. */
  private static final double MOST_SECONDS = 40;

  private static final double MOST_STATE_BYTES = 1_100;

  /** What a night may read, over the size of the state: each of its bytes once, and small change. */
  private static final double MOST_READ = 1.02;
  private static final double LEAST_READ = 0.99;

  private final StateRules rules =
      new StateRules("bench", SignatureConfig.defaults(), ClusterConfig.defaults());
  private final PrintStream out;
  private final Path folder;
  private final long seed;
  private final int all;
  private final List<Path> live = new ArrayList<>();

  private NightlyThroughput(PrintStream out, Path folder, long seed, int all) {
    this.out = out;
    this.folder = folder;
    this.seed = seed;
    this.all = all;
  }

  public static void main(String[] args) throws IOException {
    int base = Integer.parseInt(args[1]);
    int night = Integer.parseInt(args[2]);
    NightlyThroughput bench =
        new NightlyThroughput(
            System.out, Path.of(args[0]), Long.parseLong(args[3]), Math.addExact(base, night));
    boolean reached = bench.measure(base, night);
    reached &= bench.measureRun(base, night);
    System.exit(reached ? 0 : 1);
  }

  private boolean measure(int base, int size) throws IOException {
    long start = System.nanoTime();
    for (int from = 0; from < base; from += BASE_NIGHT) {
      add(from / BASE_NIGHT, from, Math.min(base, from + BASE_NIGHT));
      List<Path> parts = new StateSegments(rules).toMerge(live);
      if (!parts.isEmpty()) {
        Path merged = new StateSegments(rules).merge(parts, Files.createTempDirectory(folder, "m"));
        live.removeAll(parts);
        live.add(merged);
      }
    }
    long bytes = bytes(live);
    double stateBytes = (double) bytes / base;
    out.printf(
        Locale.ROOT,
        "base %d texts in %.1f s; %d segments, %.0f bytes a text%n",
        base,
        (System.nanoTime() - start) / 1e9,
        live.size(),
        stateBytes);
    long cpu = cpu();
    long read = bytesRead();
    start = System.nanoTime();
    add(1_000_000, base, base + size);
    double seconds = (System.nanoTime() - start) / 1e9;
    double times = (double) (bytesRead() - read) / bytes;
    boolean once = read == 0 || times >= LEAST_READ && times <= MOST_READ;
    out.printf(
        Locale.ROOT,
        "night %d texts in %.1f s (%.1f CPU-s), read %.3f times the state (0: unknown here);"
            + " %d clusters;"
            + " peak %.2f GB%n",
        size,
        seconds,
        (cpu() - cpu) / 1e9,
        times,
        clusters(base, base + size),
        peak() / 1e9);
    boolean reached =
        seconds <= MOST_SECONDS && stateBytes <= MOST_STATE_BYTES && once;
    out.println(reached ? "targets reached" : "a target is missed");
    return reached;
  }

  /**
   * The clustering of a whole run: all texts are handed over, as a run does; those of the base were
   * in the run before. Making the texts is timed by itself and taken off.
   */
  private boolean measureRun(int base, int size) throws IOException {
    Path first = folder.resolve("first");
    ClusterMemory before = new ClusterMemory(List.of(), 1, first.toString(), false);
    drain(new RememberedClusters(rules, before).cluster(made(base), THREADS));
    long start = System.nanoTime();
    drain(made(base + size));
    double making = (System.nanoTime() - start) / 1e9;
    List<String> taken = before.state().stream().map(Path::toString).toList();
    ClusterMemory next =
        new ClusterMemory(taken, 2, folder.resolve("second").toString(), false);
    long bytes = bytes(before.state());
    long read = bytesRead();
    start = System.nanoTime();
    long rows = drain(new RememberedClusters(rules, next).cluster(made(base + size), THREADS));
    double seconds = (System.nanoTime() - start) / 1e9 - making;
    double times = (double) (bytesRead() - read) / bytes;
    out.printf(
        Locale.ROOT,
        "run of %d texts, %d of them new, in %.1f s, and %.1f s to make them, read %.3f times the"
            + " state; peak %.2f GB%n",
        rows,
        size,
        seconds,
        making,
        times,
        peak() / 1e9);
    boolean reached = seconds <= MOST_SECONDS;
    out.println(reached ? "target reached" : "the target is missed");
    return reached;
  }

  private Iterator<DistinctText> made(int count) {
    return IntStream.range(0, count).mapToObj(this::text).iterator();
  }

  private static long bytes(List<Path> segments) throws IOException {
    long bytes = 0;
    for (Path segment : segments) {
      bytes += Files.size(segment);
    }
    return bytes;
  }

  private static long drain(Iterator<?> rows) {
    long n = 0;
    while (rows.hasNext()) {
      rows.next();
      n++;
    }
    return n;
  }

  private void add(long night, int from, int to) throws IOException {
    Iterator<DistinctText> texts = IntStream.range(from, to).mapToObj(this::text).iterator();
    try (ClusterState state = ClusterState.read(live, rules)) {
      new NightlyClusters(rules, THREADS).add(state, night, texts, folder).ifPresent(live::add);
    }
  }

  private int clusters(int from, int to) throws IOException {
    try (ClusterState state = ClusterState.read(live, rules)) {
      return (int) IntStream.range(from, to).map(state::leader).distinct().count();
    }
  }

  /** The text of a number: the members of a family are spread over all numbers. */
  private DistinctText text(int number) {
    SplittableRandom own = new SplittableRandom(seed + 31L * number);
    boolean alone = number % 3 == 0;
    int families = Math.max(1, all / FAMILY);
    long template = alone ? seed - 1L - number : seed + 77_777L + number % families;
    SplittableRandom shared = new SplittableRandom(template);
    StringBuilder text = new StringBuilder(WORDS * 7);
    for (int i = 0; i < WORDS; i++) {
      int word = shared.nextInt(VOCABULARY);
      boolean changed = !alone && own.nextInt(WORDS) < 3;
      text.append(i == 0 ? "" : " ").append('w').append(changed ? own.nextInt(VOCABULARY) : word);
    }
    text.append(" n").append(number);
    String masked = text.toString();
    return new DistinctText(ContentHash.of(masked), masked, number, 1);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** All that this process has read, of whatever file, as Linux tells it; 0 elsewhere. */
  private static long bytesRead() throws IOException {
    return told("/proc/self/io", "rchar:");
  }

  /** Peak resident memory of this process in bytes, as Linux tells it; 0 elsewhere. */
  private static long peak() throws IOException {
    return told("/proc/self/status", "VmHWM:") * 1024;
  }

  private static long told(String file, String what) throws IOException {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      return 0;
    }
    return Files.readAllLines(path).stream()
        .filter(line -> line.startsWith(what))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
