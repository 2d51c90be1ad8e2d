package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what every published column means, from the records themselves. */
public final class DataDictionary {

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(String.class, "STRING"),
          Map.entry(int.class, "INT"),
          Map.entry(Integer.class, "INT"),
          Map.entry(long.class, "LONG"),
          Map.entry(Long.class, "LONG"),
          Map.entry(byte.class, "TINYINT"),
          Map.entry(Byte.class, "TINYINT"),
          Map.entry(float.class, "FLOAT"),
          Map.entry(Float.class, "FLOAT"),
          Map.entry(double.class, "DOUBLE"),
          Map.entry(Double.class, "DOUBLE"),
          Map.entry(boolean.class, "BOOLEAN"),
          Map.entry(Boolean.class, "BOOLEAN"),
          Map.entry(Instant.class, "TIMESTAMP"),
          Map.entry(LocalDate.class, "DATE"));

  private DataDictionary() {}

  /** The whole dictionary as Markdown. */
  public static String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# Data dictionary\n\n")
        .append("Generated from the records of `dev.uncanned.mart`; do not edit by hand.\n")
        .append("Write it again with `jobs/uncanned dictionary > docs/data-dictionary.md`.\n\n")
        .append("Tables lie at `OUT/current/tables/<table>/*.parquet`, restricted ones at\n")
        .append("`OUT/current/restricted/<table>/*.parquet`. Suffixes: `_n` count, `_share` and\n")
        .append(
            "`_rate` 0 to 1, `_words` words, `_d` days, `_h` hours. Times are UTC. Null means\n")
        .append("unknown, never zero and never no. Rows carry no order that may be relied on.\n");
    return out.append(sections(Tables.ALL)).toString();
  }

  /** A section of Markdown for each of some tables. */
  public static String sections(List<Class<? extends Record>> records) {
    StringBuilder out = new StringBuilder();
    records.forEach(record -> append(record, out));
    return out.toString();
  }

  /** The type of a column as it is called in the dictionary. */
  public static String type(RecordComponent column) {
    return type(column.getGenericType());
  }

  /** The sentence of every table, by its name, and of every column, by {@code table.column}. */
  public static Map<String, String> sentences() {
    Map<String, String> sentences = new TreeMap<>();
    for (Class<? extends Record> record : Tables.ALL) {
      String table = record.getAnnotation(Table.class).name();
      sentences.put(table, record.getAnnotation(Doc.class).value());
      for (RecordComponent component : record.getRecordComponents()) {
        sentences.put(
            table + "." + component.getName(), component.getAnnotation(Doc.class).value());
      }
    }
    return sentences;
  }

  private static void append(Class<? extends Record> record, StringBuilder out) {
    Table table = record.getAnnotation(Table.class);
    out.append("\n## ").append(table.name());
    out.append(table.restricted() ? " (restricted)\n\n" : "\n\n");
    out.append(record.getAnnotation(Doc.class).value()).append("\n\n");
    out.append("One row: ").append(table.grain()).append(". Sorted by ");
    out.append(String.join(", ", table.sortedBy())).append(".\n\n");
    out.append("| column | type | null | meaning |\n|---|---|---|---|\n");
    for (RecordComponent component : record.getRecordComponents()) {
      out.append("| ").append(component.getName());
      out.append(" | ").append(type(component));
      out.append(" | ").append(component.getType().isPrimitive() ? "no" : "yes");
      out.append(" | ").append(component.getAnnotation(Doc.class).value()).append(" |\n");
    }
  }

  private static String type(Type type) {
    if (type instanceof ParameterizedType list) {
      return "ARRAY&lt;" + type(list.getActualTypeArguments()[0]) + "&gt;";
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      List<String> fields =
          List.of(plain.getRecordComponents()).stream()
              .map(field -> field.getName() + " " + type(field.getGenericType()))
              .toList();
      return "STRUCT&lt;" + String.join(", ", fields) + "&gt;";
    }
    return TYPES.get(plain);
  }
}
