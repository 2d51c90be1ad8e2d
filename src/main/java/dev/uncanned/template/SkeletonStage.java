package dev.uncanned.template;

import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.entity.EntityConfig;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * One template for each cluster of two and more messages, with what may be published of it.
 *
 * <p>A task never holds more texts of a cluster than its sample has. Of the people who got a text
 * only hashes travel, to be counted.
 */
public final class SkeletonStage {

  private final TemplateAligner aligner;

  public SkeletonStage(TemplateConfig config, EntityConfig entities) {
    this.aligner = new TemplateAligner(config, entities.enabled() ? entities.fills() : 0);
  }

  /**
   * The templates, in no particular order.
   *
   * @param sampled read twice, so it should be a written table
   * @param documents all messages, of which only the recipients are read
   */
  public Dataset<Template> apply(
      Dataset<DistinctText> texts,
      Dataset<ClusteredText> sampled,
      Dataset<TextDocument> documents) {
    // Local copies: what Spark ships must not drag the stage along.
    TemplateAligner templates = aligner;
    String[] fingerprint = {MemberText.FINGERPRINT};
    Column masked = functions.col(MemberText.MASKED);
    Dataset<Row> members =
        sampled
            .join(texts.select(functions.col(MemberText.FINGERPRINT), masked), fingerprint)
            .join(readers(documents, sampled), fingerprint, "left_outer");
    return Records.project(members, MemberText.class)
        .groupBy(functions.col(MemberText.CLUSTER_ID))
        .as(Encoders.STRING(), Records.encoder(MemberText.class))
        .mapGroups(
            (MapGroupsFunction<String, MemberText, Template>)
                (cluster, rows) -> templates.align(cluster, list(rows)).template(),
            Records.encoder(Template.class));
  }

  private static Dataset<Row> readers(
      Dataset<TextDocument> documents, Dataset<ClusteredText> sampled) {
    Column fingerprint = functions.col(ReaderColumns.FINGERPRINT);
    Column reader = functions.explode(functions.col(ReaderColumns.RECIPIENT_IDS));
    return Records.project(documents, ReaderColumns.class)
        .join(sampled.select(fingerprint), new String[] {MemberText.FINGERPRINT}, "left_semi")
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
