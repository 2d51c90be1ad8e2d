package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringRunsTest {

  private static final CampaignConfig CONFIG = CampaignConfig.standard();

  private static SenderText text(int i, String masked) {
    return new SenderText("m" + i, "s", List.of("r" + i), null, null, masked, true);
  }

  @Test
  void showsWhereAPhraseRecurs() {
    List<SenderText> outbox = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      outbox.add(text(i, "own" + i + " words" + i + " we ship twice as often now than" + i));
    }
    assertThat(RecurringRuns.of(CONFIG, outbox, "m2")).containsExactly(2, 8);
  }

  @Test
  void twoPhrasesAreTwoRuns() {
    List<SenderText> outbox = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      outbox.add(text(i, "we ship twice a" + i + " b" + i + " as often now"));
    }
    assertThat(RecurringRuns.of(CONFIG, outbox, "m0")).containsExactly(0, 3, 5, 8);
  }

  @Test
  void nothingRecursInASingleMessage() {
    assertThat(RecurringRuns.of(CONFIG, List.of(text(1, "we ship twice as often")), "m1"))
        .isEmpty();
  }

  @Test
  void aMessageOfSomebodyElseIsABug() {
    assertThatThrownBy(() -> RecurringRuns.of(CONFIG, List.of(text(1, "a b c")), "m2"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
