package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import scala.Tuple2;

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

  /**
   * One row per text, in no particular order.
   *
   * @param stars each text linked to the oldest of its component; none for those that are alone
   */
  public Dataset<ClusteredText> apply(Dataset<DistinctText> texts, Dataset<TextLink> stars) {
    ClusterKernel engine = kernel;
    Dataset<KeyedText> keyed =
        texts.map(
            (MapFunction<DistinctText, KeyedText>) KeyedText::of, Records.encoder(KeyedText.class));
    return keyed
        .joinWith(
            stars,
            keyed
                .col(KeyedText.HIGH)
                .equalTo(stars.col(TextLink.TEXT_HIGH))
                .and(keyed.col(KeyedText.LOW).equalTo(stars.col(TextLink.TEXT_LOW))),
            "left")
        .map(
            (MapFunction<Tuple2<KeyedText, TextLink>, ComponentText>)
                pair -> ComponentText.of(pair._1(), pair._2()),
            Records.packedEncoder(ComponentText.class))
        .groupByKey((MapFunction<ComponentText, String>) ComponentText::oldest, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ComponentText, ClusteredText>)
                (oldest, members) ->
                    engine.describe(
                        new Streamed<>(members, (member, out) -> out.accept(member.text()))),
            Records.encoder(ClusteredText.class));
  }
}
