package dev.uncanned.export;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterLineageRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.table.Records;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** Makes the tables of an export out of the published ones. */
public final class ExportStage {

  private static final String LEFT = "left_outer";
  private static final String SEMI = "left_semi";
  private static final String ALL = "all";
  private static final String RANK = "rank";
  private static final String FROM_TOLD = "from_told";
  private static final String TO_TOLD = "to_told";
  private static final String CAMPAIGN_TOLD = "campaign_told";

  private final int k;
  private final MessageRekeying messages;
  private final GroupRekeying groups;
  private final Generalisation generalisation;

  /**
   * @param secret the pseudonym key
   * @param label the release: another one gives other ids and other days
   */
  public ExportStage(ExportConfig config, byte[] secret, String label) {
    FreshIds ids = new FreshIds(secret, label);
    this.k = config.k();
    this.messages = new MessageRekeying(ids, new DayShift(ids, config.jitter_days()));
    this.groups = new GroupRekeying(ids, new SmallCounts(k));
    this.generalisation = new Generalisation(k);
  }

  /** The published tables that are read. */
  public record Source(
      Dataset<MessageRow> messages,
      Dataset<MessageScoreRow> scores,
      Dataset<ClusterRow> clusters,
      Dataset<SlotRow> slots,
      Dataset<CampaignRow> campaigns,
      Dataset<ClusterLineageRow> lineage,
      Dataset<SenderSummaryRow> senders) {}

  /**
   * The exported tables. All others are made from the messages, so these are worth keeping.
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

  /** The tables of the export; nothing is worked out yet. */
  public Exported apply(Source source) {
    Dataset<FreshMessage> fresh = fresh(source);
    Dataset<ExportedMessage> told = withoutRareGroups(generalised(fresh));
    Dataset<ExportedCluster> clusters = clusters(source, told);
    Dataset<ExportedCampaign> campaigns = campaigns(source, told);
    return new Exported(
        told,
        clusters,
        campaigns,
        lineage(source, told),
        senders(source, told),
        Records.project(fresh, CoveredPerson.class).distinct());
  }

  private Dataset<FreshMessage> fresh(Source source) {
    MessageRekeying rekeying = messages;
    Dataset<MessageRow> sent = source.messages();
    Dataset<MessageScoreRow> scores = source.scores();
    Dataset<ThreadAccount> accounts = accounts(sent);
    Dataset<Tuple2<MessageRow, MessageScoreRow>> scored =
        sent.joinWith(
            scores,
            sent.col(MessageRow.MESSAGE_ID)
                .equalTo(scores.col(MessageRow.MESSAGE_ID))
                .and(
                    sent.col(MessageRow.RECIPIENT_ID)
                        .eqNullSafe(scores.col(MessageRow.RECIPIENT_ID))));
    return scored
        .joinWith(
            accounts,
            scored
                .col(scored.columns()[0])
                .getField(ThreadAccount.THREAD_ID)
                .equalTo(accounts.col(ThreadAccount.THREAD_ID)),
            LEFT)
        .map(
            (MapFunction<Tuple2<Tuple2<MessageRow, MessageScoreRow>, ThreadAccount>, FreshMessage>)
                row ->
                    rekeying.row(
                        row._1()._1(),
                        row._2() == null ? null : row._2().account_id(),
                        row._1()._2()),
            Records.encoder(FreshMessage.class));
  }

  /** One account for each conversation, so that all its rows are shifted alike. */
  private static Dataset<ThreadAccount> accounts(Dataset<MessageRow> sent) {
    Column account =
        functions
            .when(
                isInbound(functions.col(ExportedMessage.DIRECTION)),
                functions.col(ExportedMessage.RECIPIENT_ID))
            .otherwise(functions.col(ExportedMessage.SENDER_ID));
    Column thread = functions.col(ThreadAccount.THREAD_ID);
    return sent.where(thread.isNotNull())
        .groupBy(thread)
        .agg(functions.min(account).as(ThreadAccount.ACCOUNT_ID))
        .as(Records.encoder(ThreadAccount.class));
  }

  private static Column isInbound(Column direction) {
    return direction.equalTo(Label.of(Direction.INBOUND));
  }

