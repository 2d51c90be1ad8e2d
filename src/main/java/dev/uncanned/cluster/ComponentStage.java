package dev.uncanned.cluster;

import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Describes the components as clusters: the chaining guard and the medoids, component by component.
 *
 * <p>A component must fit one task: about 1 kB per text.
 */
public final class ComponentStage {

  private final ClusterKernel kernel;

  public ComponentStage(SignatureConfig signature, ClusterConfig config) {
    this.kernel = new ClusterKernel(signature, config, 1);
  }

  /** One row per text, in no particular order. */
  public Dataset<ClusteredText> apply(Dataset<ComponentText> texts) {
    ClusterKernel engine = kernel;
    return texts
        .groupByKey((MapFunction<ComponentText, String>) ComponentText::oldest, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ComponentText, ClusteredText>)
                (oldest, members) ->
                    engine.describe(
                        new Streamed<>(members, (member, out) -> out.accept(member.text()))),
            Records.encoder(ClusteredText.class));
  }
}
