package dev.uncanned.message;

import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.table.Records;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Leaves out what archives hold of people who are to be forgotten, and messages that are older than
 * is kept, before they are written anywhere.
 *
 * <p>These messages count as out of scope. While anybody is to be forgotten, samples of records
 * that could not be read are left out altogether: nobody can tell whom they are of.
 */
public final class ExclusionStage {

  private final Erasure erasure;
  private final Instant oldest;

  /**
   * @param oldest messages sent before are left out; null for no limit
   */
  public ExclusionStage(Erasure erasure, Instant oldest) {
    this.erasure = erasure;
    this.oldest = oldest;
  }

  /**
   * The rows that are left.
   *
   * @param parsed as read: the rows of an input in one partition, its count behind its messages
   */
  public Dataset<Parsed> apply(Dataset<Parsed> parsed) {
    Erasure people = erasure;
    Instant limit = oldest;
    return parsed.mapPartitions(
        (MapPartitionsFunction<Parsed, Parsed>) rows -> new Rest(rows, people, limit),
        Records.encoder(Parsed.class));
  }

  /** The rows of a partition that are left. */
  static final class Rest implements Iterator<Parsed> {

    private final Iterator<Parsed> rows;
    private final Erasure erasure;
    private final Instant oldest;
    private final Map<String, Long> leftOut = new HashMap<>();
    private Parsed next;

    Rest(Iterator<Parsed> rows, Erasure erasure, Instant oldest) {
      this.rows = rows;
      this.erasure = erasure;
      this.oldest = oldest;
    }

    @Override
    public boolean hasNext() {
      while (next == null && rows.hasNext()) {
        next = rest(rows.next());
      }
      if (next == null && !leftOut.isEmpty()) {
        throw new IllegalStateException("messages came behind the count of their input");
      }
      return next != null;
    }

    @Override
    public Parsed next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Parsed row = next;
      next = null;
      return row;
    }

    private Parsed rest(Parsed row) {
      if (row.message() != null) {
        if (!isTooOld(row.message()) && !erasure.covers(row.message())) {
          return row;
        }
        leftOut.merge(row.message().input_id(), 1L, Long::sum);
        return null;
      }
      if (row.count() != null) {
        InputCount count = row.count();
        Long n = leftOut.remove(count.input_id());
        return n == null ? row : row.with(count.leaving(n));
      }
      if (row.owner() != null) {
        OwnerClaim owner = erasure.rest(row.owner());
        return owner == null ? null : row.with(owner);
      }
      return erasure.isEmpty() ? row : row.with(row.rejected().sampled(null));
    }

    private boolean isTooOld(RawMessage message) {
      return oldest != null && message.sent_at() != null && message.sent_at().isBefore(oldest);
    }
  }
}
