package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.cli.LogOptions.Style;
import dev.uncanned.pipeline.EngineWork;
import dev.uncanned.pipeline.RunResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter written = new StringWriter();
  private Instant now = Instant.parse("2026-11-23T02:00:00Z");

  private ProgressLine line(Style style) {
    ProgressLine line = new ProgressLine(new PrintWriter(written, true), style, () -> now);
    line.watches(() -> new EngineWork.Now(3, 8, 45_000));
    return line;
  }

  private void seconds(int more) {
    now = now.plusSeconds(more);
  }

  @Test
  void terminalShowsOneLineThatIsWrittenOver() {
    ProgressLine line = line(Style.TERMINAL);
    line.expects(Map.of("archive", 1_000L, "score", 3_000L));
    seconds(9);
    line.begins("score");
    line.ends("archive");
    line.beats();
    assertThat(written.toString()).doesNotContain("\n");
    String[] shown = written.toString().split("\r\u001b\\[K");
    assertThat(shown[1]).isEqualTo("uncanned:    9.0 s  score  3/8 tasks  45 k records, 5 k/s");
    assertThat(shown[2]).as("a quarter is done").endsWith("about 27 s left");
    line.closeLine();
    assertThat(written.toString()).endsWith("left" + System.lineSeparator());
  }

  @Test
  void elsewhereEachStepIsALineAndTheHeartbeatTellsTheRate() {
    ProgressLine line = line(Style.TEXT);
    line.beats();
    assertThat(written.toString()).as("nothing has begun").isEmpty();
    seconds(2);
    line.begins("archive");
    seconds(28);
    line.beats();
    assertThat(written.toString().lines())
        .containsExactly(
            "uncanned:    2.0 s  archive",
            "uncanned:   30.0 s  archive  3/8 tasks  45 k records, 2 k/s");
  }

  @Test
  void jsonIsOneObjectALineWithCountsOnly() throws Exception {
    ProgressLine line = line(Style.JSON);
    seconds(10);
    line.begins("archive");
    line.beats();
    line.ends(new RunResult("published", "r1", 7, 10L, 2L, 1L, 10, "/home/anna/out/index.html"));
    String[] lines = written.toString().split("\n");
    JsonNode beat = new ObjectMapper().readTree(lines[1]);
    assertThat(beat.get("event").asText()).isEqualTo("heartbeat");
    assertThat(beat.get("ts").asText()).isEqualTo("2026-11-23T02:00:10Z");
    assertThat(beat.get("step").asText()).isEqualTo("archive");
    assertThat(beat.get("records_per_second").asLong()).isEqualTo(4_500);
    JsonNode end = new ObjectMapper().readTree(lines[2]);
    assertThat(end.get("status").asText()).isEqualTo("published");
    assertThat(lines).hasSize(3);
    assertThat(written.toString()).doesNotContain("anna");
  }

  @Test
  void quietShowsNothingButTheEnd() {
    ProgressLine line = line(Style.QUIET);
    line.begins("archive");
    assertThat(written.toString()).isEmpty();
    line.ends(new RunResult("unchanged", "r1", 7, null, null, null, 1, null));
    assertThat(written.toString()).contains("nothing new");
  }

  @Test
  void errorsAreOneLineWhateverAFileIsCalled() throws Exception {
    String name = "in\nbox\u001b[2J\u202e.zip: no";
    assertThat(ErrorLine.text(name)).isEqualTo("uncanned: in\\u000abox\\u001b[2J\\u202e.zip: no");
    String json = ErrorLine.json(dev.uncanned.pipeline.ExitCode.NO_INPUT, name);
    assertThat(json).doesNotContain("\n").doesNotContain("\u001b");
    assertThat(new ObjectMapper().readTree(json).get("exit_code").asInt()).isEqualTo(66);
  }
}
