package dev.uncanned.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayShiftTest {

  private static final int DAYS = 14;
  private static final int CONVERSATIONS = 5_000;

  private static DayShift shift(String label, int days) {
    return new DayShift(new FreshIds(new byte[32], label), days);
  }

  @Test
  void shiftsStayWithinTheRangeAndReachItsEnds() {
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < CONVERSATIONS; i++) {
      seen.add(shift("a", DAYS).days("account" + i % 97, "thread" + i));
    }
    assertThat(seen).allMatch(days -> Math.abs(days) <= DAYS).hasSize(2 * DAYS + 1);
  }

  @Test
  void gapsAndOrderWithinAConversationAreKept() {
    DayShift shift = shift("a", DAYS);
    LocalDate first = shift.day(Instant.parse("2026-03-01T23:59:59Z"), "anna", "t");
    LocalDate next = shift.day(Instant.parse("2026-03-04T00:00:00Z"), "anna", "t");
    assertThat(next).isEqualTo(first.plusDays(3));
  }

  /** What one conversation alone would average out, and one known date would undo for all. */
  @Test
  void partOfTheShiftIsTheAccountsAndPartTheConversations() {
    Set<Long> ofAnna = new HashSet<>();
    double sum = 0;
    for (int i = 0; i < CONVERSATIONS; i++) {
      long days = shift("a", DAYS).days("anna", "thread" + i);
      ofAnna.add(days);
      sum += days;
    }
    assertThat(ofAnna).hasSize(DAYS + 1);
    long account = Math.round(sum / CONVERSATIONS);
    assertThat(ofAnna).allMatch(days -> Math.abs(days - account) <= DAYS / 2);
    assertThat(account).as("drawn once under this label").isNotZero();
  }

  @Test
  void anotherLabelShiftsOtherwise() {
    Set<Long> differences = new HashSet<>();
    for (int i = 0; i < DAYS; i++) {
      String thread = "thread" + i;
      differences.add(
          shift("a", DAYS).days("anna", thread) - shift("b", DAYS).days("anna", thread));
    }
    assertThat(differences.size()).isGreaterThan(1);
  }

  @Test
  void withoutJitterTimesAreOnlyCutToTheDay() {
    assertThat(shift("a", 0).day(Instant.parse("2026-03-01T23:59:59Z"), "anna", "t"))
        .isEqualTo("2026-03-01");
    assertThat(shift("a", DAYS).day(null, "anna", "t")).isNull();
    assertThat(shift("a", 1).days(null, "t")).isBetween(-1L, 1L);
  }
}
