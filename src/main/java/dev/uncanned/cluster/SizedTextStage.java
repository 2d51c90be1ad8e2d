package dev.uncanned.cluster;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** Puts beside each text how large its component is. */
public final class SizedTextStage {

  /**
   * One row per text, in no particular order.
   *
   * @param stars what put the texts into their components
   */
  public Dataset<SizedText> apply(Dataset<ComponentText> texts, Dataset<TextLink> stars) {
    Dataset<ComponentSize> sizes =
        stars
            .groupBy(TextLink.OTHER_HIGH, TextLink.OTHER_LOW)
            .agg(functions.count(functions.lit(1)).as(ComponentSize.YOUNGER_N))
            .as(Records.encoder(ComponentSize.class));
    return texts
        .joinWith(
            sizes,
            texts
                .col(ComponentText.OLDEST_HIGH)
                .equalTo(sizes.col(TextLink.OTHER_HIGH))
                .and(texts.col(ComponentText.OLDEST_LOW).equalTo(sizes.col(TextLink.OTHER_LOW))),
            "left")
        .map(
            (MapFunction<Tuple2<ComponentText, ComponentSize>, SizedText>)
                pair -> new SizedText(pair._1(), pair._2() == null ? 0 : pair._2().younger_n()),
            Records.encoder(SizedText.class));
  }
}
