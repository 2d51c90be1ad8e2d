package dev.uncanned.score;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Looks for the customised words of each message in the other messages of its sender. */
public final class CustomReuseStage {

  private final CustomReuse reuse;

  /** A stage with phrases of the configured length. */
  public CustomReuseStage(ScoreConfig config) {
    this.reuse = new CustomReuse(config);
  }

  /** One row per message with customised words. */
  public Dataset<ReusedCustom> apply(Dataset<Customised> customised) {
    CustomReuse senders = reuse;
    return Records.project(
            customised.where(
                functions
                    .col(CustomText.FRAGMENTS)
                    .isNotNull()
                    .or(functions.col(CustomText.WHOLE).isNotNull())),
            CustomText.class)
        .groupBy(functions.col(Customised.SENDER_ID))
        .as(Encoders.STRING(), Records.encoder(CustomText.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, CustomText, ReusedCustom>)
                (sender, texts) -> senders.reused(texts),
            Records.encoder(ReusedCustom.class));
  }
}
