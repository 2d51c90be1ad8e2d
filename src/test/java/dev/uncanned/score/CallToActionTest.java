package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallToActionTest {

  @ParameterizedTest
  @CsvSource({
    "would a short call on tuesday suit you ⟨FIRST⟩, call",
    "do you have ⟨NUM⟩ minutes next week, call",
    "i called you a report is at ⟨URL⟩ to download, read",
    "after the webinar let us book a slot, meeting",
    "passt ihnen ein kurzes telefonat, call",
    "tenez essayez la démonstration, demo"
  })
  void tellsByTheLastWordThatAsks(String masked, String action) {
    assertThat(CallToAction.of(masked)).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({"'',", "happy birthday ⟨FIRST⟩,", "recall the caller,"})
  void saysNothingWhereNoKnownWordAsks(String masked) {
    assertThat(CallToAction.of(masked)).isNull();
  }
}
