package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.FixExample;
import dev.uncanned.mart.FixExamplesStage;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.mart.ScoreFact;
import dev.uncanned.report.SideUse;
import dev.uncanned.report.TextUse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Asks the published tables what the report shows of templates, campaigns and single messages. */
final class ReportQueries {

  /** Messages that must have opened a contact, or the text is part of a conversation. */
  private static final int OPENINGS = 2;

  private static final String OPENED = "opened";
  private static final String READERS = "readers";
  private static final String DELIVERIES = "deliveries";
  private static final String DESCRIBED = "described";
  private static final String MESSAGES = "messages";
  private static final String SENDERS = "senders";
  private static final String REPLIES = "replies";
  private static final String ELIGIBLE = "eligible";
  private static final String EARLIEST = "earliest";
  private static final String LATEST = "latest";
  private static final String LEFT = "left_alone";
  private static final String YOUNG = "young";
  private static final String UNSURE = "unsure";

  /** Follow-ups behind what may be an answer that may be the third and the fourth in a row. */
  private static final int UNSURE_FROM = 2;

  private static final Column OURS =
      functions.not(functions.col(MessageScoreRow.DIRECTION).equalTo(Label.of(Direction.INBOUND)));

  private static final Column WRITTEN =
      functions
          .col(MessageRow.KIND)
          .isin(Label.of(MessageKind.MESSAGE), Label.of(MessageKind.GROUP));

  private final PublishedTables tables;

  ReportQueries(PublishedTables tables) {
    this.tables = tables;
  }

