package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Tells to how different people each template was sent, by the families of their titles. */
public final class AudienceStage {

  private static final String INNER = "inner";

  /** One row per template of so many messages that it may have enough recipients. */
  public Dataset<Audience> apply(Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    Column cluster = functions.col(CampaignMember.CLUSTER_ID);
    Column family = functions.col(RecipientFamily.FAMILY);
    Dataset<Row> counts =
        addressed(documents, members)
            .groupBy(cluster, functions.col(RecipientFamily.RECIPIENT_ID))
            .agg(functions.max(family).as(RecipientFamily.FAMILY))
            .groupBy(cluster, family)
            .agg(functions.count(functions.lit(1)).as(FamilyCount.RECIPIENTS_N));
    return Records.project(counts, FamilyCount.class)
        .groupBy(cluster)
        .as(Encoders.STRING(), Records.encoder(FamilyCount.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, FamilyCount, Audience>)
                (id, families) -> List.of(Audience.of(id, families)).iterator(),
            Records.encoder(Audience.class));
  }

  private static Dataset<Row> addressed(
      Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    String[] cluster = {CampaignMember.CLUSTER_ID};
    Dataset<Row> large =
        members
            .where(functions.col(CampaignMember.CLUSTER_ID).isNotNull())
            .groupBy(functions.col(CampaignMember.CLUSTER_ID))
            .agg(functions.count(functions.lit(1)).as(FamilyCount.RECIPIENTS_N))
            .where(functions.col(FamilyCount.RECIPIENTS_N).geq(Audience.MIN_RECIPIENTS))
            .drop(FamilyCount.RECIPIENTS_N);
    Dataset<Row> labels =
        members
            .join(functions.broadcast(large), cluster, INNER)
            .select(
                functions.col(CampaignMember.MESSAGE_ID), functions.col(CampaignMember.CLUSTER_ID));
    return Records.project(documents, AudienceMember.class)
        .flatMap(
            (FlatMapFunction<AudienceMember, RecipientFamily>)
                message -> message.families().iterator(),
            Records.encoder(RecipientFamily.class))
        .join(labels, new String[] {CampaignMember.MESSAGE_ID}, INNER);
  }
}
