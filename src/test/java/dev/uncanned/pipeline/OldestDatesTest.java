package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.Mails;
import dev.uncanned.archive.Parsed;
import dev.uncanned.table.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class OldestDatesTest {

  private static final Instant JANUARY = Instant.parse("2026-01-01T08:00:00Z");
  private static final Instant OF_1998 = Instant.parse("1998-05-05T08:00:00Z");
  private static final LocalDate AS_OF = LocalDate.of(2026, 2, 28);

  private static List<Parsed> mailbox(int messages) {
    List<Parsed> rows = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      rows.add(mail("mailbox", JANUARY.plusSeconds(i % 50 * 86_400L)));
    }
    rows.add(mail("mailbox", OF_1998));
    return rows;
  }

  private static Parsed mail(String archive, Instant at) {
    Contact ann = Contact.of("Ann", null, "ann@x.example");
    return Parsed.of(Mails.sent("i", archive, at, ann, List.of()));
  }

  private static Dataset<Parsed> parsed(SparkSession spark, List<Parsed> rows) {
    return spark.createDataset(rows, Records.encoder(Parsed.class));
  }

  @Test
  void oneMailOfLongAgoDoesNotMakeAMailboxOld(SparkSession spark) {
    Dataset<Parsed> parsed = parsed(spark, mailbox(200));
    Intake read = Intake.of(parsed);
    assertThat(read.dates(AS_OF).earliest())
        .isEqualTo(Map.of("mailbox", Instant.parse("2026-01-01T00:00:00Z")));
    Intake intake = read.believing(parsed, AS_OF);
    assertThat(intake.span().undated_n()).isEqualTo(1);
    assertThat(intake.firstDay()).isEqualTo("2026-01-01");
  }

  @Test
  void itIsOneOfMany(SparkSession spark) {
    Dataset<Parsed> parsed = parsed(spark, mailbox(90));
    Intake intake = Intake.of(parsed).believing(parsed, AS_OF);
    assertThat(intake.dates(AS_OF).earliest()).isEmpty();
    assertThat(intake.span().undated_n()).isZero();
    assertThat(intake.firstDay()).isEqualTo("1998-05-05");
  }

  @Test
  void aSmallOldArchiveIsBelievedBesideALargeNewOne(SparkSession spark) {
    List<Parsed> rows = mailbox(900);
    for (int i = 0; i < 3; i++) {
      rows.add(mail("export", OF_1998.plusSeconds(i)));
    }
    assertThat(Intake.of(parsed(spark, rows)).dates(AS_OF).earliest()).containsOnlyKeys("mailbox");
  }

  @Test
  void anArchiveOfTwoYearsHasNoGap(SparkSession spark) {
    List<Parsed> rows = mailbox(200);
    rows.remove(rows.size() - 1);
    rows.add(mail("mailbox", Instant.parse("2024-01-31T08:00:00Z")));
    assertThat(Intake.of(parsed(spark, rows)).dates(AS_OF).earliest()).isEmpty();
  }
}
