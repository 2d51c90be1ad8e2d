package dev.uncanned.mart;

import java.time.Instant;

/** When the newest message in the archives of a team was sent; null if none is dated. */
public record TeamEnd(String team_id, Instant newest_at) {

  static final String NEWEST_AT = "newest_at";
}
