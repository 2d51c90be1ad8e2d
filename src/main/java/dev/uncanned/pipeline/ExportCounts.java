package dev.uncanned.pipeline;

import dev.uncanned.export.ExportSummary;
import dev.uncanned.export.ExportSummary.ExportedTable;
import dev.uncanned.export.ExportedCampaign;
import dev.uncanned.export.ExportedCluster;
import dev.uncanned.export.ExportedLineage;
import dev.uncanned.export.ExportedMessage;
import dev.uncanned.export.ExportedSender;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterLineageRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.SenderSummaryRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts what an export tells of the published tables, and what it does not. */
final class ExportCounts {

  private final ExportSource source;
  private final ExportSource.Tables tables;
  private final ExportWriter written;

  ExportCounts(ExportSource source, ExportSource.Tables tables, ExportWriter written) {
    this.source = source;
    this.tables = tables;
    this.written = written;
  }

  /**
   * What the export says of itself.
   *
   * @throws UserException if it would be empty
   */
  ExportSummary summary(ExportRequest request) {
    Map<String, Long> told = values(written.read(ExportedMessage.class), guarded());
    long rows = written.read(ExportedMessage.class).count();
    if (rows == 0) {
      throw new UserException(
          ExitCode.DATA,
          request.out()
              + ": nothing is left to export: no message is of a kind that "
              + request.config().k()
              + " people share; nothing was written");
    }
    long senders =
        tables
            .groups()
            .senders()
            .select(SenderSummaryRow.SENDER_ID, SenderSummaryRow.DIRECTION)
            .distinct()
            .count();
    return new ExportSummary(
        ExportSummary.FORMAT,
        Version.CODE,
        source.manifest().metric_version(),
        request.csv() ? "csv" : "parquet",
        request.config().k(),
        request.config().jitter_days(),
        List.of(
            ExportedTable.of(
                ExportedMessage.class, rows, source.rows(MessageRow.class) - rows, withheld(told)),
            group(ExportedCluster.class, source.rows(ClusterRow.class)),
            group(ExportedCampaign.class, source.rows(CampaignRow.class)),
            group(ExportedLineage.class, source.rows(ClusterLineageRow.class)),
            group(ExportedSender.class, senders)));
  }

  private ExportedTable group(Class<? extends Record> record, long published) {
    long rows = written.read(record).count();
    return ExportedTable.of(record, rows, published - rows, Map.of());
  }

  private static List<String> guarded() {
    return Stream.concat(ExportedMessage.COMBINATION.stream(), ExportedMessage.GUARDED_IDS.stream())
        .toList();
  }

  private Map<String, Long> withheld(Map<String, Long> told) {
    Map<String, Column> columns = new LinkedHashMap<>();
    List<String> ofScores = List.of(ExportedMessage.CLUSTER_ID, ExportedMessage.CAMPAIGN_ID);
    for (String name : guarded()) {
      if (!ofScores.contains(name)) {
        String from = name.equals(ExportedMessage.SENT_WEEK) ? MessageRow.SENT_AT : name;
        columns.put(name, functions.col(from));
      }
    }
    Map<String, Long> all = new HashMap<>(values(tables.messages(), columns));
    all.putAll(values(tables.scores(), ofScores));
    all.replaceAll((name, n) -> n - told.get(name));
    all.put(ExportedMessage.SENT_ON, all.get(ExportedMessage.SENT_WEEK));
    return all;
  }

  private static Map<String, Long> values(Dataset<?> rows, List<String> names) {
    Map<String, Column> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.put(name, functions.col(name)));
    return values(rows, columns);
  }

  /** Values that are not null, by column. */
  private static Map<String, Long> values(Dataset<?> rows, Map<String, Column> columns) {
    Column[] counts =
        columns.entrySet().stream()
            .map(one -> functions.count(one.getValue()).as(one.getKey()))
            .toArray(Column[]::new);
    Row found = rows.select(counts).first();
    Map<String, Long> values = new HashMap<>();
    for (String name : columns.keySet()) {
      values.put(name, found.<Long>getAs(name));
    }
    return values;
  }
}
