package dev.uncanned.pipeline;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Counts and hashes the rows of a table while they are written, whatever their order.
 *
 * <p>The digest is the sum of the 64-bit hashes of all rows: rows that are moved, split over other
 * files or written by other threads give the same one; a row more, less or changed another one.
 * Made to find mistakes, not forgeries.
 */
final class RowDigest {

  private static final String ROWS = "rows";
  private static final String DIGEST = "digest";
  private static final int DIGITS = 20;

  private RowDigest() {}

  /** What was seen of a table. */
  record Found(long rows, String digest) {}

  /** The same rows, observed when they are written. */
  static Dataset<Row> observed(Dataset<Row> rows, Observation observation) {
    String[] names = rows.columns();
    Column[] parts = new Column[2 * names.length];
    for (int i = 0; i < names.length; i++) {
      // The hash of null is that of nothing, so each value has its place before it.
      parts[2 * i] = functions.lit(i);
      parts[2 * i + 1] = functions.col(names[i]);
    }
    Column hash = functions.xxhash64(parts).cast(DataTypes.createDecimalType(DIGITS, 0));
    return rows.observe(
        observation,
        functions.count(functions.lit(1)).as(ROWS),
        functions.sum(hash).cast(DataTypes.StringType).as(DIGEST));
  }

  /** What was seen; waits until the rows are written. */
  static Found of(Observation observation) {
    Map<String, Object> seen;
    try {
      seen = observation.getAsJava();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a table was written", stopped);
    }
    Object digest = seen.get(DIGEST);
    return new Found((Long) seen.get(ROWS), digest == null ? "0" : digest.toString());
  }
}
