package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Measures each message to each recipient by its own text and by what else the two people wrote.
 *
 * <p>Texts travel at most once, to their labels; what was read in them then goes, without text,
 * pair by pair. The labels should be a written table, whose size Spark knows: a small one goes to
 * all tasks, and the texts stay where they are.
 */
public final class DeliveryStage {

  private static final String LEFT = "left_outer";

  private final TextScan scan;
  private final Correspondence correspondence;

  /**
   * A stage for one run.
   *
   * @param scan what is read in a text
   * @param correspondence what is told of the messages of two people
   */
  public DeliveryStage(TextScan scan, Correspondence correspondence) {
    this.scan = scan;
    this.correspondence = correspondence;
  }

  /**
   * One delivery per message and recipient; one with a null recipient where none is named.
   *
   * @param segments of few templates, so that they can go to all tasks
   * @param spans of all archives with a dated message
   */
  public Dataset<Delivery> apply(
      Dataset<TextDocument> documents,
      Dataset<TextLabels> labels,
      Dataset<ClusterSegments> segments,
      Dataset<ArchiveSpan> spans) {
    TextScan texts = scan;
    Correspondence pairs = correspondence;
    return texts(documents, labels, segments, spans)
        .flatMap(
            (FlatMapFunction<DeliveredText, PairLine>) texts::lines,
            Records.packedEncoder(PairLine.class))
        .groupByKey((MapFunction<PairLine, String>) PairLine::pair, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, PairLine, Delivery>)
                (pair, lines) -> pairs.deliveries(lines),
            Records.encoder(Delivery.class));
  }

  private static Dataset<DeliveredText> texts(
      Dataset<TextDocument> documents,
      Dataset<TextLabels> labels,
      Dataset<ClusterSegments> segments,
      Dataset<ArchiveSpan> spans) {
    Column header = functions.col(TextDocument.HEADER);
    Dataset<Row> texts =
        documents
            .withColumn(Touch.MESSAGE_ID, header.getField(Touch.MESSAGE_ID))
            .withColumn(ArchiveSpan.ARCHIVE_ID, header.getField(ArchiveSpan.ARCHIVE_ID));
    return Records.project(
        texts
            .join(labels, new String[] {Touch.MESSAGE_ID}, LEFT)
            .join(functions.broadcast(spans), new String[] {ArchiveSpan.ARCHIVE_ID}, LEFT)
            .join(functions.broadcast(segments), new String[] {CampaignMember.CLUSTER_ID}, LEFT),
        DeliveredText.class);
  }
}
