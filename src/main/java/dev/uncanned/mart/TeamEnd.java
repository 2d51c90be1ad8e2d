package dev.uncanned.mart;

import java.time.Instant;

/**
 * When the newest message in the archives of a team was sent, whoever sent it.
 *
 * @param team_id null for people in no team
 * @param newest_at null if none is dated
 */
public record TeamEnd(String team_id, Instant newest_at) {

  static final String NEWEST_AT = "newest_at";
}
