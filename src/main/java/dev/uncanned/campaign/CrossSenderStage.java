package dev.uncanned.campaign;

import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Joins the campaigns of different senders that use the same text.
 *
 * <p>Only the phrases of each campaign and the templates of several senders travel to the one task
 * that compares them; its answers, of shared campaigns only, are sent to all.
 */
public final class CrossSenderStage {

  private static final String FROM = "from";
  private static final String TO = "to";

  private final CampaignConfig config;

  /** A stage with the given limits. */
  public CrossSenderStage(CampaignConfig config) {
    this.config = config;
  }

  /** The same messages, where several senders share a campaign with its id. */
  public Dataset<CampaignMember> apply(Dataset<SenderMember> members) {
    Column campaign = member(CampaignMember.CAMPAIGN_ID);
    Column from =
        functions.coalesce(campaign, functions.when(isLong(), member(CampaignMember.CLUSTER_ID)));
    Dataset<Row> named =
        members.join(
            functions.broadcast(names(members).toDF(FROM, TO)),
            from.equalTo(functions.col(FROM)),
            "left_outer");
    return Records.project(
        named,
        CampaignMember.class,
        Map.of(CampaignMember.CAMPAIGN_ID, functions.coalesce(functions.col(TO), campaign)));
  }

  private Dataset<CampaignName> names(Dataset<SenderMember> members) {
    CampaignConfig limits = config;
    Encoder<ComparedSend> compared = Records.encoder(ComparedSend.class);
    Dataset<SenderCampaign> campaigns = campaigns(members);
    Dataset<SharedTemplate> templates = templates(members);
    Dataset<Row> sends =
        campaigns
            .select(
                Records.whole(campaigns).as(ComparedSend.CAMPAIGN),
                nothing(SharedTemplate.class).as(ComparedSend.TEMPLATE))
            .union(
                templates.select(
                    nothing(SenderCampaign.class).as(ComparedSend.CAMPAIGN),
                    Records.whole(templates).as(ComparedSend.TEMPLATE)));
    return sends
        .repartition(1)
        .as(compared)
        .mapPartitions(
            (MapPartitionsFunction<ComparedSend, CampaignName>)
                all -> CrossSenderCampaigns.names(all, limits),
            Records.encoder(CampaignName.class));
  }

  private static Column nothing(Class<? extends Record> record) {
    return functions.lit(null).cast(Records.schema(record));
  }

  private static Dataset<SenderCampaign> campaigns(Dataset<SenderMember> members) {
    return Records.project(
        members
            .where(functions.col(SenderMember.PHRASES).isNotNull())
            .where(member(CampaignMember.CAMPAIGN_ID).isNotNull()),
        SenderCampaign.class);
  }

  private static Dataset<SharedTemplate> templates(Dataset<SenderMember> members) {
    Column sender = functions.col(SenderMember.SENDER_ID);
    Column campaign = member(CampaignMember.CAMPAIGN_ID);
    Column sentAt = functions.col(SenderMember.SENT_AT);
    Column oldest =
        functions.struct(
            sentAt.isNull().as(OldestMessage.UNDATED),
            sentAt.as(OldestMessage.SENT_AT),
            member(CampaignMember.MESSAGE_ID).as(OldestMessage.MESSAGE_ID));
    return Records.project(
        members
            .where(isLong().and(member(CampaignMember.CLUSTER_ID).isNotNull()))
            .groupBy(member(CampaignMember.CLUSTER_ID).as(SharedTemplate.CLUSTER_ID))
            .agg(
                functions.count(functions.lit(1)).as(SharedTemplate.MESSAGES_N),
                functions
                    .collect_set(
                        functions.struct(
                            sender.as(SenderMember.SENDER_ID),
                            campaign.as(CampaignMember.CAMPAIGN_ID)))
                    .as(SharedTemplate.USES),
                functions
                    .min(functions.when(campaign.isNull(), oldest))
                    .as(SharedTemplate.OLDEST_ALONE))
            .where(
                functions
                    .size(
                        functions.array_distinct(
                            functions.col(SharedTemplate.USES).getField(SenderMember.SENDER_ID)))
                    .gt(1)),
        SharedTemplate.class);
  }

  private static Column isLong() {
    return functions.col(SenderMember.WORDS_N).geq(CrossSenderCampaigns.LEAST_WORDS);
  }

  private static Column member(String column) {
    return functions.col(SenderMember.MEMBER).getField(column);
  }
}
