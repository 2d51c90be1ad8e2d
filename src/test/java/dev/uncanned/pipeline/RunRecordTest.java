package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.QualityGate.Outcome;
import dev.uncanned.pipeline.QualityGate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;

  private final List<String> shown = new ArrayList<>();

  private RunRecord record() {
    return new RunRecord(shown::add, () -> NOW);
  }

  private JsonNode written(RunRecord record) throws IOException {
    record.write(folder);
    return new ObjectMapper().readTree(folder.resolve("last_run.json").toFile());
  }

  @Test
  void aRunThatEndsByNobodyKnowsWhatIsAFailure() throws Exception {
    RunRecord record = record();
    record.begins("archive");
    JsonNode note = written(record);
    assertThat(note.get("status").asText()).isEqualTo("failed");
    assertThat(note.get("exit_code").asInt()).isEqualTo(70);
    assertThat(note.get("step").asText()).isEqualTo("archive");
    assertThat(note.get("started_at").asText()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(shown).containsExactly("archive");
  }

  @Test
  void failuresOfTheUserAreToldAndForeignOnesOnlyByKind() throws Exception {
    RunRecord record = record();
    record.failed(new UserException(ExitCode.IO, "out: no space"));
    JsonNode note = written(record);
    assertThat(note.get("exit_code").asInt()).isEqualTo(74);
    assertThat(note.get("error").asText()).isEqualTo("out: no space");
    record.failed(new IllegalStateException("Dear Anna, this is private"));
    note = written(record);
    assertThat(note.get("status").asText()).isEqualTo("failed");
    assertThat(note.get("error").asText())
        .startsWith("java.lang.IllegalStateException at dev.uncanned.")
        .doesNotContain("Anna");
  }

  @Test
  void aFailedCheckIsARejectedRunAndOtherBadDataIsNot() throws Exception {
    RunRecord record = record();
    UserException data = new UserException(ExitCode.DATA, "roster.csv: names no sender");
    record.failed(data);
    assertThat(written(record).get("status").asText()).isEqualTo("failed");
    record.checked(List.of(new Verdict("undated", null, 30, 100, 0.02, 0.2, Outcome.FAIL)));
    record.failed(data);
    JsonNode note = written(record);
    assertThat(note.get("status").asText()).isEqualTo("rejected");
    assertThat(note.get("checks").get(0).get("outcome").asText()).isEqualTo("fail");
  }

  @Test
  void aRunThatIsToldToStopCancelsItsWorkAndBeginsNothingMore() throws Exception {
    RunRecord record = record();
    List<String> cancelled = new ArrayList<>();
    record.works(new SparkWork(), () -> cancelled.add("all"));
    record.begins("archive");
    record.interrupt();
    assertThat(cancelled).containsExactly("all");
    assertThatThrownBy(() -> record.begins("text"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("signal");
    record.failed(new IllegalStateException("job cancelled"));
    JsonNode note = written(record);
    assertThat(note.get("status").asText()).isEqualTo("interrupted");
    assertThat(note.get("exit_code").asInt()).isEqualTo(143);
    assertThat(note.get("resources").get("peak_heap_bytes").asLong()).isPositive();
  }

  @Test
  void theNoteIsForTheOwnerOnlyAndReplacedInOneStep() throws Exception {
    RunRecord record = record();
    Files.writeString(folder.resolve(".last_run.json"), "left by a crash");
    written(record);
    written(record);
    assertThat(Files.getPosixFilePermissions(folder.resolve("last_run.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aRunThatFindsNothingNewReplacesOnlyTheNoteOfAFailure() throws Exception {
    RunRecord failed = record();
    failed.failed(new UserException(ExitCode.IO, "out: no space"));
    written(failed);
    RunRecord nothing = record();
    nothing.ended(new RunResult("unchanged", "r1", 3, null, null, null, 1, null));
    assertThat(written(nothing).get("status").asText()).isEqualTo("unchanged");
    RunRecord published = record();
    published.ended(new RunResult("published", "r2", 4, 10L, 1L, 0L, 1, null));
    written(published);
    assertThat(written(nothing).get("status").asText()).isEqualTo("published");
    Files.writeString(folder.resolve("last_run.json"), "{\"exit");
    assertThat(written(nothing).get("status").asText()).isEqualTo("unchanged");
  }

  @Test
  void aNoteThatCannotBeWrittenStopsNothing() {
    RunRecord record = record();
    record.write(folder.resolve("missing"));
    assertThat(shown).containsExactly("last_run.json cannot be written");
  }
}
