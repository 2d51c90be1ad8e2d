package dev.uncanned.message;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which dates of messages are believed; messages with others count as undated.
 *
 * @param latest the latest date of a message
 * @param earliest the earliest by archive, for archives in which not all are believed
 */
public record BelievedDates(Instant latest, Map<String, Instant> earliest) implements Serializable {

  public BelievedDates {
    earliest = new TreeMap<>(earliest);
  }

  /** Whether an archive may be right about a date; it is where it gives none. */
  boolean believes(String archive, Instant at) {
    if (at == null) {
      return true;
    }
    Instant from = earliest.get(archive);
    return !at.isAfter(latest) && (from == null || !at.isBefore(from));
  }
}
