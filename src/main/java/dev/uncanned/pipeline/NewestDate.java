package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds the newest date of the archives that can be believed: a mail that claims to be of the year
 * 2090 must not move the day up to which a run looks.
 *
 * <p>Dates behind a gap of more than two years are not believed if fewer than one message in a
 * hundred has such a date, unless an archive was exported after them.
 */
final class NewestDate {

  /** Clocks of senders may be ahead by so much. */
  static final Duration SLACK = Duration.ofDays(2);

  static final int MONTHS_A_YEAR = 12;
  static final int GAP_MONTHS = 24;
  static final double FEW = 0.01;
  private static final String MONTH = "month";
  private static final String N = "n";

  private NewestDate() {}

  /**
   * The newest date that is believed.
   *
   * @param last the newest date of a message; null if none is dated
   * @param exported when the newest export was made; null if that is unknown
   * @return null if nothing is dated
   */
  static Instant of(Dataset<Parsed> parsed, Instant last, Instant exported) {
    if (last == null || exported != null && !last.isAfter(exported.plus(SLACK))) {
      return later(last, exported);
    }
    Column sent = functions.col(Parsed.MESSAGE).getField(RawMessage.SENT_AT);
    Column month = month(sent);
    NavigableMap<Integer, Long> months = new TreeMap<>();
    for (Row row :
        parsed
            .where(sent.isNotNull())
            .groupBy(month.as(MONTH))
            .agg(functions.count(functions.lit(1)).as(N))
            .collectAsList()) {
      months.put(row.getInt(0), row.getLong(1));
    }
    int newest = newestMonth(months);
    if (newest == months.lastKey()) {
      return later(last, exported);
    }
    Row believed =
        parsed
            .where(sent.isNotNull().and(month.leq(functions.lit(newest))))
            .agg(functions.max(sent), new Column[0])
            .head();
    return later(believed.getTimestamp(0).toInstant(), exported);
  }

  /** The month of a date, counted from the year 0. */
  static Column month(Column sent) {
    return functions
        .year(sent)
        .multiply(functions.lit(MONTHS_A_YEAR))
        .plus(functions.month(sent).minus(functions.lit(1)));
  }

  /**
   * The newest month that is believed.
   *
   * @param months messages by month, counted from the year 0; not empty
   */
  static int newestMonth(NavigableMap<Integer, Long> months) {
    return believedEnd(months.descendingMap());
  }

  /**
   * The first month that is believed of those behind which the others lie.
   *
   * @param months messages by month, from one end of the time to the other; not empty
   */
  static int believedEnd(SortedMap<Integer, Long> months) {
    long all = months.values().stream().mapToLong(Long::longValue).sum();
    int believed = months.firstKey();
    long outside = 0;
    Iterator<Map.Entry<Integer, Long>> inwards = months.entrySet().iterator();
    Map.Entry<Integer, Long> outer = inwards.next();
    while (inwards.hasNext()) {
      outside += outer.getValue();
      if (outside >= FEW * all) {
        break;
      }
      Map.Entry<Integer, Long> inner = inwards.next();
      if (Math.abs(outer.getKey() - inner.getKey()) > GAP_MONTHS) {
        believed = inner.getKey();
      }
      outer = inner;
    }
    return believed;
  }

  private static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
