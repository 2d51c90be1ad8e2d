package dev.uncanned.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What a user asks a sweep to do; the archives are read as by a run, nothing is published.
 *
 * @param roster CSV of the team, or null
 * @param asOf day up to which to look, or null for the newest day in the input
 * @param config the user's configuration file, or null
 * @param keyFile file of the pseudonym key, or null for the usual one
 * @param work folder for what is kept between points, made and deleted again, or null for a new one
 *     beside the results; it holds the texts of the messages
 * @param results folder in which results are written
 * @param grid the values to try
 * @param deliveries whether each delivery is wanted, to be compared with labels
 */
public record SweepRequest(
    List<Path> archives,
    Path roster,
    LocalDate asOf,
    Path config,
    Path keyFile,
    Path work,
    Path results,
    SweepGrid grid,
    boolean deliveries) {

  public SweepRequest {
    archives = List.copyOf(archives);
  }

  /** The same question as a run asks it. */
  RunRequest asRun() {
    return new RunRequest(
        archives,
        null,
        roster,
        asOf,
        null,
        config,
        keyFile,
        RunRequest.Until.SCORE,
        null,
        null,
        false,
        false,
        false,
        false,
        0);
  }
}
