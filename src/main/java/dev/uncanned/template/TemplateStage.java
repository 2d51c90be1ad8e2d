package dev.uncanned.template;

import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.table.Records;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import scala.Tuple2;

/**
 * One template for each cluster of two and more messages.
 *
 * <p>The sample is drawn from the small cluster rows before the texts are joined in, so a task
 * never holds more texts of a cluster than the sample has.
 */
public final class TemplateStage {

  private final MemberSample sample;
  private final TemplateAligner aligner;

  public TemplateStage(TemplateConfig config) {
    this.sample = new MemberSample(config);
    this.aligner = new TemplateAligner(config);
  }

  public Dataset<Template> apply(Dataset<DistinctText> texts, Dataset<ClusteredText> clustered) {
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
    return sampled
        .joinWith(
            texts, sampled.col(MemberText.FINGERPRINT).equalTo(texts.col(MemberText.FINGERPRINT)))
        .map(
            (MapFunction<Tuple2<ClusteredText, DistinctText>, MemberText>) TemplateStage::member,
            Records.encoder(MemberText.class))
        .groupByKey((MapFunction<MemberText, String>) MemberText::cluster_id, Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, MemberText, Template>)
                (cluster, members) -> templates.align(cluster, list(members)).template(),
            Records.encoder(Template.class));
  }

  private static MemberText member(Tuple2<ClusteredText, DistinctText> row) {
    ClusteredText place = row._1();
    return new MemberText(
        place.cluster_id(),
        place.fingerprint(),
        row._2().masked(),
        place.copies_n(),
        place.is_medoid());
  }

  private static List<MemberText> list(Iterator<MemberText> members) {
    List<MemberText> list = new ArrayList<>();
    members.forEachRemaining(list::add);
    return list;
  }
}
