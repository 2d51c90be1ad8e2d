package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void sameGroupsUnderOtherNamesAgree() {
    Agreement same = Agreement.of(List.of("a", "a", "b", "c"), List.of("1", "1", "2", "3"));
    assertThat(same.pair_f1()).isEqualTo(1);
    assertThat(same.bcubed_f1()).isEqualTo(1);
    assertThat(same.adjusted_rand()).isEqualTo(1);
    assertThat(same.true_groups_n()).isEqualTo(3);
  }

  /** Counted by hand: true groups {1,2,3} {4,5}, found {1,2} {3,4,5}. */
  @Test
  void countsPairsAndItems() {
    Agreement some =
        Agreement.of(List.of("a", "a", "a", "b", "b"), List.of("x", "x", "y", "y", "y"));
    assertThat(some.pair_precision()).isEqualTo(2 / 4.0);
    assertThat(some.pair_recall()).isEqualTo(2 / 4.0);
    assertThat(some.bcubed_precision()).isCloseTo((1 + 1 + 1 / 3.0 + 4 / 3.0) / 5, within(1e-12));
    assertThat(some.bcubed_recall()).isCloseTo((4 / 3.0 + 1 / 3.0 + 2) / 5, within(1e-12));
    assertThat(some.adjusted_rand()).isCloseTo((2 - 1.6) / (4 - 1.6), within(1e-12));
  }

  @Test
  void leavesOutWhatCannotBeDivided() {
    Agreement alone = Agreement.of(List.of("a", "b"), List.of("x", "y"));
    assertThat(alone.pair_precision()).isNull();
    assertThat(alone.pair_f1()).isNull();
    assertThat(alone.bcubed_f1()).isEqualTo(1);
    assertThat(Agreement.of(List.of(), List.of()).bcubed_f1()).isNull();
  }

  @Test
  void refusesGroupingsOfDifferentItems() {
    assertThatThrownBy(() -> Agreement.of(List.of("a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void agreesWithCountingEveryPair() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 50; trial++) {
      List<String> truths = new ArrayList<>();
      List<String> founds = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        truths.add("t" + random.nextInt(8));
        founds.add("f" + random.nextInt(8));
      }
      int together = 0;
      int inTruth = 0;
      int inFound = 0;
      for (int i = 0; i < 60; i++) {
        for (int j = 0; j < i; j++) {
          boolean truth = truths.get(i).equals(truths.get(j));
          boolean found = founds.get(i).equals(founds.get(j));
          inTruth += truth ? 1 : 0;
          inFound += found ? 1 : 0;
          together += truth && found ? 1 : 0;
        }
      }
      Agreement agreement = Agreement.of(truths, founds);
      assertThat(agreement.pair_precision()).isEqualTo((double) together / inFound);
      assertThat(agreement.pair_recall()).isEqualTo((double) together / inTruth);
      assertThat(agreement.adjusted_rand()).isBetween(-0.2, 0.2);
    }
  }
}
