package dev.uncanned.pipeline;

import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterMemberRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.FixExamplesStage;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.mart.RejectedRow;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.table.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the report reads of the published tables: rows of the small ones as a whole, columns of
 * those with a row for each message.
 *
 * <p>An older version may have written a table without a column. Spark would read nothing in its
 * place, and the page would tell of nothing where it does not know.
 */
final class ReportTables {

  private static final List<Class<? extends Record>> WHOLE =
      List.of(
          TeamSummaryRow.class,
          SenderSummaryRow.class,
          ClusterRow.class,
          CampaignRow.class,
          SlotRow.class,
          InputRow.class,
          DataQualityRow.class,
          RunMetricRow.class);

  private ReportTables() {}

  /** The columns that a page reads, by table. */
  static Map<Class<? extends Record>, List<String>> columns(ReportRequest.Page page) {
    return page == ReportRequest.Page.MANAGER ? manager() : analyst();
  }

  private static Map<Class<? extends Record>, List<String>> analyst() {
    Map<Class<? extends Record>, List<String>> columns = new LinkedHashMap<>();
    columns.put(RunMetricRow.class, List.of(Records.names(RunMetricRow.class)));
    columns.put(DataQualityRow.class, List.of(Records.names(DataQualityRow.class)));
    columns.put(InputRow.class, List.of(InputRow.INPUT_ID, InputRow.FORMAT));
    columns.put(RejectedRow.class, List.of(InputRow.INPUT_ID, RejectedRow.REASON_CODE));
    columns.put(
        MessageRow.class,
        List.of(
            DeliveryMarks.columns(
                MessageRow.class,
                MessageRow.MESSAGE_ID,
                MessageRow.RECIPIENT_ID,
                MessageRow.KIND,
                MessageScoreRow.DIRECTION,
                MessageRow.SENT_AT)));
    columns.put(
        MessageScoreRow.class,
        List.of(
            DeliveryMarks.columns(
                MessageScoreRow.class, MessageRow.MESSAGE_ID, MessageRow.RECIPIENT_ID)));
    columns.put(
        ClusterMemberRow.class,
        List.of(DeliveryMarks.columns(ClusterMemberRow.class, MessageRow.MESSAGE_ID)));
    return columns;
  }

  private static Map<Class<? extends Record>, List<String>> manager() {
    Map<Class<? extends Record>, List<String>> columns = new LinkedHashMap<>();
    WHOLE.forEach(record -> columns.put(record, List.of(Records.names(record))));
    columns.put(RejectedRow.class, List.of(RejectedRow.REASON_CODE));
    columns.put(
        MessageRow.class,
        and(FixExamplesStage.Sent.class, MessageRow.IS_REPLY, MessageRow.SENT_AT));
    columns.put(
        MessageScoreRow.class,
        and(
            FixExamplesStage.Judged.class,
            MessageScoreRow.SENDER_ID,
            MessageScoreRow.CAMPAIGN_ID,
            MessageScoreRow.MASS_SEND,
            MessageScoreRow.PERSONAL_LEVEL));
    return columns;
  }

  private static List<String> and(Class<? extends Record> read, String... more) {
    List<String> all = new ArrayList<>(List.of(Records.names(read)));
    all.addAll(Arrays.asList(more));
    return all;
  }
}
