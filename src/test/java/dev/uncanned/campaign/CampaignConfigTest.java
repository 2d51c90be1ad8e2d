package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CampaignConfigTest {

  @Test
  void rejectsPhrasesOfOneWord() {
    assertThatThrownBy(
            () ->
                new CampaignConfig(
                    1, 3, 8, 0.3, 16, 3, 0.01, 0.2, 0.5, 0.6, 0.15, 5, 0.03, 512, 128, 8, 3, 32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("phrase_words");
  }

  @Test
  void rejectsContainmentThatEverythingReaches() {
    assertThatThrownBy(
            () ->
                new CampaignConfig(
                    3, 3, 8, 0.3, 16, 3, 0.01, 0.2, 0, 0.6, 0.15, 5, 0.03, 512, 128, 8, 3, 32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("containment");
  }

  @Test
  void rejectsShareThatIsNoNumber() {
    assertThatThrownBy(
            () ->
                new CampaignConfig(
                    3,
                    3,
                    8,
                    Double.NaN,
                    16,
                    3,
                    0.01,
                    0.2,
                    0.5,
                    0.6,
                    0.15,
                    5,
                    0.03,
                    512,
                    128,
                    8,
                    3,
                    32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loose_share");
  }
}
