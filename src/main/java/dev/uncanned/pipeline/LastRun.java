package dev.uncanned.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ArchiveRecords.Loss;
import dev.uncanned.store.Folders;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the last published run found, to notice what has gone since. */
final class LastRun {

  private static final String ARCHIVE = "archive_id";
  private static final String INPUT = "input_id";

  private static final ArchiveRecords NOTHING = new ArchiveRecords(Map.of(), Map.of(), Map.of());

  private static final LastRun FIRST = new LastRun(NOTHING, Map.of(), null);

  private final ArchiveRecords archives;
  private final Map<String, String> places;
  private final List<Loss> toldBefore;

  private LastRun(ArchiveRecords archives, Map<String, String> places, List<Loss> toldBefore) {
    this.archives = archives;
    this.places = places;
    this.toldBefore = toldBefore;
  }

  /** Nothing, where no run has published before. */
  static LastRun none() {
    return FIRST;
  }

  /**
   * What the last run of another request had read. Where the same request is carried out once more
   * that run may be gone; then what was found missing the first time, which has been accepted.
   *
   * @param last the newest generation, or the one that is gone through again
   * @param key of the request
   * @throws UserException if what the run left is no longer as it was published
   */
  static LastRun of(Store store, Manifest last, String key) throws IOException {
    JsonNode run = new ObjectMapper().readTree(json(store, last));
    if (last.request_key().equals(key)) {
      return new LastRun(NOTHING, Map.of(), losses(run.path("checks")));
    }
    Map<String, Long> records = new TreeMap<>();
    for (JsonNode input : run.path("inputs")) {
      if (ArchiveRecords.holdsMessages(input.path("format").asText())) {
        records.merge(input.path(ARCHIVE).asText(), input.path("parsed_n").asLong(), Long::sum);
      }
    }
    ArchiveRecords archives =
        new ArchiveRecords(records, Map.of(), texts(run.path(RunJson.CONTENTS)));
    return new LastRun(archives, texts(run.path(RunJson.ARCHIVES)), null);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
    return texts;
  }

  private static List<Loss> losses(JsonNode checks) {
    List<Loss> losses = new ArrayList<>();
    for (JsonNode check : checks) {
      String measure = check.path("measure").asText();
      if (QualityGate.isLoss(measure) && check.hasNonNull(INPUT)) {
        String archive = check.path(INPUT).asText();
        long n = check.path("n").asLong();
        losses.add(new Loss(measure, archive, n, check.path("of").asLong(), true));
      }
    }
    return losses;
  }

  /**
   * The same with the owners of its archives.
   *
   * @param owners hash of each archive's owner, by archive
   */
  LastRun with(Map<String, String> owners) {
    ArchiveRecords owned = new ArchiveRecords(archives.records(), owners, archives.contents());
    return new LastRun(owned, places, toldBefore);
  }

  /** What a run has less than this one. */
  List<Loss> missingIn(ArchiveRecords now) {
    return toldBefore == null ? archives.missingIn(now) : toldBefore;
  }

  /** Whether no run has published before this one. */
  boolean isFirst() {
    return this == FIRST;
  }

  /** Where its archives lay, by archive. */
  Map<String, String> places() {
    return places;
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

  /**
   * The {@code run.json} of a generation.
   *
   * @throws UserException if it is no longer as it was published
   */
  static byte[] json(Store store, Manifest last) throws IOException {
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
