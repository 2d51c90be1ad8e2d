package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KappaTest {

  private static final List<String> YES_NO = List.of("yes", "no");
  private static final List<String> LEVELS = List.of("0", "1", "2", "3", "4");

  /** 20 both yes, 15 both no, 5 and 10 apart: the example of the handbooks, kappa 0.4. */
  @Test
  void givesThePlainKappaForTwoAnswers() {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    add(left, right, "yes", "yes", 20);
    add(left, right, "yes", "no", 5);
    add(left, right, "no", "yes", 10);
    add(left, right, "no", "no", 15);
    assertThat(Kappa.weighted(YES_NO, left, right)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void weighsNearLevelsLess() {
    List<String> truth = List.of("0", "1", "2", "3", "4", "1");
    double near = Kappa.weighted(LEVELS, truth, List.of("0", "1", "2", "3", "3", "1"));
    double far = Kappa.weighted(LEVELS, truth, List.of("0", "1", "2", "3", "0", "1"));
    assertThat(near).isBetween(0.9, 1.0);
    assertThat(far).isLessThan(0.5);
    assertThat(Kappa.weighted(LEVELS, truth, truth)).isEqualTo(1);
  }

  @Test
  void isUnknownWithoutItemsOrDifferences() {
    assertThat(Kappa.weighted(YES_NO, List.of(), List.of())).isNull();
    assertThat(Kappa.weighted(YES_NO, List.of("no", "no"), List.of("no", "no"))).isNull();
  }

  private static void add(
      List<String> left, List<String> right, String one, String other, int times) {
    for (int i = 0; i < times; i++) {
      left.add(one);
      right.add(other);
    }
  }
}
