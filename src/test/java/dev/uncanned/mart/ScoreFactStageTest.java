package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class ScoreFactStageTest {

  @Test
  void aProfileThatNobodyLookedAtIsUnknown(SparkSession spark) {
    assertThat(profileKnown(spark, null)).isNull();
    assertThat(profileKnown(spark, 1)).isFalse();
    assertThat(profileKnown(spark, 2)).isTrue();
  }

  private static Boolean profileKnown(SparkSession spark, Integer fields) {
    List<MessageScore> scores = List.of(BareScore.of("m", "s", "c", null));
    return new ScoreFactStage()
        .apply(
            Records.project(
                spark
                    .createDataset(scores, Records.encoder(MessageScore.class))
                    .withColumn(MessageScore.PROFILE_FIELDS, functions.lit(fields).cast("int")),
                MessageScore.class))
        .first()
        .profile_known();
  }
}
