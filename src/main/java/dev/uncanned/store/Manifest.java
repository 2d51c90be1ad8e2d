package dev.uncanned.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The immutable file whose creation publishes a generation: what was asked, and every file of the
 * answer with its hash.
 *
 * <p>Lists that the writer does not know are empty; a manifest of layout 1.0 has none but {@code
 * files}.
 *
 * @param format_version layout of the output folder, major.minor
 * @param generation number of the generation, from 1
 * @param parent_generation the generation before it, 0 for none
 * @param rollback_of the generation whose tables and state it names again, or null
 * @param run_id name of the run, from the request
 * @param run_folder name of the folder below {@code runs/} that holds the files
 * @param request_key hash of all that decides the results: inputs, roster, configuration, as-of
 *     day, code; the same key means the same answer
 * @param as_of day up to which the run looks, ISO 8601
 * @param code_version version of the program
 * @param metric_version version of the metric definitions
 * @param key_id which pseudonym key was used; never the key
 * @param config_digest hash of the configuration in force, or null
 * @param inputs what was counted in each archive
 * @param checks what the checks of the input gave
 * @param tables rows and content of each table
 * @param files every published file, its path relative to the run folder
 * @param state every file of the state between nights, its path relative to {@code state/}
 * @param sha256 hash of the manifest file with this value as 64 zeros; null before it is written
 */
@JsonPropertyOrder({
  "format_version",
  "generation",
  "parent_generation",
  "rollback_of",
  "run_id",
  "run_folder",
  "request_key",
  "as_of",
  "code_version",
  "metric_version",
  "key_id",
  "config_digest",
  "inputs",
  "checks",
  "tables",
  "files",
  "state",
  "sha256"
})
public record Manifest(
    String format_version,
    long generation,
    long parent_generation,
    Long rollback_of,
    String run_id,
    String run_folder,
    String request_key,
    String as_of,
    String code_version,
    String metric_version,
    String key_id,
    String config_digest,
    List<CountedInput> inputs,
    List<Check> checks,
    List<PublishedTable> tables,
    List<PublishedFile> files,
    List<PublishedFile> state,
    String sha256) {

  public Manifest {
    if (run_folder == null && run_id != null) {
      run_folder = Numbered.name(generation) + "-" + run_id;
    }
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
    checks = checks == null ? List.of() : List.copyOf(checks);
    tables = tables == null ? List.of() : List.copyOf(tables);
    files = files == null ? List.of() : List.copyOf(files);
    state = state == null ? List.of() : List.copyOf(state);
  }

  /**
   * What was asked, as far as the manifest keeps it.
   *
   * @param config_digest hash of the configuration in force, or null
   */
  public record Request(
      String request_key,
      String as_of,
      String code_version,
      String metric_version,
      String key_id,
      String config_digest) {}

  /** The manifest of a new generation with its files. */
  public static Manifest of(Generation generation, Request request, List<PublishedFile> files) {
    return new Manifest(
        Store.FORMAT_VERSION,
        generation.number(),
        generation.parent(),
        null,
        generation.runId(),
        generation.folder().getFileName().toString(),
        request.request_key(),
        request.as_of(),
        request.code_version(),
        request.metric_version(),
        request.key_id(),
        request.config_digest(),
        List.of(),
        List.of(),
        List.of(),
        files,
        List.of(),
        null);
  }

  /** The same with what was counted. */
  public Manifest counted(
      List<CountedInput> inputs, List<Check> checks, List<PublishedTable> tables) {
    return with(inputs, checks, tables, state);
  }

  /** The same with the live files of the state: those kept from earlier nights and the new ones. */
  public Manifest withState(List<PublishedFile> live) {
    return with(inputs, checks, tables, live);
  }

  private Manifest with(
      List<CountedInput> inputs,
      List<Check> checks,
      List<PublishedTable> tables,
      List<PublishedFile> state) {
    return new Manifest(
        format_version,
        generation,
        parent_generation,
        rollback_of,
        run_id,
        run_folder,
        request_key,
        as_of,
        code_version,
        metric_version,
        key_id,
        config_digest,
        inputs,
        checks,
        tables,
        files,
        state,
        null);
  }

  /** A later generation that names the files and the state of this one again. */
  Manifest again(long number, long parent) {
    return new Manifest(
        Store.FORMAT_VERSION,
        number,
        parent,
        generation,
        run_id,
        run_folder,
        request_key,
        as_of,
        code_version,
        metric_version,
        key_id,
        config_digest,
        inputs,
        checks,
        tables,
        files,
        state,
        null);
  }

  /**
   * One published file.
   *
   * @param path with {@code /}
   * @param bytes size
   * @param sha256 hash, 64 hex digits
   * @param rows rows in the footer of a Parquet file, null for other files
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PublishedFile(String path, long bytes, String sha256, Long rows) {

    static PublishedFile of(String path, long bytes, String sha256) {
      return new PublishedFile(path, bytes, sha256, null);
    }

    /** The same with the number of its rows. */
    public PublishedFile withRows(long n) {
      return new PublishedFile(path, bytes, sha256, n);
    }
  }

  /**
   * One published table.
   *
   * @param path folder relative to the run folder
   * @param rows rows of all files
   * @param schema fingerprint of names and types of the columns
   * @param digest order-free hash of all rows: two tables with the same rows have the same one,
   *     however the rows are spread over files
   */
  public record PublishedTable(String path, long rows, String schema, String digest) {}

  /**
   * What was counted in the files of one archive that have one format: {@code seen_n = parsed_n +
   * quarantined_n}.
   */
  public record CountedInput(
      String archive_id, String format, long seen_n, long parsed_n, long quarantined_n) {

    /** The sum of two, with the names of this one. */
    public CountedInput plus(CountedInput other) {
      return new CountedInput(
          archive_id,
          format,
          seen_n + other.seen_n,
          parsed_n + other.parsed_n,
          quarantined_n + other.quarantined_n);
    }
  }

  /**
   * What a check of the input gave.
   *
   * @param input_id the input it is about; null for the whole run
   * @param allowed the limit in force: a share, or a number where {@code of} is 0
   */
  public record Check(
      String measure, String input_id, long n, long of, double allowed, String outcome) {}
}
