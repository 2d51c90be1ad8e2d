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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights on both sides of the number of texts that are clustered in one task. */
@Tag("spark")
class ManyTextsTest {

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  /** A night with one more export. */
  private Program.Ended night(int number, String... more) throws IOException {
    Path in = folder.resolve("in");
    SmallExport.write(in, number + ".zip", "olga", 0, 30 * number);
    List<String> arguments = new ArrayList<>(List.of("run", in.toString()));
    arguments.addAll(List.of("--out", out().toString(), "--as-of", "2026-11-01"));
    arguments.addAll(List.of(more));
    return WarmProgram.run(arguments.toArray(String[]::new));
  }

  private long clusterFiles() throws IOException {
    JsonNode state = new ObjectMapper().readTree(newestManifest().toFile()).get("state");
    return state.findValuesAsText("path").stream()
        .filter(path -> path.startsWith(RunMemory.CLUSTER + "/"))
        .count();
  }

  private Path newestManifest() throws IOException {
    try (Stream<Path> manifests = Files.list(out().resolve("manifests"))) {
      return manifests.max(Path::compareTo).orElseThrow();
    }
  }

  @Test
  void clustersOfOneTaskAreGivenUpByARebuildOnlyAndKeptAgainBelowTheLimit() throws Exception {
    String above =
        Files.writeString(folder.resolve("above.yaml"), "cluster:\n  max_texts_in_one_task: 1\n")
            .toString();
    Program.Ended first = night(1);
    assertThat(first.exitCode()).as(first.err()).isZero();
    Path published = newestManifest();
    Program.Ended refused = night(2, "--config", above);
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(78);
    assertThat(refused.err())
        .contains("clusters do not keep their ids")
        .contains("cluster.max_texts_in_one_task")
        .contains("--rebuild");
    assertThat(newestManifest()).isEqualTo(published);
    assertThat(clusterFiles()).isPositive();
    Program.Ended rebuilt = night(2, "--config", above, "--rebuild");
    assertThat(rebuilt.exitCode()).as(rebuilt.err()).isZero();
    assertThat(clusterFiles()).isZero();
    Program.Ended below = night(3);
    assertThat(below.exitCode()).as(below.err()).isZero();
    assertThat(clusterFiles()).isPositive();
  }
}
