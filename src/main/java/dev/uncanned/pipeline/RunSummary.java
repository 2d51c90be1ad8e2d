package dev.uncanned.pipeline;

import java.util.List;
import java.util.Map;

/**
 * What became of a request to run: the content of {@code last_run.json}. It holds counts, ids and
 * durations; no text, name or address, and paths only where an error names a file of the user's.
 *
 * @param status published, unchanged, stopped, rejected (by the checks), failed or interrupted
 * @param exit_code of the process
 * @param error what was wrong, in one line; null if nothing was
 * @param run_id null if the request was not understood
 * @param request_key hash of all that decides the results; null likewise
 * @param generation that readers see now; 0 for none
 * @param as_of day up to which it looked; null if it did not come to that
 * @param started_at by the clock of the machine, ISO 8601
 * @param seconds how long it took
 * @param step the last that began
 * @param milliseconds how long each step took that ended; steps may overlap
 * @param parts_read parts of archives that were read
 * @param parts_reused parts whose rows were there from an earlier run
 * @param messages copies joined; null if nothing was published
 * @param rejected records that could not be read; null likewise
 * @param published_bytes size of tables and reports; null likewise
 * @param checks those that were made
 * @param resources null if the engine did not start
 */
public record RunSummary(
    String status,
    int exit_code,
    String error,
    String run_id,
    String request_key,
    long generation,
    String as_of,
    String code_version,
    String metric_version,
    String started_at,
    double seconds,
    String step,
    Map<String, Long> milliseconds,
    long parts_read,
    long parts_reused,
    Long messages,
    Long rejected,
    Long published_bytes,
    List<Check> checks,
    Resources resources) {

  /**
   * One check.
   *
   * @param input_id what it is about; null for the whole run
   * @param outcome pass, warn or fail
   */
  public record Check(String measure, String input_id, long n, long of, String outcome) {}
}
