package dev.uncanned.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.store.Folders;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the last published run found, to notice what has gone since. */
final class LastRun {

  private static final String OTHER = "other";

  private LastRun() {}

  /**
   * How many records of each archive the last run of another request had read. Where the same
   * request is carried out once more that run may be gone; then only of the archives of which the
   * first time found fewer.
   *
   * @param last the newest generation, or the one that is gone through again
   * @param key of the request
   * @throws UserException if what the run left is no longer as it was published
   */
  static Map<String, Long> records(Store store, Manifest last, String key) throws IOException {
    JsonNode run = new ObjectMapper().readTree(json(store, last));
    Map<String, Long> records = new TreeMap<>();
    if (last.request_key().equals(key)) {
      for (JsonNode check : run.path("checks")) {
        if (check.path("measure").asText().equals(QualityGate.SHRUNK)) {
          records.put(check.path("input_id").asText(), check.path("of").asLong());
        }
      }
      return records;
    }
    for (JsonNode input : run.path("inputs")) {
      if (!input.path("format").asText().startsWith(OTHER)) {
        records.merge(
            input.path("archive_id").asText(), input.path("parsed_n").asLong(), Long::sum);
      }
    }
    return records;
  }

  /** How long each step of the last published run took; empty if there is none to be read. */
  static Map<String, Long> milliseconds(Store store) throws IOException {
    Map<String, Long> steps = new TreeMap<>();
    Optional<Manifest> last = store.newest();
    Path file = last.isPresent() ? store.folder(last.get()).resolve(RunJson.FILE) : null;
    if (file != null && Files.isRegularFile(file)) {
      JsonNode json;
      try {
        json = new ObjectMapper().readTree(file.toFile());
      } catch (JsonProcessingException damaged) {
        return Map.of();
      }
      json.path("milliseconds")
          .properties()
          .forEach(step -> steps.put(step.getKey(), step.getValue().asLong()));
    }
    return steps;
  }

  private static byte[] json(Store store, Manifest last) throws IOException {
    Path file = store.folder(last).resolve(RunJson.FILE);
    String published =
        last.files().stream()
            .filter(one -> one.path().equals(RunJson.FILE))
            .map(PublishedFile::sha256)
            .findFirst()
            .orElse(null);
    if (!Files.isRegularFile(file) || !Folders.sha256(file).equals(published)) {
      throw new UserException(
          ExitCode.INTERNAL,
          file + ": not as it was published; restore the folder, or choose another --out");
    }
    return Files.readAllBytes(file);
  }
}
