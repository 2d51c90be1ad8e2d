package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import dev.uncanned.pipeline.Undisturbed.From;
import dev.uncanned.store.Folders;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Manifest.PublishedTable;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program, with Spark in it, killed with SIGKILL at any moment of a second night, while a
 * reader looks all the time. After some kills a run is let through. The properties {@code
 * uncanned.kills} and {@code uncanned.seed} say how often and when; with {@code uncanned.launcher}
 * the program is started by that launcher, which must have been built, and not from the classes of
 * the tests.
 */
@Tag("spark")
class WholeRunKillTest {

  private static final int KILLS =
      Integer.getInteger("uncanned.kills", Boolean.getBoolean("uncanned.long") ? 200 : 3);
  private static final String SECOND = "000000000002-";
  private static final int MOST_IN_A_ROW = 4;
  private static final List<From> LAST_FIRST =
      List.of(From.COMMIT, From.LAST_WRITE, From.FIRST_WRITE, From.START);
  private static final long SEED = Long.getLong("uncanned.seed", 20_261_123);
  private static final String LAUNCHER = System.getProperty("uncanned.launcher");
  private static final List<String> JVM = List.of("-Xmx1g");

  @TempDir static Path folder;

  private static Path first;
  private static Map<String, PublishedTable> expected;
  private static Set<String> expectedState;
  private static Undisturbed calm;

  private final Random random = new Random(SEED);
  private int kills;
  private int published;
  private int reads;
  private int letThrough;

  @BeforeAll
  static void runTwoNightsUndisturbed() throws Exception {
    first = folder.resolve("first");
    SmallExport.write(folder.resolve("in"), "a_olga.zip", "olga", 0, 60);
    assertThat(start(first, "first").waitFor()).as(said("first")).isZero();
    SmallExport.write(folder.resolve("in"), "b_olga.zip", "olga", 40, 90);
    Path out = copyOf(first, "calm");
    Process process = start(out, "calm");
    calm = new Undisturbed(process, from -> reached(out, from));
    assertThat(process.exitValue()).as(said("calm")).isZero();
    assertThat(newest(out).generation()).isEqualTo(2);
    expected = tables(newest(out));
    expectedState = state(newest(out));
  }

  private static Process start(Path out, String name) throws IOException {
    Program program = new Program(folder.resolve("home"));
    Path said = folder.resolve(name + ".txt");
    String in = folder.resolve("in").toString();
    String[] arguments = {"run", in, "--out", out.toString(), "--as-of", "2026-11-01"};
    if (LAUNCHER == null) {
      return program.start(said, JVM, arguments);
    }
    return program.with("UNCANNED_MEMORY", "1g").launch(Path.of(LAUNCHER), said, arguments);
  }

  private static String said(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".txt"));
  }

  private static Path copyOf(Path from, String name) throws IOException {
    Path to = folder.resolve(name);
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return to;
  }

  /**
   * The first write that can harm is that of a table, the last that of the report; then the state
   * is written, whose last part is the ledger, and the manifest.
   */
  private static boolean reached(Path out, From from) throws IOException {
    Path runs = out.resolve("runs");
    if (from == From.START || !Undisturbed.holds(runs, SECOND)) {
      return from == From.START;
    }
    if (from == From.COMMIT) {
      return Undisturbed.holds(out.resolve("state/ledger"), SECOND);
    }
    try (Stream<Path> all = Files.list(runs)) {
      Path second = all.max(Path::compareTo).orElseThrow();
      return from == From.FIRST_WRITE || Files.exists(second.resolve("reports/index.html"));
    }
  }

  private static Manifest newest(Path out) throws IOException {
    return new Store(out).newest().orElseThrow();
  }

  /** All tables but that of the figures of the run, which holds its speed. */
  private static Map<String, PublishedTable> tables(Manifest manifest) {
    Map<String, PublishedTable> tables = new TreeMap<>();
    for (PublishedTable table : manifest.tables()) {
      if (!table.path().endsWith("/run_metrics")) {
        tables.put(table.path(), table);
      }
    }
    return tables;
  }

  /** The folders of the state, and the content of what is the same byte for byte. */
  private static Set<String> state(Manifest manifest) {
    Set<String> state = new TreeSet<>();
    for (PublishedFile file : manifest.state()) {
      boolean parquet = file.path().endsWith(".parquet");
      String parent = file.path().substring(0, file.path().lastIndexOf('/'));
      state.add(parquet ? parent : file.path() + " " + file.sha256());
    }
    return state;
  }

  @Test
  void killedAtAnyMomentItLosesNothingShowsNothingMixedAndConverges() throws Exception {
    List<String> faults = new ArrayList<>();
    for (int round = 0; kills < KILLS; round++) {
      Path out = copyOf(first, "round" + round);
      PollingReader reader = new PollingReader(out);
      Thread polling = new Thread(reader);
      polling.start();
      killSome(out);
      finish(out);
      reader.end();
      polling.join();
      faults.addAll(reader.faults());
      reads += reader.reads();
      Folders.delete(out);
      System.out.println(figures());
    }
    assertThat(faults).isEmpty();
    assertThat(reads).isGreaterThan(KILLS);
  }

  private String figures() {
    return kills
        + " kills, "
        + published
        + " of them after the generation was published, "
        + letThrough
        + " runs let through, "
        + reads
        + " reads of a generation; an undisturbed run takes "
        + calm.seconds(From.START)
        + " s, from its first table "
        + calm.seconds(From.FIRST_WRITE)
        + " s, from its report "
        + calm.seconds(From.LAST_WRITE)
        + " s, from its ledger "
        + calm.seconds(From.COMMIT)
        + " s";
  }

  private void killSome(Path out) throws Exception {
    int most = Math.min(KILLS - kills, 1 + random.nextInt(MOST_IN_A_ROW));
    for (int i = 0; i < most && newest(out).generation() == 1; i++) {
      Process process = start(out, "killed");
      From from = LAST_FIRST.get(kills % LAST_FIRST.size());
      if (calm.kill(process, from, mark -> reached(out, mark), random)) {
        kills++;
        published += newest(out).generation() == 2 ? 1 : 0;
      } else {
        assertThat(process.exitValue()).as(said("killed")).isZero();
      }
      requireWhole(out);
    }
  }

  private static void requireWhole(Path out) throws IOException {
    Store store = new Store(out);
    assertThat(store.damagedManifests()).isEmpty();
    assertThat(store.generations()).extracting(Manifest::generation).startsWith(1L);
    for (Manifest manifest : store.generations()) {
      assertThat(Verification.faults(out, manifest)).isEmpty();
      assertThat(store.verifyState(manifest, file -> true)).isEmpty();
    }
  }

  private void finish(Path out) throws Exception {
    assertThat(start(out, "through").waitFor()).as(said("through")).isZero();
    letThrough++;
    requireWhole(out);
    assertThat(newest(out).generation()).isEqualTo(2);
    assertThat(new Store(out).hintsAgree(newest(out))).isTrue();
    assertThat(tables(newest(out))).isEqualTo(expected);
    assertThat(state(newest(out))).isEqualTo(expectedState);
    assertThat(Undisturbed.holds(out.resolve("work"), "")).as("left in work").isFalse();
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      assertThat(runs).hasSize(2);
    }
  }
}
