package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.SparkTest;
import dev.uncanned.export.CoveredPerson;
import dev.uncanned.export.ExportedCampaign;
import dev.uncanned.export.ExportedCluster;
import dev.uncanned.export.ExportedLineage;
import dev.uncanned.export.ExportedMessage;
import dev.uncanned.export.ExportedSender;
import dev.uncanned.table.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ExportCheckTest {

  private static final int K = 3;
  private static final String SENDER = id("sender");
  private static final String TEMPLATE = id("template");

  @TempDir private Path folder;

  private final List<Map<String, Object>> messages = new ArrayList<>();
  private final List<Map<String, Object>> clusters = new ArrayList<>();
  private final List<CoveredPerson> people = new ArrayList<>();

  /** As many messages of one sender as people must be covered, all with one template. */
  @BeforeEach
  void writeWhatMayBeTold() {
    for (int i = 0; i < K; i++) {
      String dyad = id("dyad" + i);
      Map<String, Object> message = new HashMap<>();
      message.put("message_id", id("message" + i));
      message.put("dyad_id", dyad);
      message.put("sender_id", SENDER);
      message.put("recipient_id", id("recipient" + i));
      message.put("cluster_id", TEMPLATE);
      message.put("direction", "outbound");
      message.put("lang", "de");
      message.put("is_auto", false);
      message.put("attachment", false);
      messages.add(message);
      people.add(new CoveredPerson(dyad, "outbound", (long) i));
    }
    clusters.add(new HashMap<>(Map.of("cluster_id", TEMPLATE, "recipients_n", 2L * K)));
  }

  private static String id(String of) {
    return String.format(Locale.ROOT, "%032x", of.hashCode() & 0xFFFFFFFFL);
  }

  private void check(SparkSession spark) {
    ExportWriter writer =
        new ExportWriter(spark, folder.resolve("export"), false, new StageTimes(step -> {}));
    writer.small(ExportedMessage.class, rows(spark, ExportedMessage.class, messages));
    writer.small(ExportedCluster.class, rows(spark, ExportedCluster.class, clusters));
    writer.small(ExportedCampaign.class, rows(spark, ExportedCampaign.class, List.of()));
    writer.small(ExportedLineage.class, rows(spark, ExportedLineage.class, List.of()));
    writer.small(ExportedSender.class, rows(spark, ExportedSender.class, List.of()));
    new ExportCheck(writer, K)
        .require(spark.createDataset(people, Records.encoder(CoveredPerson.class)));
  }

  /** Rows with some values; all others are null. */
  private static <R extends Record> Dataset<R> rows(
      SparkSession spark, Class<R> record, List<Map<String, Object>> values) {
    StructField[] fields = Records.schema(record).fields();
    StructType texts = new StructType();
    for (StructField field : fields) {
      texts = texts.add(field.name(), DataTypes.StringType);
    }
    List<Row> rows = new ArrayList<>();
    for (Map<String, Object> row : values) {
      Object[] cells =
          Arrays.stream(fields)
              .map(field -> row.get(field.name()))
              .map(value -> value == null ? null : value.toString())
              .toArray();
      rows.add(RowFactory.create(cells));
    }
    Column[] columns =
        Arrays.stream(fields)
            .map(field -> functions.col(field.name()).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    return spark.createDataFrame(rows, texts).select(columns).as(Records.encoder(record));
  }

  @Test
  void letsThroughWhatEnoughPeopleShare(SparkSession spark) {
    assertThatCode(() -> check(spark)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnIdThatWasNotMadeAnew(SparkSession spark) {
    messages.get(0).put("message_id", "ann@acme.example");
    assertThatThrownBy(() -> check(spark)).hasMessageContaining("values of ExportedMessage");
  }

  @Test
  void refusesWordsOfAMessage(SparkSession spark) {
    messages.get(0).put("kind", "Dear Ann, I saw your talk");
    assertThatThrownBy(() -> check(spark)).hasMessageContaining("values of ExportedMessage");
  }

  @Test
  void refusesACountThatTellsOfFewPeople(SparkSession spark) {
    clusters.get(0).put("recipients_n", 2L * K + 1);
    assertThatThrownBy(() -> check(spark)).hasMessageContaining("values of ExportedCluster");
  }

  @Test
  void refusesACombinationOfFewPeople(SparkSession spark) {
    messages.get(0).put("lang", "fr");
    assertThatThrownBy(() -> check(spark)).hasMessageContaining("combinations");
  }

  @Test
  void refusesATemplateThatFewPeopleGot(SparkSession spark) {
    messages.get(0).put("cluster_id", id("other"));
    assertThatThrownBy(() -> check(spark)).hasMessageContaining("templates");
  }

  @Test
  void refusesASenderWhoWroteToFew(SparkSession spark) {
    messages.get(0).put("sender_id", id("other"));
    assertThatThrownBy(() -> check(spark)).hasMessageContaining("senders");
  }

  @Test
  void refusesARowOfATemplateThatNoMessageNames(SparkSession spark) {
    clusters.get(0).put("cluster_id", id("other"));
    assertThatThrownBy(() -> check(spark)).hasMessageContaining("groups of ExportedCluster");
  }
}
