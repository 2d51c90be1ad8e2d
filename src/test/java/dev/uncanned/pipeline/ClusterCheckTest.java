package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.pipeline.Finding.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCheckTest {

  private static final int CLOSED = 1;

  @TempDir Path home;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectories(home.resolve("jars"));
    Files.createDirectories(home.resolve("conf"));
    Files.createFile(home.resolve("jars/spark-core_2.13-4.2.0.jar"));
  }

  private void settings(String text) throws IOException {
    Files.writeString(home.resolve("conf/spark-defaults.conf"), text);
  }

  private Map<String, Verdict> found(String master, int uiPort) {
    Map<String, Verdict> found = new TreeMap<>();
    new ClusterCheck(home, master, uiPort, CLOSED)
        .findings()
        .forEach(finding -> found.put(finding.subject(), finding.verdict()));
    return found;
  }

  @Test
  void aClusterAsItComesIsOpen() {
    assertThat(found("yarn", CLOSED))
        .containsEntry("version", Verdict.OK)
        .containsEntry("spark.authenticate", Verdict.WARN)
        .containsEntry("spark.io.encryption.enabled", Verdict.WARN)
        .containsEntry("transport", Verdict.WARN)
        .containsEntry("user interface", Verdict.WARN)
        .containsEntry("event log", Verdict.OK);
  }

  @Test
  void aGuardedClusterPasses() throws Exception {
    settings(
        "# ours\nspark.authenticate true\nspark.network.crypto.enabled=true\n"
            + "spark.io.encryption.enabled: true\nspark.ui.filters   org.example.Login\n");
    assertThat(found("yarn", CLOSED).values()).containsOnly(Verdict.OK);
  }

  @Test
  void anEventLogThatOthersCanReadIsSaid() throws Exception {
    Path log = Files.createDirectory(home.resolve("events"));
    settings("spark.eventLog.enabled true\nspark.eventLog.dir file://" + log + "\n");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rwxr-xr-x"));
    Finding open = eventLog();
    assertThat(open.verdict()).isEqualTo(Verdict.WARN);
    assertThat(open.finding()).contains("readable by others");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rwx------"));
    assertThat(eventLog().finding()).doesNotContain("others");
  }

  private Finding eventLog() {
    return new ClusterCheck(home, "yarn", CLOSED, CLOSED)
        .findings().stream()
            .filter(finding -> finding.subject().equals("event log"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void otherVersionsAndMissingInstallationsAreBad() throws Exception {
    Files.delete(home.resolve("jars/spark-core_2.13-4.2.0.jar"));
    Files.createFile(home.resolve("jars/spark-core_2.12-3.5.1.jar"));
    assertThat(found("yarn", CLOSED)).containsEntry("version", Verdict.BAD);
    assertThat(new ClusterCheck(null, "yarn").findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.BAD);
  }

  @Test
  void portsOfTheMasterThatAnswerAreSaid() throws Exception {
    try (ServerSocket pages = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = pages.getLocalPort();
      assertThat(found("spark://127.0.0.1:7077", port))
          .containsEntry("port " + port, Verdict.WARN)
          .containsEntry("port " + CLOSED, Verdict.OK);
    }
  }
}
