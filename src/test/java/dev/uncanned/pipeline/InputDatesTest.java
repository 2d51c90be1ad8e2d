package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.Mails;
import dev.uncanned.archive.Parsed;
import dev.uncanned.table.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class InputDatesTest {

  private static final Instant NEWEST = Instant.parse("2026-03-03T08:00:00Z");
  private static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");

  private static Intake intake(SparkSession spark, int ofTheFuture, Instant exported) {
    return Intake.of(parsed(spark, ofTheFuture, exported));
  }

  private static Dataset<Parsed> parsed(SparkSession spark, int ofTheFuture, Instant exported) {
    List<Parsed> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(mail(NEWEST.minusSeconds(i * 86_400L)));
    }
    for (int i = 0; i < ofTheFuture; i++) {
      rows.add(mail(FAR.plusSeconds(i)));
    }
    rows.add(mail(null));
    rows.add(
        Parsed.of(new InputCount("i", "a", "eml", rows.size(), rows.size(), 0, 0, 1, exported)));
    return spark.createDataset(rows, Records.encoder(Parsed.class));
  }

  private static Parsed mail(Instant at) {
    return Parsed.of(Mails.sent("i", "a", at, Contact.of("Ann", null, "ann@x.example"), List.of()));
  }

  @Test
  void aMailOfTheFutureDoesNotMoveTheDayOfTheRun(SparkSession spark) {
    Intake intake = intake(spark, 2, null);
    assertThat(intake.newestDay()).isEqualTo("2026-03-03");
    assertThat(intake.latest(intake.newestDay())).isBefore(FAR).isAfter(NEWEST);
    assertThat(intake.latest(LocalDate.of(2026, 1, 1))).isAfter(NEWEST);
  }

  @Test
  void messagesWithDatesThatAreNotBelievedCountAsUndated(SparkSession spark) {
    Dataset<Parsed> parsed = parsed(spark, 2, null);
    Intake read = Intake.of(parsed);
    assertThat(read.span().undated_n()).isEqualTo(1);
    assertThat(read.believing(parsed, read.newestDay()).span().undated_n()).isEqualTo(3);
    LocalDate far = LocalDate.of(2090, 1, 1);
    assertThat(read.believing(parsed, far).span().undated_n()).isEqualTo(1);
  }

  @Test
  void manySuchMailsAreBelieved(SparkSession spark) {
    assertThat(intake(spark, 10, null).newestDay()).isEqualTo("2090-01-01");
  }

  @Test
  void anExportIsNewerThanItsMessages(SparkSession spark) {
    Instant exported = NEWEST.plusSeconds(3 * 86_400);
    assertThat(intake(spark, 0, exported).newestDay()).isEqualTo("2026-03-06");
    assertThat(intake(spark, 2, exported).newestDay()).isEqualTo("2026-03-06");
    assertThat(intake(spark, 2, FAR.plusSeconds(9)).newestDay()).isEqualTo("2090-01-01");
  }
}
