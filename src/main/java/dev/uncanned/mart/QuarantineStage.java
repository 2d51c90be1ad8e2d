package dev.uncanned.mart;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.Rejected;
import dev.uncanned.table.Records;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Lays out the records that could not be read, with their bytes, for the restricted folder. */
public final class QuarantineStage {

  private static final String UNKNOWN = "other";
  private static final int ID_DIGITS = 16;

  private final RunStamp stamp;
  private final TreeMap<String, String> formats;
  private final String parserVersion;

  /**
   * @param formats format of each input, by its id
   * @param parserVersion version of the program
   */
  public QuarantineStage(RunStamp stamp, Map<String, String> formats, String parserVersion) {
    this.stamp = stamp;
    this.formats = new TreeMap<>(formats);
    this.parserVersion = parserVersion;
  }

  /** One row for each rejected record. */
  public Dataset<QuarantineRow> apply(Dataset<Rejected> rejected) {
    Rows rows = new Rows(stamp, formats, parserVersion);
    return rejected.map(
        (MapFunction<Rejected, QuarantineRow>) rows::of, Records.encoder(QuarantineRow.class));
  }

  /** What the rows need besides their records. */
  private record Rows(RunStamp run, TreeMap<String, String> formats, String version)
      implements Serializable {

    QuarantineRow of(Rejected record) {
      return new QuarantineRow(
          QuarantineStage.id(record),
          record.input_id(),
          record.entry(),
          record.source_row(),
          record.byte_start() < 0 ? null : record.byte_start(),
          record.byte_end() < 0 ? null : record.byte_end(),
          Label.of(record.reason()),
          record.detail(),
          formats.getOrDefault(record.input_id(), UNKNOWN),
          version,
          record.raw_sha256(),
          record.raw_sample(),
          run.run_id(),
          run.metric_version(),
          run.key_id());
    }
  }

  /** The name of a rejected record: its place, whatever the reason. */
  public static String id(Rejected record) {
    return ContentHash.of(
            record.input_id(),
            record.entry(),
            Long.toString(record.source_row()),
            Long.toString(record.byte_start()))
        .substring(0, ID_DIGITS);
  }
}
