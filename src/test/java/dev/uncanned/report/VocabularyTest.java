package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Reason;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void everyReasonOfARejectHasAMeaning() {
    for (Reason reason : Reason.values()) {
      assertThat(Vocabulary.reject(reason.name())).as(reason.name()).endsWith(".");
    }
  }

  @Test
  void aCodeThatIsNotKnownHasNoMeaning() {
    assertThat(Vocabulary.reject("FROM_A_LATER_VERSION")).isEmpty();
  }
}
