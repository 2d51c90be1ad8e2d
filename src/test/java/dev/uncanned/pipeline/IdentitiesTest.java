package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.archive.InputCount;
import dev.uncanned.mart.InputRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

  private static InputCount count(long seen, long parsed, long quarantined) {
    return new InputCount("i", "a", "eml", seen, parsed, quarantined, 0, 1, null);
  }

  private static InputRow row(long parsed, long duplicate, long outOfScope) {
    return new InputRow(
        "i", "a", "eml", parsed, parsed, 0, duplicate, outOfScope, 1, "r", "1", "k");
  }

  @Test
  void holdWhereEverythingIsAccountedFor() {
    assertThatCode(() -> Identities.requireNothingLost(List.of(count(5, 4, 1)), 1))
        .doesNotThrowAnyException();
    assertThatCode(() -> Identities.requireSums(List.of(row(9, 2, 3)), 4))
        .doesNotThrowAnyException();
    assertThatCode(() -> Identities.requireSameRows(Map.of("messages", 4L, "message_scores", 4L)))
        .doesNotThrowAnyException();
  }

  @Test
  void recordThatVanishesStopsTheRun() {
    assertThatThrownBy(() -> Identities.requireNothingLost(List.of(count(5, 3, 1)), 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rejectWithoutARowStopsTheRun() {
    assertThatThrownBy(() -> Identities.requireNothingLost(List.of(count(5, 4, 1)), 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void byteThatIsNeitherReadNorRejectedStopsTheRun() {
    InputCount first = new InputCount("i", "a", "mbox", 1, 1, 0, 0, 4, null, 0, 0, 4, 10);
    InputCount rest = new InputCount("i", "a", "mbox", 1, 1, 0, 0, 6, null, 0, 4, 10, 10);
    assertThatCode(() -> Identities.requireTiled(List.of(rest, first))).doesNotThrowAnyException();
    assertThatThrownBy(() -> Identities.requireTiled(List.of(rest)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("input i: gap at byte 0");
  }

  @Test
  void messageThatVanishesStopsTheRun() {
    assertThatThrownBy(() -> Identities.requireSums(List.of(row(9, 2, 3)), 3))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Identities.requireSums(List.of(row(9, -1, 3)), 7))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> Identities.requireSameRows(Map.of("messages", 4L, "message_scores", 3L)))
        .isInstanceOf(IllegalStateException.class);
  }
}
