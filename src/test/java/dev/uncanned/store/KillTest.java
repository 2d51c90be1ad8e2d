package dev.uncanned.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes at one output folder: some killed at any moment, some at the same time. */
class KillTest {

  private static final boolean LONG = Boolean.getBoolean("uncanned.long");
  private static final int KILLS = LONG ? 200 : 5;
  private static final int PROCESSES = LONG ? 24 : 3;
  private static final int AT_ONCE = 3;
  private static final int GENERATIONS = 5;
  private static final int MANY = 1_000_000;
  private static final int LATEST_MILLIS = 400;
  private static final int FILES = 6;
  private static final long SEED = 20_261_123;
  private static final long MINUTES = 5;

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Process start(String prefix, int most) throws IOException {
    String surefire = System.getProperty("surefire.test.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(surefire == null ? System.getProperty("java.class.path") : surefire);
    command.addAll(List.of(PublishLoop.class.getName(), out().toString(), prefix, "" + most));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve(prefix + ".out").toFile())
        .redirectError(folder.resolve(prefix + ".err").toFile())
        .start();
  }

  /** Numbers of the generations that a process has told to be published. */
  private List<Long> told(String prefix) throws IOException {
    String lines = Files.readString(folder.resolve(prefix + ".out"));
    return lines.substring(0, lines.lastIndexOf('\n') + 1).lines().map(Long::valueOf).toList();
  }

  private void awaitFirst(String prefix, Process process) throws Exception {
    while (process.isAlive() && told(prefix).isEmpty()) {
      Thread.sleep(10);
    }
    assertThat(process.isAlive()).as(Files.readString(folder.resolve(prefix + ".err"))).isTrue();
  }

  @Test
  void killedAtAnyMomentNoGenerationIsLostAndNoReaderSeesTwo() throws Exception {
    Random random = new Random(SEED);
    AtomicBoolean ends = new AtomicBoolean();
    Reader reader = new Reader(out().resolve("current"), ends);
    Thread polling = new Thread(reader);
    polling.start();
    Nights nights = new Nights(new LocalDisk(), out());
    long before = 0;
    for (int i = 0; i < KILLS; i++) {
      String prefix = "kill" + i;
      Process process = start(prefix, MANY);
      awaitFirst(prefix, process);
      Thread.sleep(random.nextInt(LATEST_MILLIS));
      process.destroyForcibly().waitFor();
      List<Long> told = told(prefix);
      Manifest newest = nights.store().newest().orElseThrow();
      assertThat(told.get(0)).as("kill %d", i).isGreaterThan(before);
      assertThat(newest.generation())
          .as("kill %d", i)
          .isBetween(told.get(told.size() - 1), told.get(told.size() - 1) + 1);
      assertThat(nights.faults(newest)).as("kill %d", i).isEmpty();
      before = newest.generation();
    }
    ends.set(true);
    polling.join();
    assertThat(reader.mixed).isEmpty();
    assertThat(reader.reads.get()).isGreaterThan(KILLS);
    System.out.println(
        KILLS + " kills, " + before + " generations, " + reader.reads + " reads, 0 mixed");
  }

  /** Reads all files of the current generation again and again. */
  private static final class Reader implements Runnable {
    private final Path current;
    private final AtomicBoolean ends;
    private final AtomicInteger reads = new AtomicInteger();
    private final List<String> mixed = new ArrayList<>();

    Reader(Path current, AtomicBoolean ends) {
      this.current = current;
      this.ends = ends;
    }

    @Override
    public void run() {
      while (!ends.get()) {
        try {
          read();
          Thread.sleep(2);
        } catch (InterruptedException | IOException failed) {
          mixed.add(failed.toString());
        }
      }
    }

    private void read() throws IOException {
      Path folder;
      try {
        folder = current.toRealPath();
      } catch (NoSuchFileException nothingYet) {
        if (reads.get() > 0) {
          throw nothingYet;
        }
        return;
      }
      String label = folder.getFileName().toString().substring("000000000001-".length());
      int files = 0;
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path file : paths.filter(Files::isRegularFile).toList()) {
          files++;
          if (!Files.readString(file).startsWith(label + " wrote ")) {
            mixed.add(file.toString());
          }
        }
      }
      if (files != FILES) {
        mixed.add(folder + " has " + files + " files");
      }
      reads.incrementAndGet();
    }
  }

  @Test
  void processesAtTheSameTimePublishOneAfterTheOther() throws Exception {
    for (int round = 0; round < PROCESSES / AT_ONCE; round++) {
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        processes.add(start("round" + round + "process" + i, GENERATIONS));
      }
      List<Long> numbers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        assertThat(processes.get(i).waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        String prefix = "round" + round + "process" + i;
        assertThat(processes.get(i).exitValue())
            .as(Files.readString(folder.resolve(prefix + ".err")))
            .isZero();
        numbers.addAll(told(prefix));
      }
      long first = (long) round * AT_ONCE * GENERATIONS + 1;
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              Stream.iterate(first, n -> n + 1).limit((long) AT_ONCE * GENERATIONS).toList());
    }
  }
}
