package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;

class HadoopDefaultsTest {

  private static final String COMMITTER = "mapreduce.fileoutputcommitter.algorithm.version";

  @Test
  void leavesOutDefaultsButThoseThatCodeNeeds() {
    Configuration all = new JobConf();
    assertThat(all.get("fs.s3a.impl")).isNotNull();

    HadoopDefaults.drop(all);

    assertThat(all.get("fs.s3a.impl")).isNull();
    assertThat(all.get("mapreduce.job.reduces")).isNull();
    assertThat(all.get("io.file.buffer.size")).isNull();
    assertThat(all.get("fs.AbstractFileSystem.file.impl")).isNotNull();
  }

  @Test
  void keepsWhatSomebodyHasSet() {
    Configuration set = new JobConf();
    set.set(COMMITTER, "1");

    HadoopDefaults.drop(set);

    assertThat(set.get(COMMITTER)).isEqualTo("1");
  }
}
