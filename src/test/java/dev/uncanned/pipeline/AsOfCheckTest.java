package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.QualityGate.Outcome;
import dev.uncanned.pipeline.QualityGate.Verdict;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsOfCheckTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final QualityConfig SHIPPED = new ConfigReader().read(null, Map.of()).quality();

  @TempDir Path folder;

  private RunRequest request(LocalDate asOf, LocalDate only, boolean force) {
    return new RunRequest(
        List.of(folder.resolve("in")),
        folder.resolve("out"),
        null,
        asOf,
        only,
        null,
        null,
        RunRequest.Until.REPORT,
        null,
        null,
        false,
        false,
        force,
        false,
        0);
  }

  private static Manifest published(Generation generation) {
    return Manifest.of(
        generation,
        new Manifest.Request("k", DAY.toString(), Version.CODE, Version.METRICS, "id", null),
        List.of());
  }

  private void requireNotEarlier(LocalDate asOf, LocalDate only, boolean force) {
    Manifest newest = published(new Generation(1, 0, "r", folder));
    AsOfCheck.requireNotEarlier(request(asOf, only, force), newest);
  }

  @Test
  void onlyAnEarlierDayThatNobodyForcesIsRefused() {
    assertThatThrownBy(() -> requireNotEarlier(DAY.minusDays(1), null, false))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining("looks up to 2026-11-02, this run only up to 2026-11-01;")
        .hasMessageContaining("--force");
    assertThatCode(
            () -> {
              requireNotEarlier(DAY.minusDays(1), null, true);
              requireNotEarlier(DAY.minusDays(1), DAY.minusDays(1), false);
              requireNotEarlier(DAY, null, false);
              requireNotEarlier(DAY.plusDays(1), null, false);
              requireNotEarlier(null, null, false);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aRunWhoseClockWentBackEndsBeforeAnyWorkAndIsNoted() throws Exception {
    SmallExport.write(folder.resolve("in"), "a.zip", "olga", 0, 3);
    Store store = new Store(folder.resolve("out"));
    store.create();
    Generation generation = store.begin("r");
    store.publish(generation, published(generation));
    RunRecord record = new RunRecord(step -> {}, InstantSource.system());
    Runner runner = new Runner(Map.of(), folder.toString(), record);

    assertThatThrownBy(() -> runner.run(request(DAY.minusDays(1), null, false)))
        .isInstanceOf(UserException.class);

    Path note = folder.resolve("out/last_run.json");
    JsonNode told = new ObjectMapper().readTree(note.toFile());
    assertThat(told.get("exit_code").asInt()).isEqualTo(ExitCode.CONFIG.number());
    assertThat(told.get("error").asText()).contains("looks up to 2026-11-02");
    assertThat(store.newest().orElseThrow().generation()).isEqualTo(1);
    assertThat(Files.exists(store.work())).isFalse();
  }

  private static Verdict gap(LocalDate newest) {
    return AsOfCheck.gap(SHIPPED, newest, DAY).get(0);
  }

  @Test
  void aDayFarAfterAllMessagesWarnsAndNoMore() {
    assertThat(gap(DAY.minusDays(60)).outcome()).isEqualTo(Outcome.PASS);
    assertThat(gap(DAY.minusDays(61)).outcome()).isEqualTo(Outcome.WARN);
    assertThat(gap(DAY.minusDays(61)).n()).isEqualTo(61);
    assertThat(gap(DAY.minusDays(61)).allowed()).isEqualTo(60);
    assertThat(gap(DAY.plusDays(9)).n()).as("messages after the day").isZero();
    assertThat(gap(null).outcome()).as("nothing is dated").isEqualTo(Outcome.PASS);
    QualityConfig off = new QualityConfig(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(AsOfCheck.gap(off, DAY.minusYears(9), DAY)).isEmpty();
  }
}
