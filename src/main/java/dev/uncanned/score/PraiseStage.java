package dev.uncanned.score;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** Looks for hollow and for specific praise, text by text. */
public final class PraiseStage {

  private final Praise praise = new Praise();

  /** One row per message that may be scored and whose language has a list of praise. */
  public Dataset<PraiseCount> apply(Dataset<TextDocument> documents) {
    Praise finder = praise;
    return Records.project(documents, PraisedText.class)
        .where(functions.col(PraisedText.ELIGIBLE))
        .map(
            (MapFunction<PraisedText, PraiseCount>) text -> PraiseCount.of(text, finder),
            Records.encoder(PraiseCount.class))
        .filter((FilterFunction<PraiseCount>) PraiseCount::isKnown);
  }
}