  /** The rows whose combination covers enough people, with as much of it as may be told. */
  private Dataset<Row> generalised(Dataset<FreshMessage> fresh) {
    Dataset<Recoding> recodings = recodings(fresh);
    Column same = functions.lit(true);
    Map<String, Column> told = new HashMap<>();
    for (String column : Records.names(Combination.class)) {
      same = same.and(own(column).eqNullSafe(functions.col(Recoding.FROM).getField(column)));
      told.put(column, functions.col(Recoding.TO).getField(column));
    }
    told.put(
        ExportedMessage.SENT_ON,
        functions.when(
            told.get(ExportedMessage.SENT_WEEK).isNotNull(), own(ExportedMessage.SENT_ON)));
    told.putAll(accountsOf(told.get(ExportedMessage.TEAM_ID)));
    told.put(FreshMessage.PERSON, functions.col(FreshMessage.PERSON));
    Dataset<Row> joined = fresh.join(recodings, same);
    return joined.select(columns(told));
  }

  /** Where the team is withheld, so is whatever of ours would say which team it was. */
  private static Map<String, Column> accountsOf(Column team) {
    Column shown = own(ExportedMessage.TEAM_ID).isNull().or(team.isNotNull());
    Column inbound = isInbound(own(ExportedMessage.DIRECTION));
    return Map.of(
        ExportedMessage.SENDER_ID,
        functions.when(shown.or(inbound), own(ExportedMessage.SENDER_ID)),
        ExportedMessage.RECIPIENT_ID,
        functions.when(shown.or(functions.not(inbound)), own(ExportedMessage.RECIPIENT_ID)),
        ExportedMessage.ARCHIVE_ID,
        functions.when(shown, own(ExportedMessage.ARCHIVE_ID)));
  }

  private static Column own(String column) {
    return functions.col(FreshMessage.MESSAGE).getField(column);
  }

  private static Column[] columns(Map<String, Column> told) {
    Column message = functions.col(FreshMessage.MESSAGE);
    return Arrays.stream(withPerson())
        .map(name -> told.getOrDefault(name, message.getField(name)).as(name))
        .toArray(Column[]::new);
  }

  private static String[] withPerson() {
    String[] names = Records.names(ExportedMessage.class);
    String[] all = Arrays.copyOf(names, names.length + 1);
    all[names.length] = FreshMessage.PERSON;
    return all;
  }

  /** Of each combination no more than k people are looked at, so that it need not be held whole. */
  private Dataset<Recoding> recodings(Dataset<FreshMessage> fresh) {
    Generalisation rules = generalisation;
    Column[] combination =
        Arrays.stream(Records.names(Combination.class)).map(functions::col).toArray(Column[]::new);
    WindowSpec ofCombination =
        Window.partitionBy(combination)
            .orderBy(functions.col(FreshMessage.PERSON).asc_nulls_last());
    Dataset<Row> few =
        Records.project(fresh, CombinationMember.class)
            .distinct()
            .withColumn(RANK, functions.row_number().over(ofCombination))
            .where(functions.col(RANK).leq(k));
    return Records.project(few, CombinationMember.class)
        .groupBy(functions.col(ExportedMessage.DIRECTION))
        .as(Encoders.STRING(), Records.encoder(CombinationMember.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, CombinationMember, Recoding>)
                (direction, members) -> rules.recodings(members),
            Records.encoder(Recoding.class));
  }

  private Dataset<ExportedMessage> withoutRareGroups(Dataset<Row> rows) {
    Column direction = functions.col(ExportedMessage.DIRECTION);
    Column sender = functions.col(ExportedMessage.SENDER_ID);
    Column recipient = functions.col(ExportedMessage.RECIPIENT_ID);
    Column dyad = functions.col(ExportedMessage.DYAD_ID);
    Column archive = functions.col(ExportedMessage.ARCHIVE_ID);
    Column cluster = functions.col(ExportedMessage.CLUSTER_ID);
    Column campaign = functions.col(ExportedMessage.CAMPAIGN_ID);
    Column inbox = functions.when(isInbound(direction), recipient);
    Column account = functions.concat(direction, sender);
    Dataset<Row> left = guarded(rows, ExportedMessage.RECIPIENT_ID, inbox, dyad);
    left = guarded(left, ExportedMessage.SENDER_ID, account, dyad);
    left = guarded(left, ExportedMessage.ARCHIVE_ID, archive, functions.col(FreshMessage.PERSON));
    left = guarded(left, ExportedMessage.CLUSTER_ID, cluster, recipient);
    left = guarded(left, ExportedMessage.CAMPAIGN_ID, campaign, recipient);
    return Records.project(left, ExportedMessage.class);
  }

