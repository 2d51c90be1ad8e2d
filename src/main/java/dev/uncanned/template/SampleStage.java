package dev.uncanned.template;

import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Draws the texts of each cluster that its template is made of. */
public final class SampleStage {

  private final MemberSample sample;

  public SampleStage(TemplateConfig config) {
    this.sample = new MemberSample(config);
  }

  /** The drawn texts; none of clusters with too few messages for a template. */
  public Dataset<ClusteredText> apply(Dataset<ClusteredText> clustered) {
    MemberSample picker = sample;
    return clustered
        .groupByKey(
            (MapFunction<ClusteredText, String>) ClusteredText::cluster_id, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ClusteredText, ClusteredText>)
                (cluster, rows) -> picker.pick(rows),
            Records.encoder(ClusteredText.class));
  }
}
