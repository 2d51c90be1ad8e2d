package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on the first nights: a wrong path, a copy that is tidied up, a bad option. */
@Tag("spark")
class FirstNightsTest {

  @TempDir Path folder;

  private Path in() throws IOException {
    return Files.createDirectories(folder.resolve("in"));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Program.Ended run(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run", in().toString()));
    arguments.add("--out=" + out());
    arguments.addAll(List.of(more));
    return WarmProgram.run(arguments.toArray(String[]::new));
  }

  @Test
  void aFolderWithoutAnyArchiveIsAWrongPath() throws Exception {
    Files.writeString(in().resolve("a.txt"), "Nothing to see here.");
    Program.Ended run = run();
    assertThat(run.exitCode()).as(run.err()).isEqualTo(66);
    assertThat(run.err()).contains(in().toString()).contains("recognised as a message archive");
    assertThat(run.out()).isEmpty();
    assertThat(out().resolve("manifests")).isEmptyDirectory();
  }

  @Test
  void metricsThatCannotBeWrittenHideNoResult() throws Exception {
    SmallExport.write(in(), "olga.zip", "olga", 0, 30);
    Path metrics = Files.createDirectory(folder.resolve("metrics"));
    Files.createDirectories(metrics.resolve(".x.prom.tmp"));
    Program.Ended run = run("--metrics-file=" + metrics.resolve("x.prom"));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(74);
    assertThat(run.err()).contains("metrics cannot be written");
    assertThat(new ObjectMapper().readTree(run.out()).get("status").asText())
        .isEqualTo("published");
  }

  @Test
  void aCopyMayBeTakenAwayAndAMissedArchiveIsNamed() throws Exception {
    SmallExport.write(in(), "olga.zip", "olga", 0, 60);
    SmallExport.write(in(), "paul.zip", "paul", 60, 120);
    Path copy = Files.copy(in().resolve("paul.zip"), in().resolve("copy.zip"));
    assertThat(run().exitCode()).isZero();
    Files.delete(copy);
    Program.Ended tidied = run();
    assertThat(tidied.exitCode()).as(tidied.err()).isZero();
    Files.move(in().resolve("paul.zip"), copy);
    Program.Ended renamed = run();
    assertThat(renamed.exitCode()).as(renamed.err()).isZero();
    Files.delete(copy);
    Program.Ended missed = run();
    assertThat(missed.exitCode()).as(missed.err()).isEqualTo(65);
    assertThat(missed.err())
        .contains("uncanned quarantine list --rejected --out " + out())
        .contains("put them back, or accept it with --accept-shrink")
        .doesNotContain("copy.zip");
    Program.Ended listed = WarmProgram.run("quarantine", "list", "--rejected", "--out=" + out());
    JsonNode line = new ObjectMapper().readTree(listed.out());
    assertThat(line.get("path").asText()).isEqualTo(copy.toString());
    assertThat(line.get("check").asText()).isEqualTo("vanished");
    assertThat(line.get("records").asInt()).isPositive();
    assertThat(run("--accept-shrink").exitCode()).isZero();
  }
}
