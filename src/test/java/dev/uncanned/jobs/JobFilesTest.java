package dev.uncanned.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for cron, systemd and Airflow, tried with the tools that read them. */
class JobFilesTest {

  private static final Path JOBS = Path.of("jobs").toAbsolutePath();
  private static final String PLACE = "/opt/uncanned";

  @TempDir Path folder;

  private record Ended(int exitCode, String said) {}

  /** A checkout whose program says what it was given, and ends with the code in a file. */
  @BeforeEach
  void checkout() throws IOException {
    Path jobs = Files.createDirectories(folder.resolve("jobs"));
    Files.copy(JOBS.resolve("nightly"), jobs.resolve("nightly"));
    Path program = jobs.resolve("uncanned");
    Files.writeString(
        program,
        "#!/bin/sh\necho \"$@\"\nexit $(cat \"$(dirname \"$0\")/code\" 2>/dev/null || echo 0)\n");
    for (Path script : List.of(program, jobs.resolve("nightly"))) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void ends(int code) throws IOException {
    Files.writeString(folder.resolve("jobs").resolve("code"), Integer.toString(code));
  }

  private Ended run(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    List<String> clean = new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH")));
    clean.addAll(Arrays.asList(command));
    Process process =
        new ProcessBuilder(clean).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(said));
  }

  private boolean has(String tool) throws IOException, InterruptedException {
    return run("sh", "-c", "command -v " + tool).exitCode() == 0;
  }

  private String here(String file) throws IOException {
    return Files.readString(JOBS.resolve(file)).replace(PLACE, folder.toString());
  }

  @Test
  void nightlyLooksUpToADayBeforeTodayUnlessToldOtherwise() throws Exception {
    String nightly = folder.resolve("jobs/nightly").toString();
    String said = run(nightly, "in", "--out", "o").said().strip();
    assertThat(said).matches("run in --out o --as-of \\d{4}-\\d\\d-\\d\\d --quiet");
    LocalDate day = LocalDate.parse(said.split(" ")[5]);
    assertThat(day).isBetween(LocalDate.now().minusDays(3), LocalDate.now());
    assertThat(run(nightly, "in", "--as-of=2026-11-01", "--log-format=json").said().strip())
        .isEqualTo("run in --as-of=2026-11-01 --log-format=json");
    assertThat(run(nightly, "in", "--as-of=2026-11-01", "--quiet").said().strip())
        .isEqualTo("run in --as-of=2026-11-01 --quiet");
    ends(75);
    assertThat(run(nightly, "in").exitCode()).isEqualTo(75);
  }

  @Test
  void cronLineRunsAsCronRunsIt() throws Exception {
    String line =
        here("cron/uncanned.cron")
            .lines()
            .filter(one -> Character.isDigit(one.charAt(0)))
            .findFirst()
            .orElseThrow();
    assertThat(line).as("cron ends the command there").doesNotContain("%");
    String[] fields = line.split(" ", 7);
    assertThat(fields[5]).isEqualTo("uncanned");
    Ended ended = run("sh", "-c", fields[6]);
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(ended.said()).startsWith("run /srv/uncanned/inbox --out /srv/uncanned/out");
  }

  @Test
  void systemdTriesAgainWhatIsWorthItAndNothingElse() throws IOException {
    List<String> rules =
        here("systemd/uncanned.service")
            .lines()
            .filter(line -> line.startsWith("Restart"))
            .toList();
    assertThat(rules)
        .containsExactly("Restart=no", "RestartForceExitStatus=75", "RestartSec=10min");
  }

  @Test
  void systemdTakesTheUnits() throws Exception {
    assumeTrue(has("systemd-analyze"), "systemd-analyze is not installed");
    Path service =
        Files.writeString(folder.resolve("uncanned.service"), here("systemd/uncanned.service"));
    Path timer =
        Files.copy(JOBS.resolve("systemd/uncanned.timer"), folder.resolve("uncanned.timer"));
    Ended ended = run("systemd-analyze", "verify", service.toString(), timer.toString());
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(ended.said()).doesNotContain("uncanned.service:").doesNotContain("uncanned.timer:");
  }

  @Test
  void airflowRetriesOnlyWhatIsWorthIt() throws Exception {
    assumeTrue(has("python3"), "python3 is not installed");
    Files.writeString(folder.resolve("uncanned_nightly.py"), here("airflow/uncanned_nightly.py"));
    Path airflow = Files.createDirectories(folder.resolve("airflow/operators"));
    Files.writeString(
        folder.resolve("airflow/__init__.py"),
        "class DAG:\n"
            + "    def __init__(self, **given): self.given = given\n"
            + "    def __enter__(self): return self\n"
            + "    def __exit__(self, *ended): pass\n");
    Files.writeString(
        folder.resolve("airflow/exceptions.py"),
        "class AirflowException(Exception): pass\n"
            + "class AirflowFailException(AirflowException): pass\n"
            + "class AirflowSkipException(AirflowException): pass\n");
    Files.writeString(airflow.resolve("__init__.py"), "");
    Files.writeString(
        airflow.resolve("python.py"),
        "class PythonOperator:\n"
            + "    made = []\n"
            + "    def __init__(self, **given): self.made.append(given)\n");
    assertThat(night(0)).startsWith("run /srv/uncanned/inbox").contains("--as-of=2026-11-22");
    assertThat(night(99)).isEqualTo("AirflowSkipException");
    assertThat(night(75)).isEqualTo("AirflowException");
    assertThat(night(65)).isEqualTo("AirflowFailException");
    assertThat(night(143)).isEqualTo("AirflowFailException");
  }

  private String night(int code) throws Exception {
    ends(code);
    Ended ended =
        run(
            "python3",
            "-c",
            "import sys; sys.path.insert(0, '"
                + folder
                + "')\n"
                + "import uncanned_nightly as n\n"
                + "from airflow.operators.python import PythonOperator as P\n"
                + "assert P.made[0]['op_args'] == ['{{ ds }}']\n"
                + "try: print(P.made[0]['python_callable']('2026-11-22'))\n"
                + "except Exception as e: print(type(e).__name__)\n");
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    return ended.said().strip();
  }
}
