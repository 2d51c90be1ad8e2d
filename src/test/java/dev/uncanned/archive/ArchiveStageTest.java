package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.table.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ArchiveStageTest {

  private static final String HEADER =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n";

  @Test
  void readsPartsAsOneTable(SparkSession spark, @TempDir Path folder) throws Exception {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < 1000; i++) {
      csv.append("c")
          .append(i)
          .append(",,A B,,C D,2025-01-02 03:04:05 UTC,,Text ")
          .append(i)
          .append(",INBOX\n");
    }
    Files.writeString(folder.resolve("messages.csv"), csv);
    Files.writeString(folder.resolve("notes.txt"), "x");
    List<NamedPart> parts = new ArrayList<>();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      parts.add(new NamedPart("part " + parts.size(), part));
    }
    Dataset<Parsed> rows =
        new ArchiveStage(new AnyReader())
            .apply(spark.createDataset(parts, Records.encoder(NamedPart.class)));
    assertThat(rows.filter("message is not null").count()).isEqualTo(1000);
    assertThat(rows.filter("count is not null").count()).isGreaterThanOrEqualTo(2);
    assertThat(rows.filter("message is not null").limit(3).collectAsList()).hasSize(3);
    assertThat(rows.select(Parsed.PART).distinct().count()).isEqualTo(parts.size());
    assertThat(rows.filter("part is null").isEmpty()).isTrue();
  }
}
