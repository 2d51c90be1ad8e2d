package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.mart.FixExample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class FindingsTest {

  private static final String SCORE =
      "select '%s' direction, cast(%s as boolean) mass_send, %s null_reason";

  @TempDir Path folder;

  @Test
  @Tag("spark")
  void massSendsCountEitherWayAndReasonsForOurDeliveriesOnly(SparkSession spark) {
    spark
        .sql(
            String.join(
                " union all ",
                SCORE.formatted("outbound", "true", "cast(null as string)"),
                SCORE.formatted("inbound", "true", "'one_inbox'"),
                SCORE.formatted("inbound", "null", "'one_inbox'"),
                SCORE.formatted("outbound", "true", "'few_copies'"),
                SCORE.formatted("outbound", "false", "'few_copies'"),
                SCORE.formatted("outbound", "null", "'too_short'")))
        .write()
        .parquet(folder.resolve("tables/message_scores").toString());
    Findings findings = Findings.of(new PublishedTables(spark, folder));
    assertThat(findings.massSends()).isEqualTo(3);
    assertThat(findings.nullReasons()).isEqualTo(Map.of("few_copies", 2L, "too_short", 1L));
  }

  private static FixExample example(String subject, String team, String message, long all) {
    return new FixExample(subject, team, message, null, all);
  }

  @Test
  void defectsOfATypeAreThoseOfAllTeams() {
    assertThat(
            ReportRendering.defectsByType(
                List.of(
                    example("wrong_name", "A", "m1", 7),
                    example("wrong_name", "A", "m2", 7),
                    example("wrong_name", "B", "m3", 1),
                    example(FixExample.UNANSWERED, "A", "m4", 9),
                    example(FixExample.AFTER_OPT_OUT, "A", "m5", 2))))
        .isEqualTo(Map.of("wrong_name", 8L));
  }
}
