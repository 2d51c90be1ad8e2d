package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.archive.AnyReader;
import dev.uncanned.archive.ArchiveConfig;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.Parsed;
import dev.uncanned.mart.QuarantineRow;
import dev.uncanned.mart.QuarantineStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The records that a run could not read: what they are, and whether they can be read by now. */
public final class Quarantine {

  private final Path folder;
  private final JsonNode run;

  private Quarantine(Path folder, JsonNode run) {
    this.folder = folder;
    this.run = run;
  }

  /**
   * Opens the quarantine of the newest generation, or of the last run that was rejected.
   *
   * @throws UserException if there is none
   */
  public static Quarantine open(Path out, boolean rejected) {
    Path run = rejected ? RejectedRun.folder(out) : Outputs.newest(out).folder();
    Path table = run.resolve(rejected ? "quarantine" : "restricted/quarantine");
    if (!Files.isDirectory(table)) {
      throw new UserException(
          ExitCode.NO_INPUT,
          out
              + (rejected
                  ? ": no run was rejected since the last one that was published"
                  : ": the published generation has no quarantine; run once more"));
    }
    try {
      JsonNode json = new ObjectMapper().readTree(run.resolve(RunJson.FILE).toFile());
      return new Quarantine(table, json);
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, out + ": its run.json cannot be read");
    }
  }

  /** Hands out all records, sorted by input, file and place. */
  public void each(Consumer<QuarantineRow> out) {
    ParquetTable.each(folder, QuarantineRow.class, out);
  }

  /**
   * Records of an earlier run that are missed.
   *
   * @param check {@code shrunk} or {@code vanished}
   * @param path where the archive lies, or lay; null if not known
   * @param records how many are missed
   */
  public record Missed(String archive_id, String path, String check, long records) {}

  /** What the run missed of each archive, in the order of its checks. */
  public List<Missed> missed() {
    List<Missed> missed = new ArrayList<>();
    for (JsonNode check : run.path("checks")) {
      String measure = check.path("measure").asText();
      if (QualityGate.isLoss(measure) && check.hasNonNull("input_id")) {
        String archive = check.path("input_id").asText();
        String path = run.path(RunJson.ARCHIVES).path(archive).asText(null);
        missed.add(new Missed(archive, path, measure, check.path("n").asLong()));
      }
    }
    return missed;
  }

  /** The file or folder that an input was read from; null if not known. */
  public String path(String inputId) {
    JsonNode path = run.path("archives").path(inputId);
    if (path.isTextual()) {
      return path.asText();
    }
    String archive = archive(inputId);
    return archive == null ? null : run.path("archives").path(archive).asText(null);
  }

  private String archive(String inputId) {
    return run.path("inputs").path(inputId).path("archive_id").asText(null);
  }

  /**
   * What reading the same inputs again gave.
   *
   * @param quarantined records in quarantine
   * @param read_now of them, records that the present readers read
   * @param still_rejected of them, records that are rejected again
   * @param missing of them, records whose input is no longer there
   */
  public record Retried(long quarantined, long read_now, long still_rejected, long missing) {}

  /**
   * Reads the inputs of the quarantined records again; changes nothing.
   *
   * @throws UserException if an archive is not where it was
   */
  public Retried retry() {
    Map<String, String> inputs = new HashMap<>();
    each(row -> inputs.put(row.quarantine_id(), row.input_id()));
    Set<String> archives = new HashSet<>();
    inputs.values().forEach(input -> archives.add(archive(input)));
    Set<String> rejected = new HashSet<>();
    Set<String> seen = new HashSet<>();
    ArchiveConfig config = new ConfigReader().recorded(run.path("config")).archive();
    AnyReader reader = new AnyReader(config);
    for (ArchivePart part : Preflight.scanned(given(), config)) {
      if (archives.contains(part.archive_id())) {
        reader.read(part, row -> note(row, rejected, seen));
      }
    }
    long again = inputs.keySet().stream().filter(rejected::contains).count();
    long gone = inputs.values().stream().filter(input -> !seen.contains(input)).count();
    return new Retried(inputs.size(), inputs.size() - again - gone, again, gone);
  }

  private static void note(Parsed row, Set<String> rejected, Set<String> seen) {
    if (row.rejected() != null) {
      rejected.add(QuarantineStage.id(row.rejected()));
    } else if (row.count() != null) {
      seen.add(row.count().input_id());
    }
  }

  private List<Path> given() {
    List<Path> given = new ArrayList<>();
    for (JsonNode path : run.path("given")) {
      Path archive = Path.of(path.asText());
      if (!Files.exists(archive)) {
        throw new UserException(
            ExitCode.NO_INPUT,
            archive + ": the archive is no longer there; put it back to retry its records");
      }
      given.add(archive);
    }
    return given;
  }
}
