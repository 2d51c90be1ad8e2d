package dev.uncanned.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which generations are kept: the newest, one for each of the last months, and those that a reader
 * may still be reading.
 *
 * @param newest how many of the newest are kept, at least 1
 * @param months for how many months the newest generation of the month is kept; a generation
 *     belongs to the month of its as-of day, so that no clock decides
 * @param grace how long every generation is kept after it was published
 */
public record Retention(int newest, int months, Duration grace) {

  /** 7 newest, 12 months, 72 hours. */
  public static final Retention USUAL = new Retention(7, 12, Duration.ofHours(72));

  private static final int MONTH_LENGTH = "2026-11".length();

  public Retention {
    if (newest < 1 || months < 0 || grace.isNegative()) {
      throw new IllegalArgumentException("at least one generation is kept");
    }
  }

  /** A generation with the time at which its manifest was made. */
  record Dated(long generation, String asOf, Instant published) {}

  /**
   * The numbers of those that are kept. A generation from the future, as a clock that went back
   * leaves it, is young.
   *
   * @param oldestFirst all generations
   */
  Set<Long> kept(List<Dated> oldestFirst, Instant now) {
    Set<Long> kept = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      Dated one = oldestFirst.get(i);
      boolean young = one.published().plus(grace).isAfter(now);
      String month = one.asOf() == null ? "" : one.asOf();
      month = month.substring(0, Math.min(MONTH_LENGTH, month.length()));
      boolean lastOfMonth = seen.size() < months && seen.add(month);
      if (oldestFirst.size() - i <= newest || young || lastOfMonth) {
        kept.add(one.generation());
      }
    }
    return kept;
  }
}
