package dev.uncanned.score;

import java.time.Instant;

/**
 * The time that one archive covers, alone or together with others of its owner.
 *
 * @param archive_start oldest dated message of these; null without any
 * @param archive_end newest dated message of these; null without any
 */
public record ArchiveSpan(String archive_id, Instant archive_start, Instant archive_end) {

  public static final String ARCHIVE_ID = "archive_id";
  public static final String ARCHIVE_START = "archive_start";
  public static final String ARCHIVE_END = "archive_end";
}
