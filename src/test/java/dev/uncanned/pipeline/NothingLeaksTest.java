package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.OwnerOnly;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run shows to others on its machine, and what of the messages gets out of the tables: words
 * planted in every field of archives of all kinds are looked for wherever the runs have written,
 * one that publishes, one that is refused and one that dies of a bug.
 */
@Tag("spark")
class NothingLeaksTest {

  private static final String PLANTED = "qzkanari";
  private static final int LEAST_WORDS = 200;
  private static final int BROKEN = 40;

  /** Below the output folder, where messages are kept on purpose; all for the owner only. */
  private static final Pattern MAY_HOLD =
      Pattern.compile(
          "runs/[^/]+/(tables|restricted|reports)/.*|runs/[^/]+/run\\.json|rejected/.*"
              + "|state/(archive|text)/.*|work/[^/]+/archive/.*");

  @TempDir static Path folder;

  private static final List<String> WORDS = new ArrayList<>();
  private static final ProcessWatch WATCH = new ProcessWatch();
  private static int published;
  private static int refused;
  private static int died;

  @BeforeAll
  static void runThrice() throws Exception {
    OwnerOnly.createDirectories(tmp());
    CanaryArchive good = new CanaryArchive(folder.resolve("in"));
    good.write();
    String roster = good.roster().toString();
    Path out = folder.resolve("out");
    Process process = start("good", folder.resolve("in"), out, "--roster", roster);
    WATCH.until(process, out, tmp());
    published = process.exitValue();
    WORDS.addAll(good.words());
    CanaryArchive broken = new CanaryArchive(folder.resolve("bad"));
    broken.writeBroken(BROKEN);
    refused = start("bad", folder.resolve("bad"), folder.resolve("none")).waitFor();
    damage(out);
    died = start("died", folder.resolve("in"), out, "--roster", roster, "--force").waitFor();
  }

  private static Path tmp() {
    return folder.resolve("tmp");
  }

  private static Path said(String name) {
    return folder.resolve(name + ".txt");
  }

  private static Process start(String name, Path in, Path out, String... more) throws IOException {
    List<String> jvm =
        List.of(
            "-Xmx1g",
            "-Djava.io.tmpdir=" + tmp(),
            "-XX:ErrorFile=" + folder.resolve("hs_err.txt"),
            "-Dspark.extraListeners=" + SeenEvents.class.getName(),
            "-D" + SeenEvents.FILE + "=" + folder.resolve(name + ".events"));
    List<String> arguments = new ArrayList<>(List.of("run", in.toString()));
    arguments.addAll(List.of("--out", out.toString(), "--allow-bad-files", "99"));
    arguments.addAll(List.of(more));
    return new Program(folder.resolve("home"))
        .start(said(name), jvm, arguments.toArray(String[]::new));
  }

  /** Publishes a state that no run would write, with texts in it, so that the next run fails. */
  private static void damage(Path out) throws Exception {
    Store store = new Store(out);
    Manifest last = store.newest().orElseThrow();
    try (StoreLock lock = store.lock()) {
      lock.requireHeld();
      Generation generation = store.begin("damaged");
      copy(store.folder(last), generation.folder());
      Path segment = store.beginState(generation, RunMemory.TEXT);
      Path text = store.state(last, RunMemory.TEXT).get(0).getParent();
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duck.createStatement()) {
        statement.execute(
            "copy (select * replace (null as header) from read_parquet('"
                + text
                + "/*.parquet')) to '"
                + segment.resolve("part.parquet")
                + "' (format parquet)");
      }
      List<PublishedFile> state = new ArrayList<>(store.newState(generation));
      last.state().stream().filter(one -> !one.path().startsWith("text/")).forEach(state::add);
      Manifest.Request request =
          new Manifest.Request("damaged", last.as_of(), "1", "1", last.key_id(), null);
      store.publish(
          generation, Manifest.of(generation, request, store.files(generation)).withState(state));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        OwnerOnly.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  @Test
  void theRunsEndAsTheyShould() throws IOException {
    assertThat(published).as(Files.readString(said("good"))).isZero();
    assertThat(refused).as(Files.readString(said("bad"))).isEqualTo(65);
    assertThat(died).as(Files.readString(said("died"))).isEqualTo(70);
    assertThat(Files.readString(said("died"))).contains("\tat dev.uncanned.");
    assertThat(new HashSet<>(WORDS)).hasSizeGreaterThan(LEAST_WORDS).hasSameSizeAs(WORDS);
  }

  @Test
  void wordsOfMessagesArriveInTheTables() throws Exception {
    Set<String> found = new HashSet<>();
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"));
        Duck duck = new Duck(runs.min(Path::compareTo).orElseThrow())) {
      for (List<Object> view :
          duck.rows("select view_name from duckdb_views() where not internal")) {
        for (List<Object> row : duck.rows("select t::varchar from " + view.get(0) + " t")) {
          String cells = row.get(0).toString().toLowerCase(Locale.ROOT);
          WORDS.stream().filter(cells::contains).forEach(found::add);
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(LEAST_WORDS / 2);
    System.out.println(WORDS.size() + " words planted, " + found.size() + " of them in the tables");
  }

  @Test
  void noWordGetsOutOfThem() throws IOException {
    List<String> leaks = new ArrayList<>();
    int files = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        boolean own = path.startsWith("in/") || path.startsWith("bad/");
        boolean kept = MAY_HOLD.matcher(path.substring(path.indexOf('/') + 1)).matches();
        files += own || kept ? 0 : 1;
        if (!own && !kept && (path + text(file)).contains(PLANTED)) {
          leaks.add(path);
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(files).isGreaterThan(10);
    assertThat(text(folder.resolve("good.events"))).contains("physicalplandescription");
  }

  @Test
  void nothingIsLeftInTemporaryPlaces() throws IOException {
    try (Stream<Path> left = Files.list(tmp())) {
      assertThat(left).isEmpty();
    }
    assertThat(Undisturbed.holds(folder.resolve("out/work"), "")).isFalse();
    assertThat(folder.resolve("hs_err.txt")).doesNotExist();
  }

  /** The refused run was stopped after the table of what it had read. */
  @Test
  void aRefusedRunLeavesItsFinishedTableForTheNextTry() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("none/work"), 2)) {
      List<Path> folders = all.filter(Files::isDirectory).toList();
      assertThat(folders).hasSize(3);
      assertThat(folders.get(2)).hasFileName("archive");
    }
  }

  @Test
  void listensOnTheLoopbackInterfaceOnly() {
    assertThat(WATCH.closed()).as("Spark listens there").isNotEmpty();
    assertThat(WATCH.open()).isEmpty();
  }

  @Test
  void nobodyElseMayReadAnythingAtAnyTime() throws IOException {
    assertThat(WATCH.readable()).isEmpty();
    assertThat(ProcessWatch.readableByOthers(folder.resolve("none"))).isEmpty();
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      Path first = runs.min(Path::compareTo).orElseThrow();
      assertThat(ProcessWatch.readableByOthers(first)).isEmpty();
    }
  }
}
