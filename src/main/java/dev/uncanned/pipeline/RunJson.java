package dev.uncanned.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.NamedPart;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.pipeline.QualityGate.Verdict;
import dev.uncanned.store.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code run.json}: what was read, which parameters were in force, how long each step took.
 *
 * <p>It is the one place that says which path an input id stands for, and is for the owner only.
 */
final class RunJson {

  /** Name of the file. */
  static final String FILE = "run.json";

  /** Where the paths of archives and inputs stand, by id. */
  static final String ARCHIVES = "archives";

  /** Where the hashes of what the archives hold stand, by id. */
  static final String CONTENTS = "contents";

  private final PreparedRun run;
  private final RunStamp stamp;
  private final LocalDate asOf;
  private final Intake intake;
  private final List<Verdict> checks;
  private final StageTimes times;

  RunJson(
      PreparedRun run,
      RunStamp stamp,
      LocalDate asOf,
      Intake intake,
      List<Verdict> checks,
      StageTimes times) {
    this.run = run;
    this.stamp = stamp;
    this.asOf = asOf;
    this.intake = intake;
    this.checks = List.copyOf(checks);
    this.times = times;
  }

  /** What every row of the run says of it. */
  RunStamp stamp() {
    return stamp;
  }

  /** What the checks of the input gave. */
  List<Verdict> checks() {
    return checks;
  }

  /** The same with more checks. */
  RunJson with(List<Verdict> more) {
    List<Verdict> all = new ArrayList<>(checks);
    all.addAll(more);
    return new RunJson(run, stamp, asOf, intake, all, times);
  }

  /**
   * Writes it into a generation whose tables are complete.
   *
   * @param record what the run took until now
   */
  void published(Generation generation, Map<String, Long> rowsByTable, RunRecord record)
      throws IOException {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("parts_read", record.partsRead());
    more.put("parts_reused", record.partsReused());
    more.put("resources", record.resources());
    write(generation.folder(), "published", generation.number(), rowsByTable, more);
  }

  /**
   * Writes it for a run that did not pass its checks.
   *
   * @param former where the archives of the last run lay, by archive: some may be missed now
   */
  void rejected(Path folder, Map<String, String> former) throws IOException {
    Map<String, String> paths = archives();
    checks.stream()
        .filter(check -> QualityGate.isLoss(check.measure()) && check.input_id() != null)
        .map(Verdict::input_id)
        .filter(former::containsKey)
        .forEach(archive -> paths.putIfAbsent(archive, former.get(archive)));
    write(folder, "rejected", 0, Map.of(), Map.of(ARCHIVES, paths));
  }

  private void write(
      Path folder,
      String status,
      long generation,
      Map<String, Long> rowsByTable,
      Map<String, Object> more)
      throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", status);
    content.put("run_id", stamp.run_id());
    content.put("generation", generation);
    content.put("as_of", asOf.toString());
    content.put("code_version", Version.CODE);
    content.put("metric_version", stamp.metric_version());
    content.put("key_id", stamp.key_id());
    content.put("request_key", run.key());
    content.put("given", given());
    content.put(ARCHIVES, archives());
    content.put(CONTENTS, run.contents());
    content.put("inputs", inputs());
    content.put("flags", intake.flagged());
    content.put("checks", checks);
    content.put("rows", rowsByTable);
    content.put("milliseconds", times.inOrder());
    content.putAll(more);
    content.put("config", json.readTree(run.configJson()));
    Files.write(folder.resolve(FILE), json.writeValueAsBytes(content));
  }

  private List<String> given() {
    return run.request().archives().stream()
        .map(path -> path.toAbsolutePath().normalize().toString())
        .toList();
  }

  private Map<String, String> archives() {
    Map<String, String> paths = new TreeMap<>();
    for (NamedPart named : run.parts()) {
      ArchivePart part = named.part();
      paths.put(part.archive_id(), part.root());
      if (part.input_id() != null) {
        paths.put(part.input_id(), part.root());
      }
    }
    paths.putAll(ArchivePlaces.of(run.parts()));
    return paths;
  }

  /** What was counted in each input, by its id; several passes over one add up. */
  private Map<String, Input> inputs() {
    Map<String, Input> inputs = new TreeMap<>();
    for (InputCount count : intake.counts()) {
      Input one =
          new Input(
              count.archive_id(),
              count.format(),
              count.seen_n(),
              count.parsed_n(),
              count.quarantined_n(),
              Bytes.of(count));
      inputs.merge(count.input_id(), one, Input::plus);
    }
    return inputs;
  }

  /**
   * The bytes of an input that is read in ranges: {@code parsed_n + rejected_n = file_n}, as is
   * checked before anything is published.
   */
  private record Bytes(long parsed_n, long rejected_n, long file_n) {

    static Bytes of(InputCount count) {
      long rejected = count.rejected_bytes_n();
      return count.span_start() < 0
          ? null
          : new Bytes(count.bytes_n() - rejected, rejected, count.file_bytes_n());
    }

    static Bytes sum(Bytes one, Bytes other) {
      return one == null || other == null
          ? null
          : new Bytes(one.parsed_n + other.parsed_n, one.rejected_n + other.rejected_n, one.file_n);
    }
  }

  /** The counts of an input; the bytes only where they are known to tile a file. */
  private record Input(
      String archive_id,
      String format,
      long seen_n,
      long parsed_n,
      long quarantined_n,
      @JsonInclude(JsonInclude.Include.NON_NULL) Bytes bytes) {

    Input plus(Input other) {
      return new Input(
          archive_id,
          format,
          seen_n + other.seen_n,
          parsed_n + other.parsed_n,
          quarantined_n + other.quarantined_n,
          Bytes.sum(bytes, other.bytes));
    }
  }
}
