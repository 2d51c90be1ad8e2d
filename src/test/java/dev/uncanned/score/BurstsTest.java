package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.DateQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BurstsTest {

  private static final Instant NINE = Instant.parse("2025-03-03T09:00:07Z");
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

  private final Bursts bursts = new Bursts();

  @Test
  void countsTheFullestHourAndTheFullestDayThatEndOnADay() {
    List<BurstSend> sends = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sends.add(send("a" + i, NINE.plusSeconds(i * 720L)));
    }
    sends.add(send("b", NINE.plusSeconds(23 * 3600)));
    assertThat(days(sends))
        .containsExactly(
            new Burst("s", MONDAY, 6, 5, 6, false),
            new Burst("s", MONDAY.plusDays(1), 1, 1, 7, false));
  }

  @Test
  void seesAMachineInTwentyEvenGaps() {
    assertThat(days(paced(20, 40, 0)).get(0).automation_hint()).isTrue();
    assertThat(days(paced(19, 40, 0)).get(0).automation_hint()).isFalse();
    assertThat(days(paced(20, 100, 0)).get(0).automation_hint()).isFalse();
  }

  @Test
  void seesAPersonInUnevenGaps() {
    assertThat(days(paced(60, 5, 150)).get(0).automation_hint()).isFalse();
  }

  @Test
  void seesAMachineInOneInstant() {
    assertThat(days(paced(25, 0, 0)).get(0).automation_hint()).isTrue();
  }

  @Test
  void doesNotKnowWhereTheArchiveHasNoSeconds() {
    List<BurstSend> sends = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      sends.add(send("a" + i, Instant.parse("2025-03-03T09:00:00Z").plusSeconds(i / 2 * 60L)));
    }
    assertThat(days(sends).get(0).automation_hint()).isNull();
    assertThat(days(sends.subList(0, 5)).get(0).automation_hint()).isFalse();
  }

  @Test
  void oneTimeWithSecondsDoesNotLendThemToAWholeRun() {
    List<BurstSend> minutes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      minutes.add(send("a" + i, Instant.parse("2025-03-03T23:50:00Z").plusSeconds(i * 60L)));
    }
    assertThat(days(minutes)).extracting(Burst::automation_hint).containsOnlyNulls();
    minutes.add(send("b", NINE));
    minutes.add(send("c", Instant.parse("2025-03-03T23:55:30Z")));
    assertThat(days(minutes)).extracting(Burst::automation_hint).containsOnlyNulls();
  }

  @Test
  void wholeMinutesFarApartAreNoRun() {
    List<BurstSend> sends = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      sends.add(send("a" + i, Instant.parse("2025-03-03T06:00:00Z").plusSeconds(i * 600L)));
    }
    assertThat(days(sends).get(0).automation_hint()).isFalse();
  }

  @Test
  void datesWithoutATimeOfDayTellNothingOfHoursAndPace() {
    List<BurstSend> sends = daysOnly(30, "2025-03-02T23:00:00Z", DateQuality.FALLBACK);
    LocalDate sunday = MONDAY.minusDays(1);
    assertThat(days(sends)).containsExactly(new Burst("s", sunday, 30, null, 30, null));
    sends.add(send("b", Instant.parse("2025-03-02T23:10:07Z")));
    assertThat(days(sends)).containsExactly(new Burst("s", sunday, 31, 1, 31, null));
    assertThat(days(daysOnly(20, "2025-03-03T00:00:00Z", DateQuality.MINUTE)))
        .containsExactly(new Burst("s", MONDAY, 20, null, 20, null));
    assertThat(days(daysOnly(5, "2025-03-03T00:00:00Z", DateQuality.FALLBACK)))
        .containsExactly(new Burst("s", MONDAY, 5, null, 5, false));
  }

  @Test
  void timesOfASubstituteCountLikeAnyOthers() {
    List<BurstSend> sends = daysOnly(25, "2025-03-03T09:00:07Z", DateQuality.FALLBACK);
    assertThat(days(sends)).containsExactly(new Burst("s", MONDAY, 25, 25, 25, true));
  }

  private static List<BurstSend> daysOnly(int count, String at, DateQuality quality) {
    List<BurstSend> sends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sends.add(new BurstSend("d" + i, "s", Instant.parse(at), quality, false));
    }
    return sends;
  }

  @Test
  void countsAMessageToManyOnceAndMachinesAndUndatedNever() {
    List<BurstSend> sends = new ArrayList<>(Collections.nCopies(50, send("one", NINE)));
    sends.add(send("undated", null));
    sends.add(new BurstSend("auto", "s", NINE, DateQuality.SECOND, true));
    assertThat(days(sends)).containsExactly(new Burst("s", MONDAY, 1, 1, 1, false));
    assertThat(days(List.of())).isEmpty();
  }

  @Test
  void needsNoOrderAndBearsTimesBeforeTheEpoch() {
    List<BurstSend> sends = new ArrayList<>(paced(3_000, 55, 9));
    sends.add(send("old", Instant.parse("1969-12-31T23:59:59Z")));
    List<Burst> expected = days(sends);
    Collections.shuffle(sends, new Random(3));
    assertThat(days(sends)).isEqualTo(expected);
    assertThat(expected.get(0).day()).isEqualTo(LocalDate.of(1969, 12, 31));
    assertThat(expected.stream().mapToInt(Burst::sends_n).sum()).isEqualTo(3_001);
  }

  private static List<BurstSend> paced(int count, int gap, int jitter) {
    Random random = new Random(11);
    List<BurstSend> sends = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < count; i++) {
      sends.add(send("m" + i, NINE.plusSeconds(at)));
      at += gap + (jitter == 0 ? 0 : random.nextInt(jitter));
    }
    return sends;
  }

  private List<Burst> days(List<BurstSend> sends) {
    List<Burst> days = new ArrayList<>();
    bursts.of("s", sends.iterator()).forEachRemaining(days::add);
    return days;
  }

  private static BurstSend send(String id, Instant at) {
    return new BurstSend(id, "s", at, DateQuality.SECOND, false);
  }
}
