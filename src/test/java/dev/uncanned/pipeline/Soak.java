package dev.uncanned.pipeline;

import com.sun.management.OperatingSystemMXBean;
import dev.uncanned.store.Retention;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One output folder through many nights: new exports, exports that overlap earlier ones, archives
 * that come late and archives that vanish, all in one JVM. In the end the tables must be those of a
 * replay, and a run on the folder must cost what it costs on one that has seen a single night.
 */
public final class Soak {

  private static final double NANOS = 1e9;
  private static final double MOST = 1.1;
  private static final int A_NIGHT = 10;
  private static final int OWNERS = 3;
  private static final int OVERLAP_EACH = 4;
  private static final int LATE_EACH = 7;
  private static final int VANISH_EACH = 9;
  private static final int TELL_EACH = 5;
  private static final int REPEATS = 3;
  private static final int KILO = 1024;
  private static final Duration DAYS = Duration.ofDays(4);

  private final Path in;
  private final Path folder;
  private final List<Path> covered = new ArrayList<>();

  private Soak(Path folder) {
    this.folder = folder;
    this.in = folder.resolve("in");
  }

  /** Arguments: an empty folder, number of nights. */
  public static void main(String[] arguments) throws Exception {
    Soak soak = new Soak(Path.of(arguments[0]));
    System.exit(soak.run(Integer.parseInt(arguments[1])) ? 0 : 1);
  }

  private boolean run(int nights) throws Exception {
    Path out = folder.resolve("out");
    for (int night = 1; night <= nights; night++) {
      archives(night);
      double seconds = cpuOf(() -> run(out, false));
      new Upkeep(out, 0).collect(Retention.USUAL, Instant.now().plus(DAYS), false);
      if (night % TELL_EACH == 0 || night == nights) {
        tell(night, seconds, out);
      }
    }
    List<String> faults =
        Verification.recompute(runner(), request(out, false), Outputs.newest(out).manifest());
    System.out.println("replay: " + (faults.isEmpty() ? "the same digests" : faults.toString()));
    return ratio(out) <= MOST && faults.isEmpty();
  }

  /** What a night brings; a night is {@value #A_NIGHT} new messages of one owner. */
  private void archives(int night) throws IOException {
    int owner = night % OWNERS;
    int to = (night / OWNERS + 1) * A_NIGHT;
    int from = night % OVERLAP_EACH == 0 ? 0 : to - A_NIGHT;
    String file = String.format(Locale.ROOT, "night%03d.zip", night);
    SmallExport.write(in, file, "owner" + owner, from, to);
    if (night % LATE_EACH == 0) {
      String late = String.format(Locale.ROOT, "a-late%03d.zip", night);
      SmallExport.write(in, late, "late" + night, 0, A_NIGHT);
    }
    if (from == 0 && night > OVERLAP_EACH) {
      covered.add(in.resolve(String.format(Locale.ROOT, "night%03d.zip", night - OWNERS)));
    }
    if (night % VANISH_EACH == 0 && !covered.isEmpty()) {
      Files.deleteIfExists(covered.remove(0));
    }
  }

  private Runner runner() {
    return new Runner(
        Map.of(), folder.toString(), new RunRecord(step -> {}, InstantSource.system()));
  }

  private RunRequest request(Path out, boolean force) {
    return new RunRequest(
        List.of(in),
        out,
        null,
        LocalDate.of(2026, 12, 31),
        null,
        null,
        null,
        RunRequest.Until.REPORT,
        null,
        null,
        false,
        true,
        force,
        false,
        0);
  }

  private void run(Path out, boolean force) {
    RunResult result = runner().run(request(out, force));
    if (!result.status().equals("published")) {
      throw new IllegalStateException("a night published nothing: " + result.status());
    }
  }

  private static double cpuOf(Runnable work) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - before) / NANOS;
  }

  private static void tell(int night, double seconds, Path out) throws IOException {
    System.gc();
    Runtime memory = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "night %d: %.1f CPU s, heap %d MB, OUT %d kB in %d files, %d generations, state %d kB%n",
        night,
        seconds,
        (memory.totalMemory() - memory.freeMemory()) / KILO / KILO,
        bytes(out) / KILO,
        files(out).size(),
        Outputs.kept(out).generations().size(),
        bytes(out.resolve("state")) / KILO);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : files(folder)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** The same input run once more, on many nights of history against one night of it. */
  private double ratio(Path out) {
    Path young = folder.resolve("young");
    run(young, false);
    double[] old = new double[REPEATS];
    double[] fresh = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      old[i] = cpuOf(() -> run(out, true));
      fresh[i] = cpuOf(() -> run(young, true));
    }
    Arrays.sort(old);
    Arrays.sort(fresh);
    double ratio = old[REPEATS / 2] / fresh[REPEATS / 2];
    System.out.printf(
        Locale.ROOT,
        "equal input, median of %d: %.1f CPU s after all nights, %.1f after one, ratio %.2f%n",
        REPEATS,
        old[REPEATS / 2],
        fresh[REPEATS / 2],
        ratio);
    return ratio;
  }
}
