package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds the oldest dates of archives that can be believed: one mail that claims to be of 1998 must
 * not make it seem that a mailbox of two months knows who had never written before.
 *
 * <p>The rule is that of {@link NewestDate}, but for each archive alone: a small old export beside
 * a large new mailbox is right about its dates.
 */
final class OldestDates {

  private static final String MONTH = "month";
  private static final String N = "n";
  private static final String MONTHS = "months";
  private static final String ALL = "all";

  private OldestDates() {}

  /**
   * The oldest believed date by archive, for archives that have older ones.
   *
   * @param first the oldest date of a message; null if none is dated
   * @param last the newest one
   */
  static Map<String, Instant> of(Dataset<Parsed> parsed, Instant first, Instant last) {
    Map<String, Instant> oldest = new TreeMap<>();
    if (first == null || !hasGap(first, last)) {
      return oldest;
    }
    for (Row archive : spread(parsed).collectAsList()) {
      NavigableMap<Integer, Long> months = new TreeMap<>();
      for (Row month : archive.<Row>getList(archive.fieldIndex(MONTHS))) {
        months.put(month.getInt(0), month.getLong(1));
      }
      int believed = NewestDate.believedEnd(months);
      if (believed != months.firstKey()) {
        oldest.put(
            archive.getString(archive.fieldIndex(RawMessage.ARCHIVE_ID)), beginning(believed));
      }
    }
    return oldest;
  }

  private static boolean hasGap(Instant first, Instant last) {
    long months =
        ChronoUnit.MONTHS.between(first.atOffset(ZoneOffset.UTC), last.atOffset(ZoneOffset.UTC));
    return months >= NewestDate.GAP_MONTHS;
  }

  /** The archives that are large enough and reach far enough for the rule, with their months. */
  private static Dataset<Row> spread(Dataset<Parsed> parsed) {
    Column sent = functions.col(Parsed.MESSAGE).getField(RawMessage.SENT_AT);
    Column months = functions.collect_list(functions.struct(MONTH, N));
    Column reach = functions.max(functions.col(MONTH)).minus(functions.min(functions.col(MONTH)));
    String far = "far";
    return parsed
        .where(sent.isNotNull())
        .groupBy(archive().as(RawMessage.ARCHIVE_ID), NewestDate.month(sent).as(MONTH))
        .agg(functions.count(functions.lit(1)).as(N))
        .groupBy(RawMessage.ARCHIVE_ID)
        .agg(months.as(MONTHS), functions.sum(N).as(ALL), reach.as(far))
        .where(
            functions
                .col(far)
                .gt(NewestDate.GAP_MONTHS)
                .and(functions.col(ALL).gt(1 / NewestDate.FEW)));
  }

  private static Column archive() {
    return functions.col(Parsed.MESSAGE).getField(RawMessage.ARCHIVE_ID);
  }

  private static Instant beginning(int month) {
    int year = Math.floorDiv(month, NewestDate.MONTHS_A_YEAR);
    int ofYear = Math.floorMod(month, NewestDate.MONTHS_A_YEAR) + 1;
    return LocalDate.of(year, ofYear, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Whether a message has a date before those that its archive is believed. */
  static Column isBefore(Map<String, Instant> oldest, Column sent) {
    Column before = functions.lit(false);
    for (Map.Entry<String, Instant> one : oldest.entrySet()) {
      Column here = archive().equalTo(one.getKey());
      before = before.or(here.and(sent.lt(functions.lit(one.getValue()))));
    }
    return before;
  }
}
