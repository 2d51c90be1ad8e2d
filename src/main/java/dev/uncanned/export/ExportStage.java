package dev.uncanned.export;

import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterLineageRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.Rollup;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.table.Records;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** Makes the tables of an export of what may be told, and of the published tables of groups. */
public final class ExportStage {

  private static final String LEFT = "left_outer";
  private static final String SEMI = "left_semi";
  private static final String FROM_TOLD = "from_told";
  private static final String TO_TOLD = "to_told";
  private static final String CAMPAIGN_TOLD = "campaign_told";

  private final GroupRekeying groups;

  /**
   * @param secret the pseudonym key
   * @param label the release, as for {@link RekeyingStage}
   */
  public ExportStage(ExportConfig config, byte[] secret, String label) {
    this.groups = new GroupRekeying(new FreshIds(secret, label), new SmallCounts(config.k()));
  }

  /** The published tables of groups. */
  public record Source(
      Dataset<ClusterRow> clusters,
      Dataset<SlotRow> slots,
      Dataset<CampaignRow> campaigns,
      Dataset<ClusterLineageRow> lineage,
      Dataset<SenderSummaryRow> senders) {}

  /**
   * The exported tables.
   *
   * @param people whom the pairs of the messages protect, for the check of what was written
   */
  public record Exported(
      Dataset<ExportedMessage> messages,
      Dataset<ExportedCluster> clusters,
      Dataset<ExportedCampaign> campaigns,
      Dataset<ExportedLineage> lineage,
      Dataset<ExportedSender> senders,
      Dataset<CoveredPerson> people) {}

  /**
   * The tables; a group is in them if a told message names it.
   *
   * @param numbered the deliveries under new ids
   * @param told what may be told of them
   */
  public Exported apply(
      Dataset<NumberedMessage> numbered, Dataset<ToldMessage> told, Source source) {
    return new Exported(
        messages(numbered, told),
        clusters(source, told),
        campaigns(source, told),
        lineage(source, told),
        senders(source, told),
        Records.project(numbered, CoveredPerson.class).distinct());
  }

  private static Dataset<ExportedMessage> messages(
      Dataset<NumberedMessage> numbered, Dataset<ToldMessage> told) {
    Set<String> withheld = Set.of(Records.names(ToldMessage.class));
    Column message = numbered.col(NumberedMessage.MESSAGE);
    Column[] columns =
        Arrays.stream(Records.names(ExportedMessage.class))
            .map(
                name ->
                    (withheld.contains(name) ? told.col(name) : message.getField(name)).as(name))
            .toArray(Column[]::new);
    return numbered
        .join(told, numbered.col(NumberedMessage.NUMBER).equalTo(told.col(NumberedMessage.NUMBER)))
        .select(columns)
        .as(Records.encoder(ExportedMessage.class));
  }

  private Dataset<ExportedCluster> clusters(Source source, Dataset<ToldMessage> told) {
    GroupRekeying rekeying = groups;
    Dataset<ClusterRow> clusters = source.clusters();
    Dataset<SlotKinds> kinds =
        source
            .slots()
            .groupBy(functions.col(SlotKinds.CLUSTER_ID))
            .as(Encoders.STRING(), Records.encoder(SlotRow.class))
            .mapGroups(
                (MapGroupsFunction<String, SlotRow, SlotKinds>) SlotKinds::of,
                Records.encoder(SlotKinds.class));
    return clusters
        .joinWith(
            kinds,
            clusters.col(ClusterRow.CLUSTER_ID).equalTo(kinds.col(SlotKinds.CLUSTER_ID)),
            LEFT)
        .map(
            (MapFunction<Tuple2<ClusterRow, SlotKinds>, ExportedCluster>)
                row -> rekeying.cluster(row._1(), row._2()),
            Records.encoder(ExportedCluster.class))
        .join(named(told, ExportedCluster.CLUSTER_ID), using(ExportedCluster.CLUSTER_ID), SEMI)
        .as(Records.encoder(ExportedCluster.class));
  }

  private Dataset<ExportedCampaign> campaigns(Source source, Dataset<ToldMessage> told) {
    GroupRekeying rekeying = groups;
    return source
        .campaigns()
        .map(
            (MapFunction<CampaignRow, ExportedCampaign>) rekeying::campaign,
            Records.encoder(ExportedCampaign.class))
        .join(named(told, ExportedCampaign.CAMPAIGN_ID), using(ExportedCampaign.CAMPAIGN_ID), SEMI)
        .as(Records.encoder(ExportedCampaign.class));
  }

  private Dataset<ExportedSender> senders(Source source, Dataset<ToldMessage> told) {
    GroupRekeying rekeying = groups;
    String[] key = {ExportedSender.SENDER_ID, ExportedSender.DIRECTION};
    return source
        .senders()
        .where(
            functions
                .col(SenderSummaryRow.CHANNEL)
                .equalTo(Rollup.ALL)
                .and(functions.col(SenderSummaryRow.RELATIONSHIP).equalTo(Rollup.ALL)))
        .map(
            (MapFunction<SenderSummaryRow, ExportedSender>) rekeying::sender,
            Records.encoder(ExportedSender.class))
        .join(told.select(key[0], key[1]).distinct(), key, SEMI)
        .as(Records.encoder(ExportedSender.class));
  }

  private Dataset<ExportedLineage> lineage(Source source, Dataset<ToldMessage> told) {
    GroupRekeying rekeying = groups;
    Column from = functions.col(ExportedLineage.FROM_ID);
    Column to = functions.col(ExportedLineage.TO_ID);
    Column campaign = functions.col(ExportedLineage.CAMPAIGN_ID);
    Dataset<Row> rows =
        source
            .lineage()
            .groupBy(campaign)
            .as(Encoders.STRING(), Records.encoder(ClusterLineageRow.class))
            .flatMapGroups(
                (FlatMapGroupsFunction<String, ClusterLineageRow, ExportedLineage>)
                    rekeying::lineage,
                Records.encoder(ExportedLineage.class))
            .join(
                as(told, ExportedMessage.CLUSTER_ID, FROM_TOLD),
                from.equalTo(functions.col(FROM_TOLD)),
                LEFT)
            .join(
                as(told, ExportedMessage.CLUSTER_ID, TO_TOLD),
                to.equalTo(functions.col(TO_TOLD)),
                LEFT)
            .join(
                as(told, ExportedMessage.CAMPAIGN_ID, CAMPAIGN_TOLD),
                campaign.equalTo(functions.col(CAMPAIGN_TOLD)),
                LEFT)
            .where(
                from.isNull()
                    .or(functions.col(FROM_TOLD).isNotNull())
                    .and(to.isNull().or(functions.col(TO_TOLD).isNotNull())));
    return Records.project(
        rows,
        ExportedLineage.class,
        Map.of(ExportedLineage.CAMPAIGN_ID, functions.col(CAMPAIGN_TOLD)));
  }

  private static Dataset<Row> named(Dataset<ToldMessage> told, String id) {
    return told.select(id).distinct();
  }

  private static Dataset<Row> as(Dataset<ToldMessage> told, String id, String name) {
    Column column = functions.col(id);
    return told.where(column.isNotNull()).select(column.as(name)).distinct();
  }

  private static String[] using(String column) {
    return new String[] {column};
  }
}
