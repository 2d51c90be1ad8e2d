package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactCollapseTest {

  private static final Instant EARLY = Instant.ofEpochSecond(10);
  private static final Instant LATE = Instant.ofEpochSecond(20, 5_999);

  @Test
  void keepsEarliestTimeAndCountsCopies() {
    assertThat(collapse(10, copy("a", LATE), copy("b", null), copy("a", EARLY), copy("a", null)))
        .containsExactly(
            new DistinctText("a", "text a", 10_000_000L, 3),
            new DistinctText("b", "text b", Long.MAX_VALUE, 1));
  }

  @Test
  void cutsTimesToMicroseconds() {
    assertThat(ExactCollapse.micros(LATE)).isEqualTo(20_000_005L);
    assertThat(ExactCollapse.micros(Instant.ofEpochSecond(-1, 1_000))).isEqualTo(-999_999L);
  }

  @Test
  void survivesImpossibleTimes() {
    assertThat(ExactCollapse.micros(Instant.MAX)).isPositive().isLessThan(Long.MAX_VALUE);
    assertThat(ExactCollapse.micros(Instant.MIN)).isNegative();
  }

  @Test
  void holdsNoMoreTextsThanAllowedAndLosesNone() {
    List<TextOccurrence> occurrences = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      occurrences.add(copy("t" + i % 10, Instant.ofEpochSecond(i)));
    }
    List<DistinctText> rows = new ArrayList<>();
    ExactCollapse.within(occurrences.iterator(), 3).forEachRemaining(rows::add);
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(rows.stream().mapToLong(DistinctText::copies_n).sum()).isEqualTo(100);
    DistinctText merged =
        ExactCollapse.mergeAll(
            rows.stream().filter(row -> row.fingerprint().equals("t4")).iterator());
    assertThat(merged).isEqualTo(new DistinctText("t4", "text t4", 4_000_000L, 10));
  }

  @Test
  void makesNothingOfNothing() {
    assertThat(collapse(10)).isEmpty();
  }

  @Test
  void refusesToMergeDifferentTexts() {
    DistinctText a = new DistinctText("a", "text a", 1, 1);
    DistinctText b = new DistinctText("b", "text b", 1, 1);
    assertThatThrownBy(() -> ExactCollapse.merge(a, b))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<DistinctText> collapse(int held, TextOccurrence... occurrences) {
    List<DistinctText> rows = new ArrayList<>();
    ExactCollapse.within(List.of(occurrences).iterator(), held).forEachRemaining(rows::add);
    return rows;
  }

  private static TextOccurrence copy(String fingerprint, Instant sentAt) {
    return new TextOccurrence(fingerprint, "text " + fingerprint, sentAt);
  }
}
