package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChanceTest {

  /** That all hits fall to the 30: 0.111 for 1, 0.0120 for 2, 0.00125 for 3 (hypergeometric). */
  @Test
  void explainsFewHitsAfterNone() {
    assertThat(Chance.explains(new Count(1, 30), new Count(0, 240))).isTrue();
    assertThat(Chance.explains(new Count(2, 30), new Count(0, 240))).isTrue();
    assertThat(Chance.explains(new Count(3, 30), new Count(0, 240))).isFalse();
  }

  @Test
  void explainsNoFirstHitsAfterVeryManyTrials() {
    assertThat(Chance.explains(new Count(1, 30), new Count(0, 100_000))).isFalse();
  }

  @Test
  void judgesFewerHitsAsItJudgesFewerMisses() {
    for (int hits = 0; hits <= 40; hits++) {
      assertThat(Chance.explains(new Count(hits, 40), new Count(200, 320)))
          .as("%d of 40", hits)
          .isEqualTo(Chance.explains(new Count(40 - hits, 40), new Count(120, 320)));
    }
    assertThat(Chance.explains(new Count(0, 40), new Count(200, 320))).isFalse();
    assertThat(Chance.explains(new Count(40, 40), new Count(200, 320))).isFalse();
  }

  @Test
  void agreesWithThreeStandardDeviationsWhereCountsAreLarge() {
    Count base = new Count(500_000, 1_000_000);
    double deviation = Math.sqrt(0.25 * (1 / 100_000.0 + 1 / 1_000_000.0));
    long limit = Math.round(100_000 * (0.5 + 3 * deviation));
    assertThat(Chance.explains(new Count(limit - 5, 100_000), base)).isTrue();
    assertThat(Chance.explains(new Count(limit + 5, 100_000), base)).isFalse();
    assertThat(Chance.explains(new Count(100_000, 100_000), base)).isFalse();
    assertThat(Chance.explains(new Count(0, 100_000), base)).isFalse();
  }

  @Test
  void theSameShareIsNoChange() {
    for (int hits : new int[] {0, 15, 30}) {
      Count count = new Count(hits, 30);
      assertThat(Chance.explains(count, count)).isTrue();
    }
  }

  /** For n = 30, p = 0.03: P(X ≥ 5) = 0.00185, P(X ≥ 6) = 0.00023 (exact binomial). */
  @Test
  void fewestAndMostHitsAreThoseOfTheExactBinomial() {
    assertThat(Chance.most(30, 0.03)).isEqualTo(5);
    assertThat(Chance.fewest(30, 0.03)).isZero();
    assertThat(Chance.most(100, 0.5)).isEqualTo(65);
    assertThat(Chance.fewest(100, 0.5)).isEqualTo(35);
    assertThat(Chance.fewest(30, 0.97)).isEqualTo(25);
  }

  @Test
  void whatAlwaysOrNeverHappensLeavesNothingToChance() {
    assertThat(Chance.fewest(30, 0)).isZero();
    assertThat(Chance.most(30, 0)).isZero();
    assertThat(Chance.fewest(30, 1)).isEqualTo(30);
    assertThat(Chance.most(30, 1)).isEqualTo(30);
  }
}
