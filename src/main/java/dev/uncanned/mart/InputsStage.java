package dev.uncanned.mart;

import dev.uncanned.archive.InputCount;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.Iterator;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Adds up what was found in each input. */
public final class InputsStage {

  private final RunStamp stamp;

  public InputsStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /**
   * One row for each input.
   *
   * @param counts what the passes over the inputs saw; parts of one input add up
   * @param documents the messages that are left once copies are joined: what was read, is in scope
   *     and is not among them is a duplicate
   */
  public Dataset<InputRow> apply(Dataset<InputCount> counts, Dataset<TextDocument> documents) {
    RunStamp run = stamp;
    Dataset<InputTally> kept =
        messages(documents)
            .map(
                (MapFunction<KeptMessages, InputTally>) InputTally::ofKept,
                Records.encoder(InputTally.class));
    return counts
        .filter((FilterFunction<InputCount>) count -> count != null)
        .map(
            (MapFunction<InputCount, InputTally>) InputTally::ofCount,
            Records.encoder(InputTally.class))
        .union(kept)
        .groupByKey((MapFunction<InputTally, String>) InputTally::input_id, Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, InputTally, InputRow>) (id, all) -> row(all, run),
            Records.encoder(InputRow.class));
  }

  private static Dataset<KeptMessages> messages(Dataset<TextDocument> documents) {
    Column header = functions.col(TextDocument.HEADER);
    Column input = header.getField(KeptMessages.INPUT_ID).as(KeptMessages.INPUT_ID);
    Column archive = header.getField(KeptMessages.ARCHIVE_ID).as(KeptMessages.ARCHIVE_ID);
    return documents
        .groupBy(input, archive)
        .agg(functions.count(functions.lit(1)).as(KeptMessages.KEPT_N))
        .as(Records.encoder(KeptMessages.class));
  }

  private static InputRow row(Iterator<InputTally> tallies, RunStamp run) {
    InputTally sum = tallies.next();
    while (tallies.hasNext()) {
      sum = sum.plus(tallies.next());
    }
    return new InputRow(
        sum.input_id(),
        sum.archive_id(),
        sum.format(),
        sum.seen_n(),
        sum.parsed_n(),
        sum.quarantined_n(),
        sum.parsed_n() - sum.out_of_scope_n() - sum.kept_n(),
        sum.out_of_scope_n(),
        sum.bytes_n(),
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }
}
