package dev.uncanned.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher gives to Java and to Spark, told by stand-ins for both. */
class LauncherTest {

  private static final String TELLS = "#!/bin/sh\nprintf '%s\\n' \"$@\"\nenv\n";

  @TempDir Path folder;

  @TempDir Path notes;

  /** What starts the launcher as another user; empty for the one of the tests. */
  private List<String> user = List.of();

  /** A checkout that is built, beside a home of Java and one of Spark. */
  @BeforeEach
  void checkout() throws IOException {
    Path launcher = Files.createDirectories(folder.resolve("jobs")).resolve("uncanned");
    Files.copy(Path.of("jobs/uncanned"), launcher);
    Files.createDirectories(folder.resolve("target/lib"));
    Files.createDirectories(folder.resolve("spark/jars"));
    Files.writeString(folder.resolve("target/uncanned.jar"), "");
    executable(launcher);
    script("java/bin/java", TELLS);
    script("spark/bin/spark-submit", TELLS);
  }

  private void script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(List<String> variables, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH")));
    command.add("JAVA_HOME=" + folder.resolve("java"));
    command.add("SPARK_HOME=" + folder.resolve("spark"));
    command.addAll(variables);
    command.addAll(user);
    command.add(folder.resolve("jobs/uncanned").toString());
    command.addAll(Arrays.asList(arguments));
    Path said = notes.resolve("said");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private List<String> said(List<String> variables, String... arguments) throws Exception {
    return said(0, variables, arguments);
  }

  private List<String> said(int code, List<String> variables, String... arguments)
      throws Exception {
    Process process = start(variables, arguments);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<String> said = Files.readAllLines(notes.resolve("said"));
    assertThat(process.exitValue()).as(String.join("\n", said)).isEqualTo(code);
    return said;
  }

  @Test
  void memoryIsASizeOfWhichARunCanLive() throws Exception {
    for (String wrong : List.of("abc", "8gb", "8 g", "-1g", "4m", "8", "0g", "1.5g")) {
      assertThat(said(78, List.of("UNCANNED_MEMORY=" + wrong), "run", "in"))
          .as(wrong)
          .singleElement()
          .asString()
          .startsWith("uncanned: UNCANNED_MEMORY ")
          .endsWith("such as 8g");
    }
    assertThat(said(List.of("UNCANNED_MEMORY=2g"), "run", "in")).contains("-Xmx2048m", "-Xms1024m");
    assertThat(said(List.of("UNCANNED_MEMORY=0900M"), "run", "in"))
        .contains("-Xmx900m", "-Xms900m");
    assertThat(said(List.of("UNCANNED_MEMORY=1048576k"), "run", "in")).contains("-Xmx1024m");
    assertThat(said(List.of("UNCANNED_MEMORY=1073741824"), "run", "in")).contains("-Xmx1024m");
    assertThat(said(List.of("UNCANNED_MEMORY="), "run", "in"))
        .anyMatch(line -> line.matches("-Xmx\\d+m"));
  }

  /** The launcher with a machine of its own: what the kernel tells of memory and of groups. */
  private void machine(String memory, String groups, String limit, String bytes)
      throws IOException {
    Path launcher = folder.resolve("jobs/uncanned");
    Files.writeString(
        launcher,
        Files.readString(Path.of("jobs/uncanned"))
            .replace("/proc/", folder + "/proc/")
            .replace("/sys/fs/cgroup", folder + "/cgroup"));
    Files.createDirectories(folder.resolve("proc/self"));
    Files.writeString(folder.resolve("proc/meminfo"), "MemTotal: " + memory + " kB\n");
    Files.writeString(folder.resolve("proc/self/cgroup"), groups);
    Path file = folder.resolve("cgroup").resolve(limit);
    Files.createDirectories(file.getParent());
    Files.writeString(file, bytes + "\n");
  }

  @Test
  void aMachineWithoutLimitsGivesHalfOfItsMemory() throws Exception {
    machine("8388608", "0::/\n", "memory.max", "max");
    assertThat(said(List.of(), "run", "in")).contains("-Xmx4096m");
    machine("67108864", "0::/\n", "memory.max", "99999999999999");
    assertThat(said(List.of(), "run", "in")).contains("-Xmx12288m");
    Files.delete(folder.resolve("proc/self/cgroup"));
    assertThat(said(List.of(), "run", "in")).contains("-Xmx12288m");
  }

  @Test
  void aContainerGivesHalfOfWhatItMayHave() throws Exception {
    machine("67108864", "0::/\n", "memory.max", "2147483648");
    assertThat(said(List.of(), "run", "in")).contains("-Xmx1024m");
    assertThat(said(List.of("UNCANNED_MEMORY=3g"), "run", "in")).contains("-Xmx3072m");
  }

  @Test
  void aUnitAndTheSliceAboveItAreHeededToo() throws Exception {
    String unit = "0::/system.slice/uncanned.service\n";
    machine("67108864", unit, "system.slice/uncanned.service/memory.max", "4294967296");
    assertThat(said(List.of(), "run", "in")).contains("-Xmx2048m");
    machine("67108864", unit, "system.slice/memory.max", "3221225472");
    assertThat(said(List.of(), "run", "in")).contains("-Xmx1536m");
  }

  @Test
  void groupsOfTheFirstKindAreHeededToo() throws Exception {
    String groups = "5:cpu,memory:/docker/a b\n0::/\n";
    machine("8388608", groups, "memory/memory.limit_in_bytes", "9223372036854771712");
    assertThat(said(List.of(), "run", "in")).contains("-Xmx4096m");
    machine("8388608", groups, "memory/docker/a b/memory.limit_in_bytes", "2147483648");
    assertThat(said(List.of(), "run", "in")).contains("-Xmx1024m");
  }

  @Test
  void aLocaleThatIsNotInstalledDoesNotDecodeNames() throws Exception {
    script("tools/locale", "#!/bin/sh\necho ANSI_X3.4-1968\n");
    List<String> foreign = path("LANG=de_DE.UTF-8");
    assertThat(said(foreign, "status")).contains("LC_ALL=C.UTF-8", "LANG=de_DE.UTF-8");
    script("tools/locale", "#!/bin/sh\nexit 127\n");
    assertThat(said(foreign, "status")).contains("LC_ALL=C.UTF-8");
    script("tools/locale", "#!/bin/sh\necho UTF-8\n");
    assertThat(said(foreign, "status")).noneMatch(line -> line.startsWith("LC_ALL="));
  }

  /** These variables, and tools of the test before those of the machine. */
  private List<String> path(String... variables) {
    List<String> all = new ArrayList<>(List.of(variables));
    all.add("PATH=" + folder.resolve("tools") + ":" + System.getenv("PATH"));
    return all;
  }

  @Test
  void anArchiveBehindALinkCountsWithItsSize() throws Exception {
    Path archives = Files.createDirectory(folder.resolve("archives"));
    try (RandomAccessFile large = new RandomAccessFile(archives.resolve("a").toFile(), "rw")) {
      large.setLength(20_000_000);
    }
    Path file = Files.createSymbolicLink(folder.resolve("file"), archives.resolve("a"));
    Path tree = Files.createSymbolicLink(folder.resolve("tree"), archives);
    for (Path given : List.of(archives, file, tree)) {
      assertThat(said(List.of(), "run", given.toString()))
          .as(given.toString())
          .contains("-XX:MaxInlineLevel=4")
          .doesNotContain("-XX:TieredStopAtLevel=1");
    }
    assertThat(said(List.of(), "run", folder.resolve("jobs").toString()))
        .contains("-XX:TieredStopAtLevel=1");
  }

  /** A checkout that is not built, with stand-ins for Maven and for the Java that notes classes. */
  private void unbuilt() throws IOException {
    Files.delete(folder.resolve("target/uncanned.jar"));
    Files.delete(folder.resolve("target/lib"));
    Files.delete(folder.resolve("target"));
    script("mvnw", "#!/bin/sh\nmkdir -p target/lib\n: >target/uncanned.jar\n: >target/lib/a.jar\n");
    script(
        "java/bin/java",
        "#!/bin/sh\nfor one; do case $one in -XX:ArchiveClassesAtExit=*)\n"
            + "noted=${one#*=}; : >\"$noted\"; chmod 400 \"$noted\"\n"
            + "ls -ld \"${noted%/*}/first-run\" >&2;;\nesac; done\n");
  }

  private String rights(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }

  @Test
  void whatItBuildsCanBeRunByOthersAndItsTrialRunReadByNobodyElse() throws Exception {
    unbuilt();
    said(List.of(), "--version");
    assertThat(rights("target")).isEqualTo("rwxr-xr-x");
    assertThat(rights("target/lib")).isEqualTo("rwxr-xr-x");
    assertThat(rights("target/lib/a.jar")).isEqualTo("rw-r--r--");
    assertThat(rights("target/uncanned.jar")).isEqualTo("rw-r--r--");
    assertThat(rights("target/uncanned.jsa")).isEqualTo("r--r--r--");
    assertThat(Files.readString(folder.resolve("target/classes.log"))).startsWith("drwx------ ");
    assertThat(folder.resolve("target/first-run")).doesNotExist();
  }

  @Test
  void aProgramThatOnlyItsOwnerCanReadIsNotTakenForOneThatIsNotBuilt() throws Exception {
    asSomebodyWhomRightsStop();
    for (String kept : List.of("target", "target/lib", "target/uncanned.jar")) {
      Path closed = folder.resolve(kept);
      Set<PosixFilePermission> before = Files.getPosixFilePermissions(closed);
      Files.setPosixFilePermissions(closed, Set.of());
      assertThat(said(77, List.of(), "run", "in"))
          .singleElement()
          .asString()
          .startsWith("uncanned: ")
          .contains(kept + ": only its owner can read it");
      Files.setPosixFilePermissions(closed, before);
    }
  }

  @Test
  void whoMayNotBuildIsToldSo() throws Exception {
    unbuilt();
    asSomebodyWhomRightsStop();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertThat(said(77, List.of(), "run", "in"))
        .singleElement()
        .asString()
        .contains("the program is not built", "build it as its owner");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** Those who run the tests may be root, whom no rights stop. */
  private void asSomebodyWhomRightsStop() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (System.getProperty("user.name").equals("root")) {
      user = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    }
  }

  @Test
  void javaLeavesNothingOfItselfOutsideOfTheRun() throws Exception {
    assertThat(said(List.of(), "status"))
        .contains("-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null")
        .contains("-XX:-DumpReplayDataOnError");
  }

  @Test
  void sparkSpillsIntoTheFolderOfTheRunWhateverTheEnvironmentNames() throws Exception {
    List<String> named = List.of("SPARK_LOCAL_DIRS=/elsewhere", "SPARK_EXECUTOR_DIRS=/elsewhere");
    assertThat(said(named, "run", "in")).noneMatch(line -> line.contains("/elsewhere"));
    assertThat(said(named, "doctor")).as("it tells of them").containsAll(named);
  }

  @Test
  void sparkSaysNothingHereOfWhatItDoesOnACluster() throws Exception {
    assertThat(said(List.of("SPARK_SUBMIT_OPTS=-Da=b"), "run", "in", "--master", "spark://h:7077"))
        .containsSubsequence("--master", "spark://h:7077", "run", "in")
        .contains(
            "SPARK_SUBMIT_OPTS=-Da=b \"-Dlog4j2.configurationFile="
                + folder.toRealPath().resolve("conf/log4j2.properties")
                + "\"");
  }

  @Test
  void stoppedWhileClassesAreNotedItStopsTheirJava() throws Exception {
    Path noted = Files.writeString(folder.resolve("target/uncanned.jsa"), "");
    Path log = Files.writeString(folder.resolve("target/classes.log"), "");
    Files.setLastModifiedTime(log, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    script("java/bin/java", "#!/bin/sh\necho $$ >\"" + folder + "/pid\"\nexec sleep 60\n");
    Process launcher = start(List.of(), "run", "in");
    long java = awaitNumber(folder.resolve("pid"));
    launcher.destroy();
    assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(143);
    assertThat(ProcessHandle.of(java).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(noted).doesNotExist();
    assertThat(folder.resolve("target/first-run")).doesNotExist();
    assertThat(Files.getLastModifiedTime(log)).as("tried again").isEqualTo(FileTime.fromMillis(0));
  }

  private static long awaitNumber(Path file) throws Exception {
    for (int tenths = 0; tenths < 200; tenths++) {
      String text = Files.exists(file) ? Files.readString(file).strip() : "";
      if (!text.isEmpty()) {
        return Long.parseLong(text);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("nothing was started");
  }
}
