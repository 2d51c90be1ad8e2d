package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One output folder through some nights: archives are added, exported again, changed and taken
 * away. In the end the tables are what a replay of all nights makes of the archives.
 */
@Tag("spark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightsTest {

  private static final String AS_OF = "2026-11-01";

  @TempDir static Path folder;

  private static Program.Ended run(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run", in().toString()));
    arguments.addAll(List.of("--out", out().toString(), "--as-of", AS_OF));
    arguments.addAll(Arrays.asList(more));
    return WarmProgram.run(arguments.toArray(String[]::new));
  }

  private static Path in() {
    return folder.resolve("in");
  }

  private static Path out() {
    return folder.resolve("out");
  }

  private static void runs(String... more) throws Exception {
    Program.Ended run = run(more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"published\"");
  }

  private static void replayAgrees() throws Exception {
    Program.Ended replay =
        WarmProgram.run(
            "verify", "--out", out().toString(), "--as-of", AS_OF, "--recompute", in().toString());
    assertThat(replay.out()).as(replay.err()).contains("\"recomputed\":true,\"faults\":[]");
    assertThat(replay.exitCode()).isZero();
  }

  private static JsonNode ledger() throws IOException {
    JsonNode state = new ObjectMapper().readTree(newestManifest().toFile()).get("state");
    for (JsonNode file : state) {
      String path = file.get("path").asText();
      if (path.startsWith(RunMemory.LEDGER)) {
        return new ObjectMapper().readTree(out().resolve("state").resolve(path).toFile());
      }
    }
    throw new AssertionError("no ledger among the live files of the state");
  }

  private static Path newestManifest() throws IOException {
    try (Stream<Path> manifests = Files.list(out().resolve("manifests"))) {
      return manifests.max(Path::compareTo).orElseThrow();
    }
  }

  private static long messages() throws Exception {
    try (Duck tables = new Duck(out().resolve("current").toRealPath())) {
      return tables.number("select count(*) from messages");
    }
  }

  @Test
  @Order(1)
  void firstNightReadsAll() throws Exception {
    SmallExport.write(in(), "m_olga_09.zip", "olga", 0, 120);
    Files.writeString(
        in().resolve("box.mbox"),
        "From ann@x.example Mon Sep  7 10:00:00 2026\nFrom: Ann <ann@x.example>\n"
            + "To: bob@y.example\nDate: Mon, 7 Sep 2026 10:00:00 +0000\nSubject: a file\n\n"
            + SmallExport.text(3)
            + "\n");
    runs();
    assertThat(ledger().get("archive")).hasSize(1);
    assertThat(messages()).isEqualTo(121);
  }

  @Test
  @Order(2)
  void nextNightReadsAndCleansOnlyTheNewExport() throws Exception {
    SmallExport.write(in(), "m_olga_10.zip", "olga", 40, 180);
    runs();
    assertThat(ledger().get("archive")).hasSize(2);
    assertThat(ledger().get("archive").get(1).get("parts")).hasSize(1);
    assertThat(ledger().get("text")).hasSize(2);
    assertThat(messages()).isEqualTo(181);
    DrawnAgain.isThePublishedPage(out(), folder);
  }

  @Test
  @Order(3)
  void anExportWhoseCopiesWinIsTakenInToo() throws Exception {
    SmallExport.write(in(), "a_olga_11.zip", "olga", 100, 200);
    runs();
    assertThat(ledger().get("archive")).hasSize(3);
    assertThat(ledger().get("text")).hasSize(1);
    assertThat(messages()).isEqualTo(201);
  }

  @Test
  @Order(4)
  void forcedRunOverTheSameArchivesReadsNothingAndPublishesTheSame() throws Exception {
    String before = digests();
    runs("--force");
    assertThat(digests()).isEqualTo(before);
    assertThat(ledger().get("archive")).hasSize(3);
    assertThat(segments(RunMemory.ARCHIVE)).isEqualTo(3);
  }

  private static String digests() throws IOException {
    StringBuilder digests = new StringBuilder();
    for (JsonNode table : new ObjectMapper().readTree(newestManifest().toFile()).get("tables")) {
      if (!table.get("path").asText().endsWith("run_metrics")) {
        digests.append(table.get("path")).append(table.get("digest")).append('\n');
      }
    }
    return digests.toString();
  }

  private static int segments(String table) throws IOException {
    try (Stream<Path> segments = Files.list(out().resolve("state").resolve(table))) {
      return (int) segments.count();
    }
  }

  @Test
  @Order(5)
  void nightAfterARollbackGoesOnFromThere() throws Exception {
    assertThat(WarmProgram.run("rollback", "--out", out().toString(), "--to", "2").exitCode())
        .isZero();
    assertThat(ledger().get("archive")).hasSize(2);
    runs();
    assertThat(messages()).isEqualTo(201);
  }

  private static long sentOnTheFirst() throws Exception {
    try (Duck tables = new Duck(out().resolve("current").toRealPath())) {
      return tables.number("select sum(sends_n) from sender_daily where day = date '2026-09-01'");
    }
  }

  @Test
  @Order(6)
  void aStoppedNightGoesOnWhereItStoppedAndALateArchiveFillsItsDays() throws Exception {
    long before = sentOnTheFirst();
    SmallExport.write(in(), "b_paul_11.zip", "paul", 0, 60);
    Program.Ended stopped = run("--until", "ingest");
    assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    Program.Ended rest = run();
    assertThat(rest.exitCode()).as(rest.err()).isZero();
    assertThat(rest.err()).doesNotContain(" archive").doesNotContain(" text");
    assertThat(messages()).isEqualTo(261);
    assertThat(sentOnTheFirst()).isEqualTo(before + 20);
    assertThat(ledger().get("archive").get(3).get("parts")).hasSize(1);
    replayAgrees();
  }

  private static Set<String> strings(String sql) throws Exception {
    Set<String> strings = new TreeSet<>();
    try (Duck tables = new Duck(out().resolve("current").toRealPath())) {
      tables.rows(sql).forEach(row -> strings.add(row.get(0).toString()));
    }
    return strings;
  }

  /** The parts whose rows lie in the live segments of the state. */
  private static Set<String> partsInState() throws Exception {
    Set<String> parts = new TreeSet<>();
    for (JsonNode segment : ledger().get("archive")) {
      Path rows = out().resolve("state/archive").resolve(segment.get("folder").asText());
      parts.addAll(strings("select distinct part from read_parquet('" + rows + "/*.parquet')"));
    }
    return parts;
  }

  private static Set<String> partsInLedger() throws IOException {
    Set<String> parts = new TreeSet<>();
    for (JsonNode segment : ledger().get("archive")) {
      segment.get("parts").forEach(part -> parts.add(part.asText()));
    }
    return parts;
  }

  @Test
  @Order(7)
  void anExportThatHasLostMessagesWarnsLeavesNothingBehindAndIsReplayedToTheSame()
      throws Exception {
    Set<String> before = partsInState();
    SmallExport.write(in(), "m_olga_10.zip", "olga", 45, 180);
    runs();
    assertThat(strings("select verdict from data_quality where check_name = 'shrunk'"))
        .containsExactly("warn");
    assertThat(partsInState()).isEqualTo(partsInLedger()).hasSameSizeAs(before);
    assertThat(partsInState()).as("rows of the former export").isNotEqualTo(before);
    String digests = digests();
    runs("--force");
    assertThat(digests()).isEqualTo(digests);
    replayAgrees();
  }

  @Test
  @Order(8)
  void otherSettingsNeedARebuildAndAnArchiveThatIsGoneTakesItsMessagesWithIt() throws Exception {
    Files.delete(in().resolve("b_paul_11.zip"));
    Path config = Files.writeString(folder.resolve("other.yaml"), "cluster:\n  threshold: 0.7\n");
    Program.Ended refused = run("--config", config.toString());
    assertThat(refused.exitCode()).isEqualTo(78);
    assertThat(refused.err()).contains("threshold 0.5, now 0.7").contains("--rebuild");
    Program.Ended smaller = run("--config", config.toString(), "--rebuild");
    assertThat(smaller.exitCode()).as(smaller.err()).isEqualTo(65);
    assertThat(smaller.err()).contains("were in archives that are not given");
    runs("--config", config.toString(), "--rebuild", "--accept-shrink");
    assertThat(ledger().get("archive")).hasSize(1);
    assertThat(messages()).isEqualTo(201);
  }

  @Test
  @Order(9)
  void aDamagedStateThatARebuildDoesNotReadIsMadeAnewByIt() throws Exception {
    String config = folder.resolve("other.yaml").toString();
    String digests = digests();
    damage(".described");
    Program.Ended refused = run("--config", config, "--force");
    assertThat(refused.exitCode()).isEqualTo(70);
    assertThat(refused.err())
        .contains("state/cluster/")
        .contains("changed since it was published")
        .contains("--rebuild");
    runs("--config", config, "--rebuild");
    assertThat(digests()).isEqualTo(digests);
    runs("--config", config, "--force");
    assertThat(digests()).isEqualTo(digests);
  }

  @Test
  @Order(10)
  void aDamagedStateIsFoundBeforeItIsUsed() throws Exception {
    damage(".segment");
    Program.Ended refused = run("--force");
    assertThat(refused.exitCode()).isEqualTo(70);
    assertThat(refused.err())
        .contains("state/cluster/")
        .contains("changed since it was published")
        .contains("uncanned rollback")
        .doesNotContain("bug");
    assertThat(refused.err().lines().filter(line -> line.startsWith("uncanned: state"))).hasSize(1);
  }

  /** Flips a bit of the newest file of the clusters whose name ends so. */
  private void damage(String suffix) throws IOException {
    Path damaged;
    try (Stream<Path> files = Files.walk(out().resolve("state").resolve(RunMemory.CLUSTER))) {
      damaged =
          files.filter(file -> file.toString().endsWith(suffix)).max(Path::compareTo).orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
  }
}
