package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Duck;
import dev.uncanned.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no published number may depend on: processors, locale, time zone and place. */
@Tag("spark")
class DeterminismTest {

  private static final Path SAMPLES = Path.of("data-samples");

  @TempDir static Path folder;
  private static Program.Ended usual;
  private static Program.Ended strange;

  @BeforeAll
  static void runTwice() throws Exception {
    usual = run(List.of(), "usual", SAMPLES.resolve("archives"));
    Path moved = folder.resolve("elsewhere \u00fc").resolve("archives");
    copy(SAMPLES.resolve("archives"), moved);
    strange =
        run(
            List.of(
                "-XX:ActiveProcessorCount=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Tokyo"),
            "strange",
            moved);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static Program.Ended run(List<String> jvm, String name, Path archives) throws Exception {
    return new Program(folder)
        .run(
            jvm,
            "run",
            archives.toString(),
            "--roster",
            SAMPLES.resolve("roster.csv").toString(),
            "--out",
            folder.resolve(name).toString());
  }

  /** For each table its number of rows and a sum over the hashes of all its rows but run_id. */
  private static TreeMap<String, String> digests(String name) throws Exception {
    Path current = folder.resolve(name).resolve("current").toRealPath();
    TreeMap<String, String> digests = new TreeMap<>();
    try (Duck duck = new Duck(current)) {
      for (List<Object> table :
          duck.rows("select view_name from duckdb_views() where not internal")) {
        String view = table.get(0).toString();
        // The one figure that is measured with a clock.
        String rows = view.equals("run_metrics") ? view + " where unit <> 'tokens/s'" : view;
        digests.put(
            view,
            duck.rows(
                    "select count(*), sum(hash(row)::hugeint) from (select "
                        + "* exclude (run_id) from "
                        + rows
                        + ") row")
                .get(0)
                .toString());
      }
    }
    return digests;
  }

  @Test
  void noPublishedNumberDependsOnTheMachine() throws Exception {
    assertThat(usual.exitCode()).as(usual.err()).isZero();
    assertThat(strange.exitCode()).as(strange.err()).isZero();
    assertThat(digests("strange")).hasSizeGreaterThan(10).isEqualTo(digests("usual"));
  }

  @Test
  void requestIsTheSameWherever() throws Exception {
    assertThat(Files.readString(folder.resolve("strange/current/run.json")))
        .contains(requestKey("usual"));
  }

  private static String requestKey(String name) throws IOException {
    String json = Files.readString(folder.resolve(name).resolve("current/run.json"));
    int at = json.indexOf("\"request_key\"");
    int start = json.indexOf('"', json.indexOf(':', at)) + 1;
    return json.substring(start, json.indexOf('"', start));
  }
}
