package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.MessageScoreRow;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What the published scores say in sum, counted in one pass over them.
 *
 * @param massSends deliveries that are mass sends, either direction
 * @param nullReasons outbound deliveries without scores, by reason
 */
record Findings(long massSends, Map<String, Long> nullReasons) {

  static Findings of(PublishedTables tables) {
    Column flag = functions.col(MessageScoreRow.MASS_SEND);
    long massSends = 0;
    Map<String, Long> reasons = new TreeMap<>();
    for (Row row :
        tables
            .read(MessageScoreRow.class)
            .groupBy(
                functions.col(MessageScoreRow.DIRECTION),
                functions.col(MessageScoreRow.NULL_REASON))
            .agg(functions.count(functions.lit(1)), functions.count(functions.when(flag, true)))
            .collectAsList()) {
      massSends += row.getLong(3);
      if (Label.of(Direction.OUTBOUND).equals(row.getString(0)) && !row.isNullAt(1)) {
        reasons.put(row.getString(1), row.getLong(2));
      }
    }
    return new Findings(massSends, reasons);
  }
}
