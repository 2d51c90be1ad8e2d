package dev.uncanned.pipeline;

import dev.uncanned.export.ExportConfig;
import java.nio.file.Path;

/**
 * What is to be exported and how.
 *
 * @param out output folder of the runs
 * @param generation which one, null for the newest
 * @param to folder to make
 * @param csv whether CSV is written instead of Parquet
 * @param label the release: another one gives ids and days that meet nothing of this one
 * @param keyFile file of the pseudonym key, null for the usual one
 */
public record ExportRequest(
    Path out,
    Long generation,
    Path to,
    boolean csv,
    ExportConfig config,
    String label,
    Path keyFile) {

  /**
   * A request whose numbers are in their ranges.
   *
   * @throws UserException if one is not
   */
  public static ExportConfig config(int k, int jitterDays) {
    try {
      return new ExportConfig(k, jitterDays);
    } catch (IllegalArgumentException range) {
      throw new UserException(ExitCode.USAGE, range.getMessage());
    }
  }

  /**
   * @throws UserException if the label is blank
   */
  public ExportRequest {
    if (label.isBlank()) {
      throw new UserException(ExitCode.USAGE, "--label is blank; name the release by it");
    }
  }
}
