package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {

  private static final String AS_OF = "2026-11-01";
  private static final String DAY = "2026-09-02";

  @TempDir Path folder;

  @BeforeEach
  void writeAnArchive() throws Exception {
    SmallExport.write(folder.resolve("in"), "olga.zip", "olga", 0, 480);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Program.Ended run(Path out, String asOf, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run", folder.resolve("in").toString()));
    arguments.addAll(List.of("--out", out.toString(), "--as-of", asOf, "--keep-all"));
    arguments.addAll(Arrays.asList(more));
    return WarmProgram.run(arguments.toArray(String[]::new));
  }

  private Manifest publishes(Path out, String asOf, String... more) throws Exception {
    Program.Ended run = run(out, asOf, more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"published\"");
    return new Store(out).newest().orElseThrow();
  }

  /** Rows of a generation without the run that wrote them. */
  private static Set<String> rows(Path out, Manifest generation, String table, String where)
      throws Exception {
    Set<String> rows = new TreeSet<>();
    try (Duck duck = new Duck(new Store(out).folder(generation))) {
      duck.rows("select * exclude (run_id) from " + table + where)
          .forEach(row -> rows.add(row.toString()));
    }
    return rows;
  }

  private static Set<PublishedFile> takenOver(Manifest manifest) {
    Set<PublishedFile> files = new HashSet<>(manifest.files());
    files.removeIf(
        one -> one.path().equals("run.json") || one.path().startsWith("tables/sender_daily/"));
    return files;
  }

  @Test
  @Tag("spark")
  void theDayIsThatOfARunAsOfItAndAllElseIsAsItWasUntilTheNextNight() throws Exception {
    Manifest before = publishes(out(), AS_OF);
    Program.Ended back = run(out(), DAY);
    assertThat(back.exitCode()).isEqualTo(78);
    assertThat(back.err()).contains("--only " + DAY);
    Manifest backfill = publishes(out(), DAY, "--only", DAY);
    Path fresh = folder.resolve("fresh");
    Manifest then = publishes(fresh, DAY);

    String ofTheDay = " where day = date '" + DAY + "'";
    Set<String> day = rows(out(), backfill, "sender_daily", ofTheDay);
    assertThat(day)
        .isNotEmpty()
        .isEqualTo(rows(fresh, then, "sender_daily", ofTheDay))
        .isNotEqualTo(rows(out(), before, "sender_daily", ofTheDay));
    String others = " where day is distinct from date '" + DAY + "'";
    assertThat(rows(out(), backfill, "sender_daily", others))
        .isNotEmpty()
        .isEqualTo(rows(out(), before, "sender_daily", others));
    assertThat(takenOver(backfill)).hasSizeGreaterThan(20).isEqualTo(takenOver(before));
    assertThat(backfill.state()).isEqualTo(before.state());
    assertThat(backfill.as_of()).isEqualTo(AS_OF);
    assertThat(backfill.inputs()).isEqualTo(before.inputs());
    JsonNode json =
        new ObjectMapper().readTree(new Store(out()).folder(backfill).resolve("run.json").toFile());
    assertThat(json.get("only").asText()).isEqualTo(DAY);
    assertThat(json.get("as_of").asText()).isEqualTo(AS_OF);
    assertThat(Verification.faults(out(), backfill)).isEmpty();
    DrawnAgain.isThePublishedPage(out(), folder);
    assertThat(run(out(), DAY, "--only", DAY).out()).contains("\"unchanged\"");

    Manifest night = publishes(out(), "2026-11-02");
    assertThat(rows(out(), night, "sender_daily", ""))
        .as("the next night works out all days")
        .isEqualTo(rows(out(), before, "sender_daily", ""));
    assertThat(rows(out(), night, "cluster_members", ""))
        .isEqualTo(rows(out(), before, "cluster_members", ""));
    WarmProgram.run("rollback", "--out", out().toString(), "--to", "1");
    WarmProgram.run("rollback", "--out", out().toString(), "--to", "2");
    Manifest again = new Store(out()).newest().orElseThrow();
    assertThat(again.rollback_of()).isEqualTo(2);
    assertThat(rows(out(), again, "sender_daily", ofTheDay)).isEqualTo(day);
    assertThat(Verification.faults(out(), again)).isEmpty();
  }

  private void isRefused(String because) {
    RunRecord record = new RunRecord(step -> {}, InstantSource.system());
    LocalDate day = LocalDate.parse(DAY);
    RunRequest request =
        new RunRequest(
            List.of(folder.resolve("in")),
            out(),
            null,
            day,
            day,
            null,
            null,
            RunRequest.Until.REPORT,
            null,
            null,
            false,
            false,
            false,
            false,
            0);
    assertThatThrownBy(() -> new Runner(Map.of(), folder.toString(), record).run(request))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining(because)
        .hasMessageContaining("run without --only");
  }

  @Test
  void withoutAGenerationOrAfterOneOfOtherRulesNothingIsDone() throws Exception {
    isRefused("there is no generation yet");
    Store store = new Store(out());
    Generation generation = store.begin("r");
    Manifest.Request request =
        new Manifest.Request("k", AS_OF, Version.CODE, Version.METRICS, "other key", null);
    store.publish(generation, Manifest.of(generation, request, List.of()));
    isRefused("of another version, configuration or key");
    assertThat(store.newest().orElseThrow().generation()).isEqualTo(1);
    assertThat(store.work()).doesNotExist();
  }
}
