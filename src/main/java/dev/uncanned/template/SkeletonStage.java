package dev.uncanned.template;

import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.entity.EntityConfig;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * One template for each cluster of two and more messages, with what may be published of it.
 *
 * <p>The sample is drawn from the small cluster rows before the texts are joined in, so a task
 * never holds more texts of a cluster than the sample has. Of the people who got a text only hashes
 * travel, to be counted.
 */
public final class SkeletonStage {

  private final MemberSample sample;
  private final TemplateAligner aligner;

  public SkeletonStage(TemplateConfig config, EntityConfig entities) {
    this.sample = new MemberSample(config);
    this.aligner = new TemplateAligner(config, entities.enabled() ? entities.fills() : 0);
  }

  /**
   * The templates, in no particular order.
   *
   * @param documents all messages, of which only the recipients are read
   */
  public Dataset<Template> apply(
      Dataset<DistinctText> texts,
      Dataset<ClusteredText> clustered,
      Dataset<TextDocument> documents) {
    // Local copies: what Spark ships must not drag the stage along.
    MemberSample picker = sample;
    TemplateAligner templates = aligner;
    Dataset<ClusteredText> sampled =
        clustered
            .groupByKey(
                (MapFunction<ClusteredText, String>) ClusteredText::cluster_id, Encoders.STRING())
            .flatMapGroups(
                (FlatMapGroupsFunction<String, ClusteredText, ClusteredText>)
                    (cluster, rows) -> picker.pick(rows),
                Records.encoder(ClusteredText.class));
    String[] fingerprint = {MemberText.FINGERPRINT};
    Column masked = functions.col(MemberText.MASKED);
    Dataset<Row> members =
        sampled
            .join(texts.select(functions.col(MemberText.FINGERPRINT), masked), fingerprint)
            .join(readers(documents), fingerprint, "left_outer");
    return Records.project(members, MemberText.class)
        .groupByKey((MapFunction<MemberText, String>) MemberText::cluster_id, Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, MemberText, Template>)
                (cluster, rows) -> templates.align(cluster, list(rows)).template(),
            Records.encoder(Template.class));
  }

  private static Dataset<Row> readers(Dataset<TextDocument> documents) {
    Column fingerprint = functions.col(ReaderColumns.FINGERPRINT);
    Column reader = functions.explode(functions.col(ReaderColumns.RECIPIENT_IDS));
    return Records.project(documents, ReaderColumns.class)
        .where(fingerprint.isNotNull())
        .select(fingerprint, reader.as(MemberText.READERS))
        .groupBy(fingerprint)
        .agg(
            functions
                .collect_set(functions.xxhash64(functions.col(MemberText.READERS)))
                .as(MemberText.READERS));
  }

  private static List<MemberText> list(Iterator<MemberText> members) {
    List<MemberText> list = new ArrayList<>();
    members.forEachRemaining(list::add);
    return list;
  }
}
