package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.pipeline.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ClusterOptionTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[2]", "local[*,4]", "local-cluster[2,1,1024]"})
  void aMasterOnThisMachineIsRefused(String master) {
    CommandLine line = Uncanned.commandLine();
    StringWriter err = new StringWriter();
    line.setErr(new PrintWriter(err));
    Path out = folder.resolve("out");
    int code = line.execute("run", folder.toString(), "--out", out.toString(), "--master", master);
    assertThat(code).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("leave it out to work on this machine");
    assertThat(out).doesNotExist();
  }
}
