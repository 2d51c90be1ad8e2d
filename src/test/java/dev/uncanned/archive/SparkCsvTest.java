package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many intact records around a broken one are lost: by our reader none, by Spark's some, which
 * is why that is not used.
 */
@Tag("spark")
@ExtendWith(SparkTest.class)
class SparkCsvTest {

  private static final String HEADER = "FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\n";
  private static final String START =
      "Olga Owner,https://www.linkedin.com/in/olga,Jane Doe,2025-01-02 03:04:05 UTC,";
  private static final String PROFILE =
      "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\nOlga,Owner,,x,1,x\n";
  private static final String CORRUPT = "corrupt";
  private static final String SCHEMA =
      "`FROM` string, `SENDER PROFILE URL` string, `TO` string, `DATE` string, CONTENT string, FOLDER string, "
          + CORRUPT
          + " string";
  private static final int RECORDS = 40;
  private static final int[] PLACES = {10, 13, 37};
  private static final int READERS = 4;
  private static final int TEXTS = 8;

  @TempDir Path folder;

  private static Map<String, String> breaches() {
    Map<String, String> breaches = new LinkedHashMap<>();
    breaches.put("none", START + "whole,INBOX\n");
    breaches.put("quote never closed", START + "\"open,INBOX\n");
    breaches.put("quote before the first cell", '"' + START + "text,INBOX\n");
    breaches.put("text after a closing quote", START + "\"a\" b,INBOX\n");
    breaches.put("quote inside a cell", START + "5\" wide,INBOX\n");
    breaches.put("cells missing", "Olga Owner,only\n");
    breaches.put("cells too many", START + "a,b,c,INBOX\n");
    breaches.put("empty quotes unbalanced", START + "\"\"\",INBOX\n");
    breaches.put("a zero byte", START + "a\u0000b,INBOX\n");
    return breaches;
  }

  /** Texts with all that a message may have: commas, quotes, line breaks. */
  private static String body(int i) {
    return switch (i % TEXTS) {
      case 1 -> "with, comma " + i;
      case 3 -> "she said \"yes\" " + i;
      case 5 -> "first line " + i + "\nsecond line";
      default -> "plain text " + i;
    };
  }

  /** As LinkedIn writes them: in quotes only where it must be. */
  private static String cell(String body) {
    boolean plain = body.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? body : '"' + body.replace("\"", "\"\"") + '"';
  }

  private static byte[] file(String broken, int place) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < RECORDS; i++) {
      text.append(i == place ? broken : START + cell(body(i)) + ",INBOX\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> intact(int place) {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      if (i != place) {
        bodies.add(body(i));
      }
    }
    return bodies;
  }

  private List<String> ours(byte[] messages) throws IOException {
    Files.write(folder.resolve("messages.csv"), messages);
    Files.writeString(folder.resolve("Profile.csv"), PROFILE);
    List<String> files = List.of("Profile.csv", "messages.csv");
    String root = folder.toString();
    ArchivePart part =
        new ArchivePart(ArchivePart.Kind.LINKEDIN, "a", "in", root, "", files, 1, 1, 0, -1);
    return ArchiveReaderContract.rowsOf(new LinkedInReader(), part).stream()
        .filter(row -> row.message() != null)
        .map(row -> row.message().body())
        .toList();
  }

  private DataFrameReader spark(SparkSession session, boolean tuned, String mode) {
    DataFrameReader reader =
        session
            .read()
            .schema(SCHEMA)
            .option("header", "true")
            .option("enforceSchema", "true")
            .option("mode", mode)
            .option("columnNameOfCorruptRecord", CORRUPT);
    return tuned ? reader.option("multiLine", "true").option("escape", "\"") : reader;
  }

  /** The texts of the rows that Spark does not call corrupt, and how many it does. */
  private List<String> bodies(DataFrameReader reader, long[] flagged) {
    Dataset<Row> rows = reader.csv(folder.resolve("messages.csv").toString());
    Column corrupt = functions.col(CORRUPT).isNotNull();
    List<String> bodies = new ArrayList<>();
    for (Row row : rows.select(functions.col("CONTENT"), corrupt).collectAsList()) {
      if (row.getBoolean(1)) {
        flagged[0]++;
      } else {
        bodies.add(row.getString(0));
      }
    }
    return bodies;
  }

  private static int lost(List<String> found, int place) {
    List<String> missing = new ArrayList<>(intact(place));
    missing.removeAll(found);
    return missing.size();
  }

  @Test
  void intactRecordsAroundABrokenOneAreLostBySparkOnly(SparkSession session) throws IOException {
    int[] lost = new int[READERS];
    long[] flagged = new long[1];
    StringBuilder table = new StringBuilder("| broken by | ours | Spark, set | drop | default |\n");
    for (Map.Entry<String, String> breach : breaches().entrySet()) {
      int[] row = new int[READERS];
      for (int place : PLACES) {
        byte[] file = file(breach.getValue(), place);
        row[0] += lost(ours(file), place);
        row[1] += lost(bodies(spark(session, true, "PERMISSIVE"), flagged), place);
        row[2] += lost(bodies(spark(session, true, "DROPMALFORMED"), new long[1]), place);
        row[3] += lost(bodies(spark(session, false, "PERMISSIVE"), new long[1]), place);
      }
      table.append("| ").append(breach.getKey());
      for (int i = 0; i < row.length; i++) {
        lost[i] += row[i];
        table.append(" | ").append(row[i]);
      }
      table.append(" |\n");
      assertThat(row[0]).as(breach.getKey()).isZero();
    }
    table.append("| of ").append(breaches().size() * PLACES.length * (RECORDS - 1));
    for (int sum : lost) {
      table.append(" | ").append(sum);
    }
    System.out.println(table + " |\nflagged as corrupt by Spark: " + flagged[0]);
    assertThat(lost[1]).isPositive();
    assertThat(lost[READERS - 1]).isGreaterThan(lost[1]);
  }
}
