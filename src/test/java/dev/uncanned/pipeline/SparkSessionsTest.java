package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkSessionsTest {

  @Test
  void onAClusterPlansAndLogsTellNoMoreThanHere() {
    SparkConf conf = SparkSessions.onCluster("spark://host:7077");
    assertThat(conf.get("spark.sql.maxPlanStringLength")).isEqualTo("0");
    assertThat(conf.get("spark.sql.debug.maxToStringFields")).isEqualTo("1");
    assertThat(conf.get("spark.sql.ui.explainMode")).isEqualTo("simple");
    assertThat(conf.get("spark.executor.syncLogLevel.enabled")).isEqualTo("true");
  }
}
