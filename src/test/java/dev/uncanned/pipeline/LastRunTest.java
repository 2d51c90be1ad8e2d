package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.pipeline.ArchiveRecords.Loss;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunTest {

  private static final String RUN =
      """
      {"inputs": {
        "i1": {"archive_id": "a", "format": "eml", "parsed_n": 3},
        "i2": {"archive_id": "a", "format": "mbox", "parsed_n": 4},
        "i3": {"archive_id": "a", "format": "other-text", "parsed_n": 100},
        "i4": {"archive_id": "b", "format": "x", "parsed_n": 5}}}
      """;

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void openStore() throws IOException {
    store = new Store(folder.resolve("out"));
    store.create();
  }

  private Path publish(String json) throws Exception {
    Generation generation = store.begin("run");
    Path file = Files.writeString(generation.folder().resolve("run.json"), json);
    store.publish(
        generation,
        Manifest.of(
            generation,
            new Manifest.Request("key", "2026-11-22", "1", "1", "abcd", null),
            store.files(generation)));
    return file;
  }

  @Test
  void recordsOfAnArchiveAddUpWithoutOtherFiles() throws Exception {
    publish(RUN);
    assertThat(missing("another"))
        .containsExactly(
            new Loss("vanished", "a", 7, 12, false), new Loss("vanished", "b", 5, 12, false));
  }

  @Test
  void sameRequestComparesWithWhatItComparedWithTheFirstTime() throws Exception {
    publish(
        """
        {"inputs": {"i1": {"archive_id": "a", "format": "eml", "parsed_n": 3}},
         "checks": [
          {"measure": "lost", "n": 0, "of": 3},
          {"measure": "shrunk", "input_id": "a", "n": 5, "of": 8},
          {"measure": "vanished", "input_id": null, "n": 4, "of": 12},
          {"measure": "vanished", "input_id": "b", "n": 4, "of": 12}]}
        """);
    assertThat(missing("key"))
        .containsExactly(
            new Loss("shrunk", "a", 5, 8, true), new Loss("vanished", "b", 4, 12, true));
    publish(RUN);
    assertThat(missing("key")).isEmpty();
  }

  private List<Loss> missing(String key) throws IOException {
    return LastRun.of(store, store.newest().orElseThrow(), key)
        .missingIn(new ArchiveRecords(Map.of(), Map.of(), Map.of()));
  }

  @Test
  void bitThatFlippedIsFoundBeforeUse() throws Exception {
    Path file = publish(RUN);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> missing("another"))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.INTERNAL))
        .hasMessageContaining("not as it was published");
    Files.delete(file);
    assertThatThrownBy(() -> missing("another")).isInstanceOf(UserException.class);
  }
}
