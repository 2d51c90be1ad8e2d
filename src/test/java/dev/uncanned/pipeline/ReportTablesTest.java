package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.report.HtmlReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
@ExtendWith(SparkTest.class)
class ReportTablesTest {

  @TempDir Path folder;

  private static String page(PublishedTables tables) {
    LocalDate day = LocalDate.of(2026, 11, 1);
    return HtmlReport.render(
        new ReportRendering(tables, Findings.of(tables), day, Map.of()).source());
  }

  private static String analyst(PublishedTables tables) {
    return HtmlReport.render(new AnalystRendering(tables, LocalDate.of(2026, 11, 1)).source());
  }

  @Test
  void theAnalystsPageIsDrawnFromItsColumnsAndNoOthers(SparkSession spark) throws Exception {
    PublishedTables all =
        new PublishedTables(spark, Outputs.newest(SampleRun.get().out()).folder());
    assertThat(analyst(narrow(all, ReportRequest.Page.ANALYST))).isEqualTo(analyst(all));
  }

  private PublishedTables narrow(PublishedTables all, ReportRequest.Page page) {
    PublishedTables narrow = new PublishedTables(all.session(), folder);
    ReportTables.columns(page)
        .forEach(
            (record, columns) ->
                all.session()
                    .read()
                    .parquet(all.folder(record).toString())
                    .select(columns.stream().map(functions::col).toArray(Column[]::new))
                    .write()
                    .parquet(narrow.folder(record).toString()));
    return narrow;
  }

  @Test
  void thePageIsDrawnFromTheseColumnsAndNoOthers(SparkSession spark) throws Exception {
    PublishedTables all =
        new PublishedTables(spark, Outputs.newest(SampleRun.get().out()).folder());
    assertThat(page(narrow(all, ReportRequest.Page.MANAGER))).isEqualTo(page(all));
  }

  @Test
  void aColumnThatIsNotThereOrOfAnotherTypeIsNamed(SparkSession spark) throws Exception {
    Map<Class<? extends Record>, List<String>> columns =
        ReportTables.columns(ReportRequest.Page.MANAGER);
    Class<? extends Record> scores = MessageScoreRow.class;
    Path table = folder.resolve("message_scores");
    assertThat(PublishedColumns.missing(table, scores, columns.get(scores)))
        .isEqualTo("there is no table message_scores");
    Path published =
        new PublishedTables(spark, Outputs.newest(SampleRun.get().out()).folder()).folder(scores);
    assertThat(PublishedColumns.missing(published, scores, columns.get(scores))).isNull();
    spark.read().parquet(published.toString()).drop("replied").write().parquet(table.toString());
    assertThat(PublishedColumns.missing(table, scores, columns.get(scores)))
        .isEqualTo("its table message_scores has no column replied");
    Path other = folder.resolve("other/message_scores");
    spark
        .read()
        .parquet(published.toString())
        .withColumn("replied", functions.col("replied").cast("string"))
        .write()
        .parquet(other.toString());
    assertThat(PublishedColumns.missing(other, scores, columns.get(scores)))
        .isEqualTo("the column replied of its table message_scores is of another type");
  }
}
