package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Puts side by side what others say of each message; no text travels. */
public final class LabelStage {

  private static final String LEFT = "left_outer";

  /** Templates of fewer texts show too little of what stands where. */
  private static final int LEAST_TEXTS = 5;

  /** One row per message. */
  public Dataset<TextLabels> apply(
      Dataset<CampaignMember> members,
      Dataset<Customised> customised,
      Dataset<Template> templates) {
    Dataset<JudgedWords> judged = Records.project(customised, JudgedWords.class);
    Dataset<Row> words =
        customised.select(
            functions.col(Touch.MESSAGE_ID),
            functions.col(PersonalText.SPANS),
            Records.whole(judged).as(TextLabels.CUSTOMISED));
    String[] cluster = {CampaignMember.CLUSTER_ID};
    return Records.project(
        members
            .join(contexts(templates), cluster, LEFT)
            .join(words, new String[] {Touch.MESSAGE_ID}, LEFT),
        TextLabels.class);
  }

  private static Dataset<ClusterContexts> contexts(Dataset<Template> templates) {
    return templates
        .filter((FilterFunction<Template>) template -> template.sampled_n() >= LEAST_TEXTS)
        .map(
            (MapFunction<Template, ClusterContexts>) ClusterContexts::of,
            Records.encoder(ClusterContexts.class));
  }
}
