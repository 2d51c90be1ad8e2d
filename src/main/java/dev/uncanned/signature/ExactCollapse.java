package dev.uncanned.signature;

import it.unimi.dsi.fastutil.objects.Object2ObjectLinkedOpenHashMap;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Joins the messages that carry the same masked text into one row each.
 *
 * <p>Most of a mass send is the same text over and over, so this runs before texts travel between
 * tasks: {@link #within} shrinks one partition in bounded memory and may leave a text in several
 * rows, {@link #merge} joins the rows of one text. Texts are the same if their fingerprints are.
 */
public final class ExactCollapse {

  /** Distinct texts held at a time: about 100 MB of texts of 100 words in the worst case. */
  private static final int HELD_TEXTS = 65_536;

  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long NANOS_PER_MICRO = 1_000L;

  private ExactCollapse() {}

  /** Rows for the texts of one partition: at least one per text, fewer than messages. */
  public static Iterator<DistinctText> within(Iterator<TextOccurrence> occurrences) {
    return within(occurrences, HELD_TEXTS);
  }

  static Iterator<DistinctText> within(Iterator<TextOccurrence> occurrences, int heldTexts) {
    return new Batches(occurrences, heldTexts);
  }

  /**
   * The row of a text from two of its rows; associative and commutative.
   *
   * @throws IllegalArgumentException if the fingerprints differ
   */
  public static DistinctText merge(DistinctText one, DistinctText other) {
    if (!one.fingerprint().equals(other.fingerprint())) {
      throw new IllegalArgumentException("rows of two texts cannot be merged");
    }
    return new DistinctText(
        one.fingerprint(),
        one.masked(),
        Math.min(one.first_seen(), other.first_seen()),
        one.copies_n() + other.copies_n());
  }

  /**
   * The one row of a text.
   *
   * @param rows all rows of the text, at least one
   */
  public static DistinctText mergeAll(Iterator<DistinctText> rows) {
    DistinctText merged = rows.next();
    while (rows.hasNext()) {
      merged = merge(merged, rows.next());
    }
    return merged;
  }

  /** Microseconds since 1970, {@code Long.MAX_VALUE} for null; clamped 290,000 years from now. */
  static long micros(Instant instant) {
    if (instant == null) {
      return Long.MAX_VALUE;
    }
    long limit = Long.MAX_VALUE / MICROS_PER_SECOND - 1;
    long seconds = Math.max(-limit, Math.min(limit, instant.getEpochSecond()));
    return seconds * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
  }

  /** Earliest time and number of copies of a text while its messages are read. */
  private static final class Tally {
    private final String masked;
    private long firstSeen;
    private long copies;

    private Tally(String masked, long firstSeen) {
      this.masked = masked;
      this.firstSeen = firstSeen;
    }
  }

  private static final class Batches implements Iterator<DistinctText> {
    private final Iterator<TextOccurrence> occurrences;
    private final int heldTexts;
    private final Object2ObjectLinkedOpenHashMap<String, Tally> held =
        new Object2ObjectLinkedOpenHashMap<>();
    private Iterator<Object2ObjectLinkedOpenHashMap.Entry<String, Tally>> ready =
        Collections.emptyIterator();

    private Batches(Iterator<TextOccurrence> occurrences, int heldTexts) {
      this.occurrences = occurrences;
      this.heldTexts = heldTexts;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext()) {
        fill();
      }
      return ready.hasNext();
    }

    @Override
    public DistinctText next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Object2ObjectLinkedOpenHashMap.Entry<String, Tally> entry = ready.next();
      Tally tally = entry.getValue();
      return new DistinctText(entry.getKey(), tally.masked, tally.firstSeen, tally.copies);
    }

    private void fill() {
      held.clear();
      while (held.size() < heldTexts && occurrences.hasNext()) {
        TextOccurrence occurrence = occurrences.next();
        long sent = micros(occurrence.sent_at());
        Tally tally = held.get(occurrence.fingerprint());
        if (tally == null) {
          tally = new Tally(occurrence.masked(), sent);
          held.put(occurrence.fingerprint(), tally);
        }
        tally.firstSeen = Math.min(tally.firstSeen, sent);
        tally.copies++;
      }
      ready = held.object2ObjectEntrySet().iterator();
    }
  }
}
