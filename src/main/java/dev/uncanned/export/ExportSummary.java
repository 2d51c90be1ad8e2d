package dev.uncanned.export;

import dev.uncanned.mart.DataDictionary;
import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an export says of itself: nothing that leads to where it comes from.
 *
 * @param format_version layout of the folder and of this summary
 * @param code_version version of the program
 * @param metric_version version of the metric definitions
 * @param file_format parquet or csv
 * @param k people whom whatever is told covers
 * @param jitter_days most days by which days are shifted
 */
public record ExportSummary(
    String format_version,
    String code_version,
    String metric_version,
    String file_format,
    int k,
    int jitter_days,
    List<ExportedTable> tables) {

  public static final String FORMAT = "1";

  public ExportSummary {
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param rows_suppressed rows of the published table that are not here: deliveries whose
   *     combination is rare, groups that cover too few people
   */
  public record ExportedTable(
      String name,
      String meaning,
      String one_row,
      long rows,
      long rows_suppressed,
      List<ExportedColumn> columns) {

    public ExportedTable {
      columns = List.copyOf(columns);
    }

    /**
     * The table of a record.
     *
     * @param withheld values not told because they are rare, by column
     */
    public static ExportedTable of(
        Class<? extends Record> record, long rows, long suppressed, Map<String, Long> withheld) {
      Table table = record.getAnnotation(Table.class);
      List<ExportedColumn> columns = new ArrayList<>();
      for (RecordComponent column : record.getRecordComponents()) {
        columns.add(
            new ExportedColumn(
                column.getName(),
                DataDictionary.type(column),
                column.getAnnotation(Doc.class).value(),
                withheld.get(column.getName())));
      }
      String meaning = record.getAnnotation(Doc.class).value();
      return new ExportedTable(table.name(), meaning, table.grain(), rows, suppressed, columns);
    }
  }

  /**
   * One column.
   *
   * @param values_withheld values of the published table that are not told because they are rare,
   *     those of suppressed rows among them; null where values are not withheld one by one
   */
  public record ExportedColumn(String name, String type, String meaning, Long values_withheld) {}
}
