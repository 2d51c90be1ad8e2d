package dev.uncanned.pipeline;

import java.nio.file.Path;

/**
 * A report to be drawn again.
 *
 * @param out output folder that holds the generation
 * @param generation its number; null for the newest
 * @param page for whom
 * @param names how the team appears; null for what the configuration says, and where that says
 *     nothing, as in the run that wrote the generation
 * @param roster file whose names are shown; null for those of the run
 * @param config the user's configuration file, or null
 * @param results folder in which files may be made while it is drawn
 */
public record ReportRequest(
    Path out,
    Long generation,
    Page page,
    ReportConfig.Names names,
    Path roster,
    Path config,
    Path results) {

  /** Who reads the page. */
  public enum Page {
    MANAGER,
    ANALYST
  }
}
