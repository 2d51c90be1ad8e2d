package dev.uncanned.export;

import java.time.LocalDate;

/**
 * One of the people whom a combination covers.
 *
 * @param person number of the person, null if nobody is known
 */
public record CombinationMember(
    String direction,
    String channel,
    String kind,
    String relationship,
    String lang,
    String team_id,
    LocalDate sent_week,
    Long person) {

  Combination combination() {
    return new Combination(direction, channel, kind, relationship, lang, team_id, sent_week);
  }
}
