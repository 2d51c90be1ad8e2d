package dev.uncanned.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run is asked to do.
 *
 * @param archives files and folders to read
 * @param out output folder
 * @param roster CSV of the team, or null
 * @param asOf day up to which to look, or null for the newest day in the input
 * @param only the one day of {@code sender_daily} that is worked out again, the same as {@code
 *     asOf}; null to work out everything
 * @param config the user's configuration file, or null
 * @param keyFile file of the pseudonym key, or null for the usual one
 * @param until last stage to run; {@link Until#REPORT} publishes
 * @param master Spark master, or null for this machine
 * @param badFiles inputs that may be unreadable as a whole, or null for what the configuration says
 * @param salvage whether to read ZIPs that are cut off up to the cut
 * @param acceptShrink whether archives may have lost messages since the last run, or be missing
 * @param force whether to run although nothing has changed
 * @param rebuild whether to take nothing over from earlier runs but which of them brought which
 *     text
 * @param lockWait seconds to wait for another run that is writing to the output folder
 */
public record RunRequest(
    List<Path> archives,
    Path out,
    Path roster,
    LocalDate asOf,
    LocalDate only,
    Path config,
    Path keyFile,
    Until until,
    String master,
    Long badFiles,
    boolean salvage,
    boolean acceptShrink,
    boolean force,
    boolean rebuild,
    int lockWait) {

  /** The same request with another output folder. */
  RunRequest into(Path folder) {
    return new RunRequest(
        archives,
        folder,
        roster,
        asOf,
        only,
        config,
        keyFile,
        until,
        master,
        badFiles,
        salvage,
        acceptShrink,
        force,
        rebuild,
        0);
  }

  /** Where a run may stop. */
  public enum Until {
    INGEST,
    CLUSTER,
    SCORE,
    REPORT
  }
}
