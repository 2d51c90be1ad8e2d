package dev.uncanned.pipeline;

import dev.uncanned.archive.NamedPart;
import dev.uncanned.message.Erasure;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.message.RosterEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request that has been checked: everything is read that can be wrong before any work is done.
 *
 * @param key hash of all that decides the results
 * @param roster the team, without those who are to be forgotten
 * @param erasures the requests to be forgotten that the run obeys
 * @param erasure the people whom these cover
 * @param oldest messages sent before are left out; null for no limit
 * @param contents hash of all that an archive holds, by archive
 * @param stamps what the files of the archives looked like before anything was read of them
 * @param configJson the configuration in force, canonical, for run.json
 */
record PreparedRun(
    RunRequest request,
    PipelineConfig config,
    String configJson,
    List<RosterEntry> roster,
    Pseudonyms pseudonyms,
    Erasures erasures,
    Erasure erasure,
    Instant oldest,
    List<NamedPart> parts,
    Map<String, String> contents,
    InputStamps stamps,
    String key) {

  private static final int RUN_ID_DIGITS = 12;

  /** The same with other settings. */
  PreparedRun with(PipelineConfig other) {
    return new PreparedRun(
        request,
        other,
        configJson,
        roster,
        pseudonyms,
        erasures,
        erasure,
        oldest,
        parts,
        contents,
        stamps,
        key);
  }

  /** Size of the archives. */
  long bytes() {
    return parts.stream().mapToLong(named -> named.part().bytes()).sum();
  }

  /** Name of the run, from what was asked: the same request has the same name. */
  String runId() {
    return "r" + key.substring(0, RUN_ID_DIGITS);
  }
}
