package dev.uncanned.archive;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Measures how fast an mbox is read, split and parsed on two threads; a program, no product code.
 *
 * <p>Arguments: the file, which is written anew like Gmail Takeout's ({@link TakeoutMbox}), its
 * size in bytes, a seed, and a folder of single mails or {@code -}. The figure for splitting is the
 * ratio to reading the same ranges with the same threads in the same run, both with the file in the
 * page cache and each the best of three rounds that alternate. Ends with 1 if a target is missed.
 */
final class MboxThroughput {

  private static final int THREADS = 2;
  private static final int BUFFER = 1 << 20;
  private static final int ROUNDS = 3;

  /** What is to be reached: a third of the speed of reading, 1,000 mails a second, 3 GB. */
  private static final double LEAST_SHARE = 1.0 / 3;

  private static final double LEAST_MAILS = 1_000;
  private static final long MOST_BYTES = 3_000_000_000L;

  private final PrintStream out;
  private int missed;

  private MboxThroughput(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    Path mbox = Path.of(args[0]);
    MboxThroughput bench = new MboxThroughput(System.out);
    TakeoutMbox.Made made =
        TakeoutMbox.write(mbox, Long.parseLong(args[1]), Long.parseLong(args[2]));
    bench.out.printf(
        Locale.ROOT, "generated %.3f GB, %d mails%n", made.bytes() / 1e9, made.mails());
    bench.measure(mbox, made);
    if (Files.isDirectory(Path.of(args[3]))) {
      Path mails = mbox.resolveSibling("mails.mbox");
      bench.concatenate(Path.of(args[3]), mails);
      bench.parseRepeatedly(mails);
    }
    long peak = peak();
    bench.verdict("peak memory, GB", peak / 1e9, peak >= 0 && peak < MOST_BYTES, MOST_BYTES / 1e9);
    if (bench.missed > 0) {
      System.exit(1);
    }
  }

  private void measure(Path mbox, TakeoutMbox.Made made) throws Exception {
    long size = Files.size(mbox);
    List<ArchivePart> ranges = ranges(mbox);
    out.printf("threads: %d, ranges: %d%n", THREADS, ranges.size());
    timed("read, warming up", size, ranges, this::readOnly);
    timed("split, warming up", size, ranges, part -> split(part, new LongAdder()));
    double read = 0;
    double split = 0;
    LongAdder pieces = new LongAdder();
    for (int round = 1; round <= ROUNDS; round++) {
      read = Math.max(read, timed("read, round " + round, size, ranges, this::readOnly));
      pieces.reset();
      split =
          Math.max(
              split, timed("split, round " + round, size, ranges, part -> split(part, pieces)));
    }
    verdict("mails found by splitting", pieces.sum(), pieces.sum() == made.mails(), made.mails());
    verdict("speed of splitting / reading", split / read, split / read >= LEAST_SHARE, LEAST_SHARE);
    LongAdder parsed = new LongAdder();
    long start = System.nanoTime();
    timed("parse", size, ranges, part -> parse(part, parsed));
    rate(parsed.sum(), start);
    verdict("mails parsed", parsed.sum(), parsed.sum() == made.mails(), made.mails());
  }

  private void verdict(String what, double figure, boolean reached, double target) {
    missed += reached ? 0 : 1;
    out.printf(
        Locale.ROOT,
        "%s %s: %.2f (target %.2f)%n",
        reached ? "ok    " : "MISSED",
        what,
        figure,
        target);
  }

  private void parseRepeatedly(Path mails) throws Exception {
    long size = Files.size(mails);
    List<ArchivePart> ranges = ranges(mails, 2 << 20);
    double best = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      LongAdder parsed = new LongAdder();
      long start = System.nanoTime();
      timed("real mails, round " + round, size, ranges, part -> parse(part, parsed));
      best = Math.max(best, rate(parsed.sum(), start));
    }
    verdict("real mails a second", best, best >= LEAST_MAILS, LEAST_MAILS);
  }

  private double rate(long n, long start) {
    double rate = n / ((System.nanoTime() - start) / 1e9);
    out.printf(Locale.ROOT, "  %d mails, %.0f a second%n", n, rate);
    return rate;
  }

  private interface Work {
    void on(ArchivePart part) throws IOException;
  }

  /** Gives bytes a second. */
  private double timed(String name, long size, List<ArchivePart> ranges, Work work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    long worked = cpu();
    List<Future<?>> running = new ArrayList<>();
    for (ArchivePart range : ranges) {
      running.add(
          threads.submit(
              () -> {
                work.on(range);
                return null;
              }));
    }
    try {
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-34s %6.2f s  %7.1f MB/s  CPU %.2f s%n",
        name,
        seconds,
        size / 1e6 / seconds,
        (cpu() - worked) / 1e9);
    return size / seconds;
  }

  /** Nanoseconds that all threads have worked: what counts where the machine has more to do. */
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private void readOnly(ArchivePart part) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (ExportFiles files = ExportFiles.of(part);
        InputStream in = files.open(files.files().get(0), part.byte_start())) {
      long left = part.byte_end() < 0 ? Long.MAX_VALUE : part.byte_end() - part.byte_start();
      int n = 0;
      while (left > 0 && n >= 0) {
        n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        left -= n;
      }
    }
  }

  private void split(ArchivePart part, LongAdder pieces) throws IOException {
    try (ExportFiles files = ExportFiles.of(part);
        InputStream in = files.open(files.files().get(0), MboxSplitter.from(part.byte_start()))) {
      new MboxSplitter(in, part.byte_start(), part.byte_end(), piece -> pieces.increment()).split();
    }
  }

  private void parse(ArchivePart part, LongAdder parsed) {
    new MboxReader()
        .read(part, row -> parsed.add(row.count() == null ? 0 : row.count().parsed_n()));
  }

  private static List<ArchivePart> ranges(Path mbox) throws IOException {
    return ranges(mbox, MboxFinder.RANGE_BYTES);
  }

  private static List<ArchivePart> ranges(Path mbox, long step) throws IOException {
    long size = Files.size(mbox);
    List<ArchivePart> ranges = new ArrayList<>();
    for (long start = 0; start < size; start += step) {
      ranges.add(
          new ArchivePart(
              ArchivePart.Kind.MBOX,
              "bench",
              "bench",
              mbox.toAbsolutePath().getParent().toString(),
              "",
              List.of(mbox.getFileName().toString()),
              step,
              1,
              start,
              start + step < size ? start + step : -1));
    }
    return ranges;
  }

  /** The most memory that the process ever had, in bytes; -1 where Linux does not tell. */
  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(-1);
    }
  }

  private void concatenate(Path folder, Path mbox) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(mbox), BUFFER)) {
      for (Path path : files) {
        byte[] mail = Files.readAllBytes(path);
        if (!MboxSeparator.opensMail(mail, 0, Math.min(mail.length, MboxSeparator.AHEAD))) {
          file.write("From -\n".getBytes(StandardCharsets.US_ASCII));
        }
        file.write(mail);
        file.write('\n');
        file.write('\n');
      }
    }
    out.printf(Locale.ROOT, "real mails: %d files%n", files.size());
  }
}
