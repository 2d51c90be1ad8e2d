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
 * <p>Only the phrases of each campaign and the uses of templates of several senders travel to the
 * one task that compares them; its answers, of shared campaigns only, are sent to all.
 */
public final class CrossSenderStage {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String SENDERS = "senders";

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
    Dataset<TemplateUse> uses = uses(members);
    Dataset<Row> sends =
        campaigns
            .select(
                Records.whole(campaigns).as(ComparedSend.CAMPAIGN),
                nothing(TemplateUse.class).as(ComparedSend.USE))
            .union(
                uses.select(
                    nothing(SenderCampaign.class).as(ComparedSend.CAMPAIGN),
                    Records.whole(uses).as(ComparedSend.USE)));
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

  /** Uses of templates of several senders; each sender has told of a template once. */
  private static Dataset<TemplateUse> uses(Dataset<SenderMember> members) {
    Column told = functions.col(SenderMember.TEMPLATE_MESSAGES_N).isNotNull();
    Dataset<TemplateUse> uses = Records.project(members.where(told), TemplateUse.class);
    Dataset<Row> shared =
        uses.groupBy(TemplateUse.CLUSTER_ID)
            .agg(functions.count(functions.lit(1)).as(SENDERS))
            .where(functions.col(SENDERS).gt(1))
            .select(TemplateUse.CLUSTER_ID);
    return uses.join(shared, new String[] {TemplateUse.CLUSTER_ID}, "left_semi")
        .as(Records.encoder(TemplateUse.class));
  }

  private static Column isLong() {
    return functions.col(SenderMember.WORDS_N).geq(CrossSenderCampaigns.LEAST_WORDS);
  }

  private static Column member(String column) {
    return functions.col(SenderMember.MEMBER).getField(column);
  }
}
