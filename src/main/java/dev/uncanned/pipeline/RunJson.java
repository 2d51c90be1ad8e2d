package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.store.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code run.json}: what was read, which parameters were in force, how long each step took.
 *
 * <p>It is the one place that says which path an input id stands for, and is for the owner only.
 */
final class RunJson {

  private RunJson() {}

  static void write(
      Generation generation,
      PreparedRun run,
      RunStamp stamp,
      LocalDate asOf,
      StageTimes times,
      Map<String, Long> rowsByTable)
      throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "published");
    content.put("run_id", stamp.run_id());
    content.put("generation", generation.number());
    content.put("as_of", asOf.toString());
    content.put("code_version", Version.CODE);
    content.put("metric_version", stamp.metric_version());
    content.put("key_id", stamp.key_id());
    content.put("request_key", run.key());
    content.put("archives", archives(run));
    content.put("rows", rowsByTable);
    content.put("milliseconds", times.inOrder());
    content.put("config", json.readTree(run.configJson()));
    Path file = generation.folder().resolve("run.json");
    Files.write(file, json.writeValueAsBytes(content));
  }

  private static Map<String, String> archives(PreparedRun run) {
    Map<String, String> paths = new TreeMap<>();
    for (ArchivePart part : run.parts()) {
      paths.put(part.archive_id(), part.root());
      if (part.input_id() != null) {
        paths.put(part.input_id(), part.root());
      }
    }
    return paths;
  }
}
