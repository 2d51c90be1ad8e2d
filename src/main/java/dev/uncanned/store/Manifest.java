package dev.uncanned.store;

import java.util.List;

/**
 * The immutable file whose creation publishes a generation: what was asked, and every file of the
 * answer with its hash.
 *
 * @param format_version layout of the output folder, major.minor
 * @param generation number of the generation, from 1
 * @param parent_generation the generation before it, 0 for none
 * @param run_id name of the run, from the request
 * @param request_key hash of all that decides the results: inputs, roster, configuration, as-of
 *     day, code; the same key means the same answer
 * @param as_of day up to which the run looks, ISO 8601
 * @param code_version version of the program
 * @param metric_version version of the metric definitions
 * @param key_id which pseudonym key was used; never the key
 * @param files every published file
 */
public record Manifest(
    String format_version,
    long generation,
    long parent_generation,
    String run_id,
    String request_key,
    String as_of,
    String code_version,
    String metric_version,
    String key_id,
    List<PublishedFile> files) {

  public Manifest {
    files = List.copyOf(files);
  }

  /**
   * One published file.
   *
   * @param path relative to the run folder, with {@code /}
   * @param bytes size
   * @param sha256 hash, 64 hex digits
   */
  public record PublishedFile(String path, long bytes, String sha256) {}
}
