package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is told to stop while it reads, and while it writes tables; the next one publishes. */
@Tag("spark")
class StoppedRunTest {

  private static final long MAX_WAIT_MILLIS = 240_000;
  private static final long POLL_MILLIS = 20;

  @TempDir static Path folder;

  private static Path out() {
    return folder.resolve("out");
  }

  private static String[] arguments() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < 30; i++) {
      Files.writeString(
          in.resolve("m" + i + ".eml"),
          "From: Ann <ann@x.example>\nTo: P <p"
              + i
              + "@y.example>\nDate: Mon, 7 Sep 2026 10:00:00 +0000\nSubject: hello\n\n"
              + "We would like to show you our new garden paper engine this winter\n");
    }
    List<String> arguments = new ArrayList<>(List.of("run", in.toString()));
    arguments.addAll(List.of("--out", out().toString()));
    return arguments.toArray(String[]::new);
  }

  private static JsonNode note() throws IOException {
    return new ObjectMapper().readTree(out().resolve("last_run.json").toFile());
  }

  /** Starts a run, stops it as soon as it says that a step begins, and gives its exit code. */
  private static int stoppedAt(String step, String... arguments) throws Exception {
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process run = new Program(folder.resolve("home")).start(said, List.of(), arguments);
    long waited = 0;
    while (!Files.readString(said).contains("  " + step) && waited < MAX_WAIT_MILLIS) {
      assertThat(run.isAlive()).as(Files.readString(said)).isTrue();
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      waited += POLL_MILLIS;
    }
    run.destroy();
    assertThat(run.waitFor(1, TimeUnit.MINUTES)).as("ends by itself").isTrue();
    assertThat(Files.readString(said)).contains("stopped by a signal").doesNotContain("bug");
    return run.exitValue();
  }

  @Test
  void leavesNothingHalfWrittenAndANoteAndTheNextRunPublishes() throws Exception {
    for (String step : List.of("archive", "table messages")) {
      assertThat(stoppedAt(step, arguments())).as(step).isEqualTo(143);
      assertThat(note().get("status").asText()).isEqualTo("interrupted");
      assertThat(note().get("exit_code").asInt()).isEqualTo(143);
      assertThat(out().resolve("current")).doesNotExist();
      try (Stream<Path> work = Files.list(out().resolve("work"))) {
        assertThat(work).as("working files for the next run").hasSize(1);
      }
    }
    Program.Ended next = new Program(folder.resolve("home")).run(arguments());
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.err()).contains("table messages").doesNotContain(" archive", " text", " score");
    try (Stream<Path> work = Files.list(out().resolve("work"))) {
      assertThat(work).as("working files").isEmpty();
    }
    assertThat(note().get("status").asText()).isEqualTo("published");
    assertThat(note().get("generation").asLong()).isEqualTo(1);
    assertThat(note().get("messages").asLong()).isEqualTo(30);
    try (Stream<Path> runs = Files.list(out().resolve("runs"))) {
      assertThat(runs).as("what the stopped runs had begun").hasSize(1);
    }
  }

  @Test
  void aSweepLeavesNothingOfTheTextsItWorkedOn() throws Exception {
    Path results = Files.createDirectory(folder.resolve("results"));
    String in = arguments()[1];
    String csv = results.resolve("points.csv").toString();
    assertThat(stoppedAt("archive", "sweep", in, "--csv", csv)).isEqualTo(143);
    try (Stream<Path> left = Files.list(results)) {
      assertThat(left).isEmpty();
    }
  }
}
