package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FillPairsTest {

  private static final double SLOT_FILL = 0.1;

  private final FillPairs pairs = new FillPairs(SLOT_FILL);

  @Test
  void fillsThatComeTogetherAreOneChoice() {
    for (int choice = 1; choice <= 4; choice++) {
      pairs.add(choice, 10 + choice, 10);
    }
    assertThat(pairs.areOneChoice()).isTrue();
    assertThat(pairs.arePersonal()).isFalse();
  }

  @Test
  void fillsThatMixAreTwoChoices() {
    for (int left = 1; left <= 3; left++) {
      for (int right = 11; right <= 13; right++) {
        pairs.add(left, right, 10);
      }
    }
    assertThat(pairs.areOneChoice()).isFalse();
  }

  @Test
  void oneWayIsNotEnough() {
    for (int left = 1; left <= 8; left++) {
      pairs.add(left, 20 + left / 8, 10);
    }
    assertThat(pairs.areOneChoice()).isFalse();
  }

  @Test
  void slotsThatManyLeaveEmptyTogetherAreAdditions() {
    pairs.add(1, 11, 30);
    pairs.add(2, 12, 30);
    assertThat(pairs.areOneChoice()).isTrue();
    pairs.add(FillPairs.NOTHING, FillPairs.NOTHING, 10);
    assertThat(pairs.areOneChoice()).isFalse();
  }

  @Test
  void pairsThatFewShareMayBeChance() {
    for (int message = 1; message <= 40; message++) {
      pairs.add(message, 100 + message, 1);
    }
    assertThat(pairs.areOneChoice()).isFalse();
    assertThat(pairs.arePersonal()).isTrue();
  }

  @Test
  void bothSlotsHaveToBePersonal() {
    for (int message = 1; message <= 40; message++) {
      pairs.add(message, message % 2, 1);
    }
    assertThat(pairs.arePersonal()).isFalse();
  }

  @Test
  void slotsThatNobodyFilledAreNotPersonal() {
    pairs.add(FillPairs.NOTHING, FillPairs.NOTHING, 40);
    assertThat(pairs.arePersonal()).isFalse();
    assertThat(pairs.areOneChoice()).isFalse();
  }
}