  /**
   * Takes an id away where its group has fewer than k others.
   *
   * <p>By ranks in windows, each of which reads its rows once: a join with the groups would work
   * out all that leads to them anew, and five of them one in the other 32 times.
   *
   * @param group null where the id may stay
   * @param counted what has to be of k kinds in each group
   */
  private Dataset<Row> guarded(Dataset<Row> rows, String id, Column group, Column counted) {
    // Rows without a group would all meet in one task.
    Column spread = functions.coalesce(group, functions.col(ExportedMessage.MESSAGE_ID));
    WindowSpec ordered = Window.partitionBy(spread).orderBy(counted.asc_nulls_last());
    Column rank = functions.when(counted.isNotNull(), functions.dense_rank().over(ordered));
    Column kinds = functions.max(functions.col(RANK)).over(Window.partitionBy(spread));
    Column stays = group.isNull().or(kinds.geq(k));
    return rows.withColumn(RANK, rank)
        .withColumn(id, functions.when(stays, functions.col(id)))
        .drop(RANK);
  }

  private Dataset<ExportedCluster> clusters(Source source, Dataset<ExportedMessage> told) {
    GroupRekeying rekeying = groups;
    Dataset<ClusterRow> clusters = source.clusters();
    Dataset<SlotKinds> slots =
        source
            .slots()
            .groupBy(functions.col(SlotKinds.CLUSTER_ID))
            .as(Encoders.STRING(), Records.encoder(SlotRow.class))
            .mapGroups(
                (MapGroupsFunction<String, SlotRow, SlotKinds>) SlotKinds::of,
                Records.encoder(SlotKinds.class));
    return clusters
        .joinWith(
            slots,
            clusters.col(ClusterRow.CLUSTER_ID).equalTo(slots.col(SlotKinds.CLUSTER_ID)),
            LEFT)
        .map(
            (MapFunction<Tuple2<ClusterRow, SlotKinds>, ExportedCluster>)
                row -> rekeying.cluster(row._1(), row._2()),
            Records.encoder(ExportedCluster.class))
        .join(named(told, ExportedCluster.CLUSTER_ID), using(ExportedCluster.CLUSTER_ID), SEMI)
        .as(Records.encoder(ExportedCluster.class));
  }

  private Dataset<ExportedCampaign> campaigns(Source source, Dataset<ExportedMessage> told) {
    GroupRekeying rekeying = groups;
    return source
        .campaigns()
        .map(
            (MapFunction<CampaignRow, ExportedCampaign>) rekeying::campaign,
            Records.encoder(ExportedCampaign.class))
        .join(named(told, ExportedCampaign.CAMPAIGN_ID), using(ExportedCampaign.CAMPAIGN_ID), SEMI)
        .as(Records.encoder(ExportedCampaign.class));
  }

  private Dataset<ExportedSender> senders(Source source, Dataset<ExportedMessage> told) {
    GroupRekeying rekeying = groups;
    String[] key = {ExportedSender.SENDER_ID, ExportedSender.DIRECTION};
    return source
        .senders()
        .where(
            functions
                .col(SenderSummaryRow.CHANNEL)
                .equalTo(ALL)
                .and(functions.col(SenderSummaryRow.RELATIONSHIP).equalTo(ALL)))
        .map(
            (MapFunction<SenderSummaryRow, ExportedSender>) rekeying::sender,
            Records.encoder(ExportedSender.class))
        .join(told.select(key[0], key[1]).distinct(), key, SEMI)
        .as(Records.encoder(ExportedSender.class));
  }

  private Dataset<ExportedLineage> lineage(Source source, Dataset<ExportedMessage> told) {
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

  private static Dataset<Row> named(Dataset<ExportedMessage> told, String id) {
    return told.select(id).distinct();
  }

  private static Dataset<Row> as(Dataset<ExportedMessage> told, String id, String name) {
    Column column = functions.col(id);
    return told.where(column.isNotNull()).select(column.as(name)).distinct();
  }

  private static String[] using(String column) {
    return new String[] {column};
  }
}
