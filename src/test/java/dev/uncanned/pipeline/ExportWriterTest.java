package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.table.SpreadsheetCell;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class ExportWriterTest {

  @Test
  void cellsOfCsvAreThoseThatNoSpreadsheetComputes(SparkSession spark) {
    List<String> texts = List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\uFF1D1", "a=b", "");
    List<Row> rows =
        spark
            .createDataset(texts, Encoders.STRING())
            .select(functions.col("value"), ExportWriter.neutral(functions.col("value")).as("cell"))
            .collectAsList();
    assertThat(rows).hasSize(texts.size());
    for (Row row : rows) {
      assertThat(row.getString(1)).isEqualTo(SpreadsheetCell.of(row.getString(0)));
    }
  }

  @Test
  void nullStaysNull(SparkSession spark) {
    Row row =
        spark.range(1).select(ExportWriter.neutral(functions.lit(null).cast("string"))).first();
    assertThat(row.isNullAt(0)).isTrue();
  }
}
