package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {

  @TempDir Path folder;

  private Map<String, String> verdicts(Program.Ended ended) throws Exception {
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode finding : new ObjectMapper().readTree(ended.out()).get("findings")) {
      verdicts.put(finding.get("subject").asText(), finding.get("verdict").asText());
    }
    return verdicts;
  }

  @Test
  void foldersThatSparkWouldRatherWriteToAreTold() {
    Map<String, String> named = Map.of("SPARK_LOCAL_DIRS", "/elsewhere", "HOME", "/home");
    assertThat(MachineCheck.spillFolders(named))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Finding.Verdict.WARN);
              assertThat(finding.finding()).endsWith("[SPARK_LOCAL_DIRS]");
            });
    assertThat(MachineCheck.spillFolders(Map.of("HOME", "/home"))).isEmpty();
  }

  @Tag("spark")
  @Test
  void rightsThatOthersHaveAreBadAndNothingIsLeftBehind() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwx------"));
    Path file = Files.writeString(out.resolve("a"), "a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path key = Files.writeString(out.resolve("key"), "ab".repeat(32));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-rw----"));
    Program.Ended bad =
        WarmProgram.run("doctor", "--out", out.toString(), "--key-file", key.toString());
    assertThat(bad.exitCode()).isEqualTo(78);
    assertThat(verdicts(bad))
        .containsEntry("output folder", "BAD")
        .containsEntry("pseudonym key", "BAD")
        .containsEntry("file system", "OK")
        .containsEntry("sockets", "OK")
        .containsEntry("spark", "OK");
    assertThat(bad.err()).contains("2 of its files").contains("inside the output folder");
    try (var left = Files.list(out)) {
      assertThat(left).containsExactlyInAnyOrder(file, key);
    }
  }
}
