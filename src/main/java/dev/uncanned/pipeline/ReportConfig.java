package dev.uncanned.pipeline;

/**
 * What the report shows.
 *
 * @param names whether people of the roster appear by name or by pseudonym
 */
public record ReportConfig(Names names) {

  public ReportConfig {
    if (names == null) {
      throw new IllegalArgumentException("report.names is missing; it is roster or pseudonym");
    }
  }

  /** How the team appears. */
  public enum Names {
    ROSTER,
    PSEUDONYM
  }
}
