package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class SignatureStageTest {

  @Test
  void makesOneRowPerTextAndLeavesOutEmptyOnes(SparkSession spark) {
    List<TextDocument> documents = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      documents.add(document("text " + i % 3, Instant.ofEpochSecond(1000 - i)));
    }
    documents.add(document("text 0", null));
    documents.add(document("undated", null));
    documents.add(document(null, Instant.ofEpochSecond(1)));
    Dataset<TextDocument> input =
        spark.createDataset(documents, Records.encoder(TextDocument.class)).repartition(5);
    assertThat(new SignatureStage().apply(input).collectAsList())
        .containsExactlyInAnyOrder(
            row("text 0", 943_000_000L, 21),
            row("text 1", 942_000_000L, 20),
            row("text 2", 941_000_000L, 20),
            row("undated", Long.MAX_VALUE, 1));
  }

  private static DistinctText row(String masked, long firstSeen, long copies) {
    return new DistinctText(ContentHash.of(masked), masked, firstSeen, copies);
  }

  private static TextDocument document(String masked, Instant sentAt) {
    String fingerprint = masked == null ? null : ContentHash.of(masked);
    MessageHeader header =
        new MessageHeader(
            null, null, null, null, 0, null, null, null, null, null, null, List.of(), sentAt, null,
            false, false, null, 0, null);
    return new TextDocument(
        header, null, null, masked, 2, 6, null, 0, fingerprint, true, null, null, List.of());
  }
}
