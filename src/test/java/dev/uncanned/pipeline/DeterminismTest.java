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

  @TempDir static Path folder;
  private static SampleRun usual;
  private static Program.Ended strange;

  @BeforeAll
  static void runTwice() throws Exception {
    usual = SampleRun.get();
    Path moved = folder.resolve("elsewhere \u00fc").resolve("archives");
    copy(SampleRun.SAMPLES.resolve("archives"), moved);
    strange =
        usual
            .program()
            .run(
                List.of(
                    "-XX:ActiveProcessorCount=1",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Asia/Tokyo"),
                SampleRun.arguments(moved, strangeOut()));
  }

  private static Path strangeOut() {
    return folder.resolve("strange");
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

  /** For each table its number of rows and a sum over the hashes of all its rows but run_id. */
  private static TreeMap<String, String> digests(Path out) throws Exception {
    Path current = out.resolve("current").toRealPath();
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
    assertThat(usual.ended().exitCode()).as(usual.ended().err()).isZero();
    assertThat(strange.exitCode()).as(strange.err()).isZero();
    assertThat(digests(strangeOut())).hasSizeGreaterThan(10).isEqualTo(digests(usual.out()));
  }

  @Test
  void requestIsTheSameWherever() throws Exception {
    assertThat(Files.readString(strangeOut().resolve("current/run.json")))
        .contains(requestKey(usual.out()));
  }

  private static String requestKey(Path out) throws IOException {
    String json = Files.readString(out.resolve("current/run.json"));
    int at = json.indexOf("\"request_key\"");
    int start = json.indexOf('"', json.indexOf(':', at)) + 1;
    return json.substring(start, json.indexOf('"', start));
  }
}
