package dev.uncanned.mart;

import dev.uncanned.cluster.ClusterAlias;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.score.Audience;
import dev.uncanned.score.LinkedSend;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** Describes each template of two and more messages. */
public final class ClustersStage {

  private static final String LEFT = "left_outer";
  private static final String ENTROPY = "entropy";
  private static final String DOMAIN = "domain";
  private static final String DOMAINS = "domains";
  private static final String RECIPIENT = "recipient";

  private final ClusterDescription description;

  /**
   * A stage for one run.
   *
   * @param aliases clusters of earlier runs that have become part of others
   */
  public ClustersStage(RunStamp stamp, List<ClusterAlias> aliases) {
    this.description = new ClusterDescription(stamp, new ClusterParents(aliases));
  }

  /**
   * One row for each template; templates that were not aligned have no skeleton.
   *
   * @param links of the messages that have any
   */
  public Dataset<ClusterRow> apply(
      Dataset<MessageScore> scores,
      Dataset<ClusteredText> texts,
      Dataset<Template> templates,
      Dataset<Audience> audiences,
      Dataset<LinkedSend> links) {
    ClusterDescription rows = description;
    Dataset<TemplateUse> uses = uses(scores);
    Dataset<ClusterFact> facts = facts(texts);
    Dataset<MeasuredUse> measured =
        uses.joinWith(facts, uses.col(TemplateUse.ID).equalTo(facts.col(ClusterFact.CLUSTER_ID)))
            .map(
                (MapFunction<Tuple2<TemplateUse, ClusterFact>, MeasuredUse>)
                    pair -> new MeasuredUse(pair._1(), pair._2()),
                Records.encoder(MeasuredUse.class));
    Dataset<ClusterRow> described =
        measured
            .joinWith(
                templates,
                measured
                    .col(MeasuredUse.USE)
                    .getField(TemplateUse.ID)
                    .equalTo(templates.col(Template.CLUSTER_ID)),
                "left")
            .map(
                (MapFunction<Tuple2<MeasuredUse, Template>, ClusterRow>)
                    row -> rows.row(row._1().use(), row._1().fact(), row._2()),
                Records.encoder(ClusterRow.class));
    Dataset<Row> entropies =
        audiences.select(
            functions.col(Audience.CLUSTER_ID),
            functions.col(Audience.AUDIENCE_ENTROPY).as(ENTROPY));
    String[] cluster = {ClusterRow.CLUSTER_ID};
    return Records.project(
        described.join(entropies, cluster, LEFT).join(domains(links), cluster, LEFT),
        ClusterRow.class,
        Map.of(
            ClusterRow.AUDIENCE_ENTROPY,
            functions.col(ENTROPY),
            ClusterRow.LINK_DOMAINS,
            functions.when(
                functions.col(ClusterRow.RECIPIENTS_N).geq(ClusterDescription.PUBLIC_FROM),
                functions.coalesce(
                    functions.col(DOMAINS), functions.array().cast("array<string>")))));
  }

  /** The domains that enough recipients of a template were led to. */
  private static Dataset<Row> domains(Dataset<LinkedSend> links) {
    Column cluster = functions.col(LinkedSend.CLUSTER_ID);
    return links
        .select(
            cluster,
            functions.col(LinkedSend.LINK_DOMAINS),
            functions.explode(functions.col(LinkedSend.RECIPIENT_IDS)).as(RECIPIENT))
        .select(
            cluster,
            functions.col(RECIPIENT),
            functions.explode(functions.col(LinkedSend.LINK_DOMAINS)).as(DOMAIN))
        .groupBy(cluster, functions.col(DOMAIN))
        .agg(functions.countDistinct(functions.col(RECIPIENT)).as(RECIPIENT))
        .where(functions.col(RECIPIENT).geq(ClusterDescription.PUBLIC_FROM))
        .groupBy(cluster)
        .agg(functions.array_sort(functions.collect_list(functions.col(DOMAIN))).as(DOMAINS));
  }

  private static Dataset<TemplateUse> uses(Dataset<MessageScore> scores) {
    Column cluster = functions.col(UseFact.CLUSTER_ID);
    return Records.project(scores, UseFact.class)
        .where(cluster.isNotNull())
        .groupBy(cluster)
        .as(Encoders.STRING(), Records.encoder(UseFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, UseFact, TemplateUse>) UseTally::of,
            Records.encoder(TemplateUse.class));
  }

  private static Dataset<ClusterFact> facts(Dataset<ClusteredText> texts) {
    return texts
        .groupBy(functions.col(ClusterFact.CLUSTER_ID))
        .as(Encoders.STRING(), Records.encoder(ClusteredText.class))
        .mapGroups(
            (MapGroupsFunction<String, ClusteredText, ClusterFact>) ClustersStage::fact,
            Records.encoder(ClusterFact.class));
  }

  private static ClusterFact fact(String clusterId, Iterator<ClusteredText> texts) {
    ClusteredText first = texts.next();
    int n = 1;
    double toMedoid = first.jaccard_medoid();
    float toOldest = first.jaccard_oldest();
    while (texts.hasNext()) {
      ClusteredText text = texts.next();
      toMedoid += text.jaccard_medoid();
      toOldest = Math.min(toOldest, text.jaccard_oldest());
      n++;
    }
    return new ClusterFact(
        clusterId,
        n,
        first.stability(),
        (float) (toMedoid / n),
        toOldest,
        first.edge_density(),
        first.bridge_share());
  }
}
