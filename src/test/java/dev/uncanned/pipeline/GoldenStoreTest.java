package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An output folder that was written when its layout, or the form of its masked texts, was new is
 * still opened, found whole, and goes on: clusters keep their ids. Where the form of masked texts
 * is a former one, a run asks for a rebuild first.
 */
@Tag("spark")
class GoldenStoreTest {

  private static final String AS_OF = "2026-11-01";

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private static final String FORMER_TEXTS = "/golden/store/1.1.zip";
  private static final String PRESENT_TEXTS = "/golden/store/1.1-text-6.zip";

  /** The archives, the key and the output folder of one run. */
  private void unpack(String resource) throws IOException {
    try (InputStream in = GoldenStoreTest.class.getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        OwnerOnly.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
    Files.setPosixFilePermissions(
        folder.resolve("pseudonym.key"), PosixFilePermissions.fromString("rw-------"));
  }

  private Program.Ended run() throws Exception {
    return request("run", folder.resolve("in").toString());
  }

  /** A command with the options of the golden run. */
  private Program.Ended request(String... command) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--out", out().toString(), "--as-of", AS_OF));
    arguments.addAll(List.of("--key-file", folder.resolve("pseudonym.key").toString()));
    return WarmProgram.run(arguments.toArray(String[]::new));
  }

  private Map<String, String> clusters() throws Exception {
    Map<String, String> clusters = new HashMap<>();
    try (Duck duck = new Duck(Outputs.newest(out()).folder())) {
      for (List<Object> row : duck.rows("select message_id, cluster_id from cluster_members")) {
        clusters.put(row.get(0).toString(), row.get(1).toString());
      }
    }
    return clusters;
  }

  @Test
  void isOpenedAndGoesOnWithItsClusters() throws Exception {
    unpack(PRESENT_TEXTS);
    Program.Ended verified = WarmProgram.run("verify", "--out", out().toString());
    assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    Program.Ended status = WarmProgram.run("status", "--out", out().toString());
    JsonNode told = new ObjectMapper().readTree(status.out());
    assertThat(told.get("generation").asLong()).isEqualTo(1);
    Map<String, String> before = clusters();
    assertThat(before).hasSize(40);
    SmallExport.write(folder.resolve("in"), "b_olga.zip", "olga", 30, 70);
    Program.Ended next = run();
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(clusters()).hasSize(70).containsAllEntriesOf(before);
    Program.Ended replay = request("verify", "--recompute", folder.resolve("in").toString());
    assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
  }

  @Test
  void goesOnWithItsClustersAfterARebuildWhereTextsHaveAnotherForm() throws Exception {
    unpack(FORMER_TEXTS);
    Map<String, String> before = clusters();
    SmallExport.write(folder.resolve("in"), "b_olga.zip", "olga", 30, 70);
    Program.Ended refused = run();
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(78);
    assertThat(refused.err()).contains("text 1").contains("--rebuild");
    assertThat(clusters()).isEqualTo(before);
    Program.Ended rebuilt = request("run", folder.resolve("in").toString(), "--rebuild");
    assertThat(rebuilt.exitCode()).as(rebuilt.err()).isZero();
    assertThat(clusters()).hasSize(70).containsAllEntriesOf(before);
  }

  @Test
  void isRefusedOnceANewerProgramHasWrittenIt() throws Exception {
    unpack(PRESENT_TEXTS);
    Path manifest = out().resolve("manifests/000000000001.json");
    ObjectNode read = (ObjectNode) new ObjectMapper().readTree(manifest.toFile());
    read.put("format_version", "2.0");
    new ObjectMapper().writeValue(manifest.toFile(), read);
    Program.Ended refused = run();
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(78);
    assertThat(WarmProgram.run("verify", "--out", out().toString()).exitCode()).isEqualTo(78);
  }
}
