package dev.uncanned.score;

import java.time.Instant;

/**
 * The time that one archive covers.
 *
 * @param archive_start its oldest dated message; null without any
 * @param archive_end its newest dated message; null without any
 */
public record ArchiveSpan(String archive_id, Instant archive_start, Instant archive_end) {

  public static final String ARCHIVE_ID = "archive_id";
  public static final String ARCHIVE_START = "archive_start";
  public static final String ARCHIVE_END = "archive_end";
}
