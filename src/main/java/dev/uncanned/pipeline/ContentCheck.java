package dev.uncanned.pipeline;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.pipeline.QualityGate.Verdict;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Looks at what was clustered for signs that something went wrong before. */
final class ContentCheck {

  private static final String N = "n";
  private static final String SENT_AT = "sent_at";
  private static final String SENDER_ID = "sender_id";

  private ContentCheck() {}

  /**
   * Checks how much one template holds, and the last day if that is switched on.
   *
   * @param documents all messages
   */
  static List<Verdict> judge(
      QualityConfig limits,
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      LocalDate asOf) {
    Column cluster = functions.col(CampaignMember.CLUSTER_ID);
    Row sizes =
        members
            .groupBy(cluster)
            .agg(functions.count(functions.lit(1)).as(N))
            .agg(
                functions.max(functions.when(cluster.isNotNull(), functions.col(N))),
                functions.sum(functions.col(N)))
            .head();
    long largest = sizes.isNullAt(0) ? 0 : sizes.getLong(0);
    long all = sizes.isNullAt(1) ? 0 : sizes.getLong(1);
    List<DayFigures> days =
        limits.day_mad() > 0 ? days(documents, members, asOf) : List.<DayFigures>of();
    return QualityGate.judgeContent(limits, largest, all, days, asOf);
  }

  /** The last days with messages, at most 29 rows. */
  private static List<DayFigures> days(
      Dataset<TextDocument> documents, Dataset<CampaignMember> members, LocalDate asOf) {
    Column header = functions.col(TextDocument.HEADER);
    Column day = functions.to_date(header.getField(SENT_AT));
    Dataset<Row> sent =
        documents
            .where(
                day.gt(functions.lit(asOf.minusDays(DayFigures.DAYS + 1L)))
                    .and(day.leq(functions.lit(asOf))))
            .select(
                header.getField(CampaignMember.MESSAGE_ID).as(CampaignMember.MESSAGE_ID),
                day.as(DayFigures.DAY),
                header.getField(SENDER_ID).as(SENDER_ID));
    return Records.project(
            sent.join(members, new String[] {CampaignMember.MESSAGE_ID}, "left_outer")
                .groupBy(DayFigures.DAY)
                .agg(
                    functions.count(functions.lit(1)).as(DayFigures.MESSAGES_N),
                    functions.countDistinct(functions.col(SENDER_ID)).as(DayFigures.SENDERS_N),
                    functions
                        .countDistinct(functions.col(CampaignMember.CLUSTER_ID))
                        .as(DayFigures.TEMPLATES_N)),
            DayFigures.class)
        .collectAsList();
  }
}