  /** First messages of ours by personal level, for each of the given templates. */
  Map<String, List<Long>> levels(List<ClusterRow> templates) {
    Column level = functions.col(MessageScoreRow.PERSONAL_LEVEL);
    Dataset<Row> first =
        deliveries()
            .where(functions.col(MessageRow.FIRST_TOUCH).and(WRITTEN))
            .select(MessageRow.MESSAGE_ID, MessageRow.RECIPIENT_ID);
    Map<String, List<Long>> levels = new TreeMap<>();
    for (Row row :
        scores(templates)
            .where(OURS.and(level.isNotNull()))
            .join(first, keyNames(), "left_semi")
            .groupBy(functions.col(ClusterRow.CLUSTER_ID), level)
            .count()
            .collectAsList()) {
      levels
          .computeIfAbsent(row.getString(0), id -> new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L)))
          .set(row.getByte(1), row.getLong(2));
    }
    return levels;
  }

  /** A few messages for each thing to fix and team. */
  List<FixExample> examples() {
    return new FixExamplesStage()
        .apply(tables.read(MessageScoreRow.class), tables.read(MessageRow.class))
        .collectAsList();
  }

  /**
   * Pairs of sender and recipient of whom it is not known whether a fourth message in a row went
   * without an answer: its time is not over, or one before it may have been answered at the same
   * instant.
   */
  long undecidedContacts() {
    Column replied = functions.col(MessageScoreRow.REPLIED);
    Column run = functions.col(MessageScoreRow.UNANSWERED_RUN);
    Column fourth = run.equalTo(ScoreFact.FOURTH);
    Column unsure =
        run.isNull()
            .and(WRITTEN)
            .and(functions.coalesce(replied, functions.lit(false)).equalTo(false));
    Column followsUp =
        functions.not(functions.col(MessageRow.IS_REPLY).or(functions.col(MessageRow.FIRST_TOUCH)));
    Column undecided =
        functions.col(YOUNG).gt(0).or(functions.col(UNSURE).geq(functions.lit(UNSURE_FROM)));
    return tables
        .read(MessageScoreRow.class)
        .where(functions.col(MessageScoreRow.DIRECTION).equalTo(Label.of(Direction.OUTBOUND)))
        .select(
            functions.col(MessageRow.MESSAGE_ID),
            functions.col(MessageRow.RECIPIENT_ID),
            functions.col(MessageScoreRow.SENDER_ID),
            run,
            replied)
        .join(deliveries().where(followsUp), keyNames())
        .groupBy(functions.col(MessageScoreRow.SENDER_ID), functions.col(MessageRow.RECIPIENT_ID))
        .agg(
            count(fourth.and(functions.not(replied))).as(LEFT),
            count(fourth.and(replied.isNull())).as(YOUNG),
            count(unsure).as(UNSURE))
        .where(functions.col(LEFT).equalTo(0).and(undecided))
        .count();
  }

  private static Column count(Column which) {
    return functions.count(functions.when(which, functions.lit(1)));
  }

  /**
   * The largest templates of campaigns.
   *
   * @param ids the ids of the templates, by campaign; texts that no other resembles have no row
   */
  Map<String, ClusterRow> largestTemplates(Map<String, String> ids) {
    Map<String, ClusterRow> templates = new TreeMap<>();
    for (ClusterRow row :
        tables
            .read(ClusterRow.class)
            .where(functions.col(ClusterRow.CLUSTER_ID).isin(ids.values().toArray()))
            .collectAsList()) {
      templates.put(row.cluster_id(), row);
    }
    Map<String, ClusterRow> largest = new TreeMap<>();
    ids.forEach(
        (campaign, template) -> {
          if (templates.containsKey(template)) {
            largest.put(campaign, templates.get(template));
          }
        });
    return largest;
  }

  /**
   * Of each campaign of ours among the given ones, the template that reached most recipients; where
   * no two of its texts are alike, the text that did.
   */
  Map<String, String> largestIds(List<CampaignRow> campaigns) {
    Object[] wanted = campaigns.stream().map(CampaignRow::campaign_id).toArray();
    Column campaign = functions.col(MessageScoreRow.CAMPAIGN_ID);
    Column template = functions.col(ClusterRow.CLUSTER_ID);
    Column readers = functions.countDistinct(functions.col(MessageRow.RECIPIENT_ID)).as(READERS);
    // A single mail to a group may have more readers than any template, but it is none.
    Dataset<Row> described =
        tables.read(ClusterRow.class).select(template, functions.lit(true).as(DESCRIBED));
    Map<String, String> ids = new TreeMap<>();
    for (Row row :
        tables
            .read(MessageScoreRow.class)
            .where(OURS.and(campaign.isin(wanted)).and(template.isNotNull()))
            .groupBy(campaign, template)
            .agg(readers)
            .join(described, new String[] {ClusterRow.CLUSTER_ID}, "left_outer")
            .orderBy(
                functions.col(DESCRIBED).desc_nulls_last(), functions.col(READERS).desc(), template)
            .select(campaign, template)
            .collectAsList()) {
      ids.putIfAbsent(row.getString(0), row.getString(1));
    }
    return ids;
  }

  /** What our side sent of the given templates, by template. */
  Map<String, SideUse> ownUses(List<ClusterRow> templates) {
    return uses(templates, OURS);
  }

  private Map<String, SideUse> uses(List<ClusterRow> templates, Column side) {
    Map<String, SideUse> uses = new TreeMap<>();
    if (templates.isEmpty()) {
      return uses;
    }
    Dataset<Row> scores = scores(templates).where(side);
    Dataset<Row> deliveries = deliveries();
    Column message = scores.col(MessageRow.MESSAGE_ID);
    Column reader = scores.col(MessageRow.RECIPIENT_ID);
    Column at = functions.col(MessageRow.SENT_AT);
    Column replied = functions.col(MessageScoreRow.REPLIED);
    Column first = functions.col(MessageRow.FIRST_TOUCH).and(WRITTEN).and(reader.isNotNull());
    // Null-safe: a message to nobody known is one of the template's all the same.
    for (Row row :
        scores
            .join(
                deliveries,
                message
                    .equalTo(deliveries.col(MessageRow.MESSAGE_ID))
                    .and(reader.eqNullSafe(deliveries.col(MessageRow.RECIPIENT_ID))))
            .groupBy(functions.col(ClusterRow.CLUSTER_ID))
            .agg(
                functions.countDistinct(reader).as(READERS),
                functions.countDistinct(message).as(MESSAGES),
                functions.countDistinct(functions.col(MessageScoreRow.SENDER_ID)).as(SENDERS),
                count(first.and(replied)).as(REPLIES),
                count(first.and(replied.isNotNull())).as(ELIGIBLE),
                functions.min(at).as(EARLIEST),
                functions.max(at).as(LATEST))
            .collectAsList()) {
      uses.put(row.getString(0), use(row));
    }
    return uses;
  }

  private static SideUse use(Row row) {
    return new SideUse(
        row.<Long>getAs(READERS),
        row.<Long>getAs(MESSAGES),
        row.<Long>getAs(SENDERS),
        row.<Long>getAs(REPLIES),
        row.<Long>getAs(ELIGIBLE),
        instant(row.getAs(EARLIEST)),
        instant(row.getAs(LATEST)));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** Who sent us the given templates, by template; without those that are a conversation. */
  Map<String, TextUse> inboundUses(List<ClusterRow> templates) {
    Column opens =
        functions.not(functions.coalesce(functions.col(MessageRow.IS_REPLY), functions.lit(false)));
    Column flag = functions.col(MessageScoreRow.MASS_SEND);
    List<Row> bySender =
        scores(templates)
            .where(functions.not(OURS))
            .join(deliveries(), keyNames())
            .groupBy(functions.col(ClusterRow.CLUSTER_ID), functions.col(MessageScoreRow.SENDER_ID))
            .agg(
                functions
                    .countDistinct(functions.when(opens, functions.col(MessageRow.MESSAGE_ID)))
                    .as(OPENED),
                functions.count(functions.lit(1)).as(DELIVERIES),
                functions.count(functions.when(flag, functions.lit(1))),
                functions.count(functions.when(flag.isNull(), functions.lit(1))))
            .orderBy(functions.col(DELIVERIES).desc(), functions.col(MessageScoreRow.SENDER_ID))
            .collectAsList();
    Map<String, List<Row>> byTemplate = new TreeMap<>();
    bySender.forEach(
        row -> byTemplate.computeIfAbsent(row.getString(0), id -> new ArrayList<>()).add(row));
    Map<String, SideUse> sides = uses(templates, functions.not(OURS));
    Map<String, TextUse> uses = new TreeMap<>();
    byTemplate.forEach(
        (id, rows) -> {
          if (sum(rows, 2) >= OPENINGS) {
            List<String> senders = rows.stream().map(row -> row.getString(1)).toList();
            uses.put(
                id, new TextUse(senders, sides.get(id), sum(rows, 3), sum(rows, 4), sum(rows, 5)));
          }
        });
    return uses;
  }

  private static long sum(List<Row> rows, int column) {
    return rows.stream().mapToLong(row -> row.getLong(column)).sum();
  }

  private Dataset<Row> scores(List<ClusterRow> templates) {
    Object[] ids = templates.stream().map(ClusterRow::cluster_id).toArray();
    return tables
        .read(MessageScoreRow.class)
        .where(functions.col(ClusterRow.CLUSTER_ID).isin(ids))
        .toDF();
  }

  /** What is known of deliveries to somebody, without what their scores say too. */
  private Dataset<Row> deliveries() {
    return tables
        .read(MessageRow.class)
        .select(
            functions.col(MessageRow.MESSAGE_ID),
            functions.col(MessageRow.RECIPIENT_ID),
            functions.col(MessageRow.KIND),
            functions.col(MessageRow.FIRST_TOUCH),
            functions.col(MessageRow.IS_REPLY),
            functions.col(MessageRow.SENT_AT));
  }

  private static String[] keyNames() {
    return new String[] {MessageRow.MESSAGE_ID, MessageRow.RECIPIENT_ID};
  }
}
