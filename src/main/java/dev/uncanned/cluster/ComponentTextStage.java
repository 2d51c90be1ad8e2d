package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Puts beside each text the component that links have put it into. */
public final class ComponentTextStage {

  /**
   * One row per text, in no particular order.
   *
   * @param stars each text linked to the oldest of its component; none for those that are alone
   */
  public Dataset<ComponentText> apply(Dataset<DistinctText> texts, Dataset<TextLink> stars) {
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
            Records.encoder(ComponentText.class));
  }
}
