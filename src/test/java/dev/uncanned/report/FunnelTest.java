package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTest {

  private static Funnel half() {
    return Funnel.of(List.of(new Funnel.Sender("a", new Count(50, 100))));
  }

  /** For n = 100, p = 0.5: P(X ≤ 39) = 0.0176, P(X ≤ 40) = 0.0284 (exact binomial). */
  @Test
  void limitsInterpolateBetweenExactBinomialCounts() {
    Funnel.Limits limits = half().limits(100);
    assertThat(limits.lo95()).isCloseTo(0.3968, within(5e-4));
    assertThat(limits.hi95()).isCloseTo(0.5932, within(2e-3));
    assertThat(limits.lo998()).isLessThan(limits.lo95());
    assertThat(limits.hi998()).isGreaterThan(limits.hi95());
  }

  @Test
  void narrowsAsMessagesGrow() {
    Funnel funnel = half();
    assertThat(funnel.limits(4000).hi95()).isCloseTo(0.5155, within(1e-3));
    assertThat(funnel.limits(40).hi95()).isGreaterThan(funnel.limits(400).hi95());
  }

  @Test
  void tellsWhereASenderLies() {
    Funnel funnel = half();
    assertThat(funnel.place(new Count(45, 100))).isEqualTo(Funnel.Place.INSIDE);
    assertThat(funnel.place(new Count(38, 100))).isEqualTo(Funnel.Place.BEYOND_95);
    assertThat(funnel.place(new Count(20, 100))).isEqualTo(Funnel.Place.BEYOND_998);
  }

  @Test
  void everybodyTheSameIsInside() {
    Funnel all = Funnel.of(List.of(new Funnel.Sender("a", new Count(100, 100))));
    assertThat(all.place(new Count(100, 100))).isEqualTo(Funnel.Place.INSIDE);
    Funnel none = Funnel.of(List.of(new Funnel.Sender("a", new Count(0, 100))));
    assertThat(none.place(new Count(0, 100))).isEqualTo(Funnel.Place.INSIDE);
  }

  @Test
  void staysFiniteForLargeCounts() {
    Funnel funnel = Funnel.of(List.of(new Funnel.Sender("a", new Count(150_000, 300_000))));
    Funnel.Limits limits = funnel.limits(300_000);
    assertThat(limits.lo95()).isCloseTo(0.49821, within(1e-4));
    assertThat(limits.hi95()).isCloseTo(0.50179, within(1e-4));
  }
}
