package dev.uncanned.cluster;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Keeps the proposed pairs whose exact similarity reaches the threshold. */
public final class VerifiedLinkStage {

  private final ClusterConfig config;

  public VerifiedLinkStage(ClusterConfig config) {
    this.config = config;
  }

  /** The pairs that are similar, in no particular order. */
  public Dataset<TextLink> apply(Dataset<TextLink> candidates, Dataset<TextShingles> shingles) {
    double threshold = config.threshold();
    Dataset<HalfLink> halves =
        candidates
            .joinWith(
                shingles,
                same(
                    candidates.col(TextLink.TEXT_HIGH),
                    candidates.col(TextLink.TEXT_LOW),
                    shingles))
            .map(
                (MapFunction<Tuple2<TextLink, TextShingles>, HalfLink>)
                    pair -> new HalfLink(pair._1(), pair._2().shingles()),
                Records.encoder(HalfLink.class));
    Column link = halves.col(HalfLink.LINK);
    return halves
        .joinWith(
            shingles,
            same(link.getField(TextLink.OTHER_HIGH), link.getField(TextLink.OTHER_LOW), shingles))
        .filter(
            (FilterFunction<Tuple2<HalfLink, TextShingles>>)
                pair -> Jaccard.atLeast(pair._1().shingles(), pair._2().shingles(), threshold))
        .map(
            (MapFunction<Tuple2<HalfLink, TextShingles>, TextLink>) pair -> pair._1().link(),
            Records.encoder(TextLink.class));
  }

  private static Column same(Column high, Column low, Dataset<TextShingles> shingles) {
    return high.equalTo(shingles.col(TextShingles.HIGH))
        .and(low.equalTo(shingles.col(TextShingles.LOW)));
  }
}
