package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSessionsTest {

  @TempDir Path folder;

  @Test
  void onAClusterPlansAndLogsTellNoMoreThanHere() {
    SparkConf conf = SparkSessions.onCluster("spark://host:7077");
    assertThat(conf.get("spark.sql.maxPlanStringLength")).isEqualTo("0");
    assertThat(conf.get("spark.sql.debug.maxToStringFields")).isEqualTo("1");
    assertThat(conf.get("spark.sql.ui.explainMode")).isEqualTo("simple");
    assertThat(conf.get("spark.executor.syncLogLevel.enabled")).isEqualTo("true");
  }

  @Test
  @Tag("spark")
  void onThisMachineHadoopsDefaultsDoNotGoAlongWithEachTable() throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new Program(folder.resolve("home"))
            .startClass(Writing.class, said, List.of(), folder.resolve("work").toString());
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String settings = Files.readString(said).strip();
    assertThat(process.exitValue()).as(settings).isZero();
    assertThat(Integer.parseInt(settings)).as("of more than a thousand").isLessThan(100);
  }

  /** Writes a table in a session on this machine and says how many settings Hadoop has then. */
  static final class Writing {

    private Writing() {}

    /** Argument: a folder. */
    public static void main(String[] arguments) throws Exception {
      Path work = Path.of(arguments[0]);
      try (SparkSession session = SparkSessions.local(work.resolve("scratch"), 0)) {
        session.range(1).write().parquet(work.resolve("table").toString());
        System.out.println(session.sparkContext().hadoopConfiguration().size());
      }
    }
  }
}
