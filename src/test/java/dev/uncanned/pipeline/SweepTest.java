package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the points of a grid share is done once, and each comes out as if it were alone. */
@Tag("spark")
class SweepTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Program.Ended grid;

  @BeforeAll
  static void sweepsAGrid() throws IOException {
    SmallExport.write(folder.resolve("in"), "anna.zip", "Anna", 0, 90);
    SmallExport.write(folder.resolve("in"), "berta.zip", "Berta", 60, 130);
    SmallExport.write(folder.resolve("in"), "carl.zip", "Carl", 0, 40, SweepTest::spun);
    grid = swept("1,2", "0.5,0.8", "3,8", "3,20");
  }

  /** One text of which every fourth word is another in each copy: only short phrases recur. */
  private static String spun(int copy) {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < 24; word++) {
      words.add(word % 4 == 3 ? "own" + copy + "of" + word : "same" + word);
    }
    return String.join(" ", words);
  }

  private static Program.Ended swept(
      String words, String thresholds, String phrases, String recipients) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("sweep", folder.resolve("in").toString()));
    arguments.addAll(List.of("--shingle-words", words, "--threshold", thresholds));
    arguments.addAll(List.of("--phrase-words", phrases, "--recipients", recipients));
    arguments.addAll(List.of("--work", folder.resolve("work").toString()));
    arguments.addAll(List.of("--log-format", "json"));
    Program.Ended ended = WarmProgram.run(arguments.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }

  private static List<JsonNode> points(Program.Ended ended) throws IOException {
    List<JsonNode> points = new ArrayList<>();
    JSON.readTree(ended.out()).forEach(points::add);
    return points;
  }

  @Test
  void aPointOfAGridIsWhatASweepOfItAloneFinds() throws IOException {
    List<JsonNode> points = points(grid);
    assertThat(points).hasSize(16);
    // Each value of each parameter, and points that would show what was taken from those before.
    for (int at : new int[] {3, 12}) {
      JsonNode point = points.get(at);
      Program.Ended alone =
          swept(
              point.get("shingle_words").asText(),
              point.get("threshold").asText(),
              point.get("phrase_words").asText(),
              point.get("recipients").asText());
      assertThat(points(alone)).containsExactly(point);
    }
  }

  /** Else a point could be taken for its neighbour without anybody noticing. */
  @Test
  void eachParameterChangesWhatIsFound() throws IOException {
    List<JsonNode> points = points(grid);
    for (int step : new int[] {1, 2, 4, 8}) {
      long changed = 0;
      for (int at = 0; at < points.size(); at++) {
        boolean lower = at / step % 2 == 0;
        changed += lower && !found(points.get(at)).equals(found(points.get(at + step))) ? 1 : 0;
      }
      assertThat(changed).as("points that differ from the one %s on", step).isPositive();
    }
  }

  private static List<Integer> found(JsonNode point) {
    return Stream.of("templates_n", "campaigns_n", "mass_sends_n")
        .map(figure -> point.get(figure).asInt())
        .toList();
  }

  @Test
  void doesWhatPointsShareOnce() throws IOException {
    Map<String, Integer> steps = new TreeMap<>();
    for (String line : grid.err().lines().toList()) {
      JsonNode event = JSON.readTree(line);
      if (event.get("event").asText().equals("step")) {
        steps.merge(event.get("step").asText(), 1, Integer::sum);
      }
    }
    assertThat(steps)
        .containsEntry("archive", 1)
        .containsEntry("text", 1)
        .containsEntry("signature", 1)
        .containsEntry("cluster", 2 * 2)
        .containsEntry("sender_campaign", 2 * 2 * 2)
        .containsEntry("campaign", 2 * 2 * 2)
        .containsEntry("history", 2 * 2 * 2)
        .containsEntry("verdict", 2 * 2 * 2);
  }
}
