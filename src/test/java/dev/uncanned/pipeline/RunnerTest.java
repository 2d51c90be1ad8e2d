package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.RunRequest.Until;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

  @TempDir Path folder;

  private Path out;
  private Path config;
  private final RunRecord record = new RunRecord(step -> {}, InstantSource.system());

  @BeforeEach
  void writeABadConfiguration() throws IOException {
    out = folder.resolve("out");
    config = Files.writeString(folder.resolve("bad.yaml"), "no_such_key: 1\n");
  }

  @Test
  void aRunThatIsNotUnderstoodIsNotedWhereRunsHaveBeen() throws Exception {
    new Store(out).create();

    assertThatThrownBy(this::run).isInstanceOf(UserException.class);

    JsonNode note = new ObjectMapper().readTree(out.resolve("last_run.json").toFile());
    assertThat(note.get("status").asText()).isEqualTo("failed");
    assertThat(note.get("exit_code").asInt()).isEqualTo(ExitCode.CONFIG.number());
    assertThat(note.get("error").asText()).contains("no_such_key");
    assertThat(note.get("run_id").isNull()).isTrue();
  }

  @Test
  void aRunThatIsNotUnderstoodMakesNoOutputFolder() {
    assertThatThrownBy(this::run).isInstanceOf(UserException.class);

    assertThat(out).doesNotExist();
  }

  @Test
  void aRunThatMeetsAnotherOneTellsWhatReadersSeeAndLeavesItsNoteAlone() throws Exception {
    config = null;
    Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("a.eml"), "From: a\n");
    Store store = new Store(out);
    store.create();
    Generation generation = store.begin("first");
    Manifest.Request request = new Manifest.Request("key", "2026-11-22", "0.1.0", "1", "ab", null);
    store.publish(generation, Manifest.of(generation, request, store.files(generation)));

    try (StoreLock other = store.lock()) {
      other.requireHeld();
      assertThatThrownBy(this::run).hasMessageContaining("another run is writing");
    }

    assertThat(record.summary().generation()).isEqualTo(1);
    assertThat(out.resolve("last_run.json")).doesNotExist();
  }

  private void run() {
    new Runner(Map.of(), folder.toString(), record)
        .run(
            new RunRequest(
                List.of(folder.resolve("in")),
                out,
                null,
                null,
                null,
                config,
                null,
                Until.REPORT,
                null,
                null,
                false,
                false,
                false,
                false,
                0));
  }
}
