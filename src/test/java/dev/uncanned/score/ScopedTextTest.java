package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopedTextTest {

  private static final ScoreConfig CONFIG = ScoreConfig.DEFAULT;
  private static final String OPENING =
      "hi \u27e8FIRST\u27e9 our mill in the valley spins yarn from the wool of its own sheep ";
  private static final String CALL = "would you have ten minutes for a call on thursday";
  private static final String REPLY = "just hit reply if this speaks to you";

  @ParameterizedTest
  @CsvSource({
    "20,, TEMPLATE",
    "20, 400, TEMPLATE",
    "19, 400, CAMPAIGN",
    "19, 19, TEMPLATE",
    "10,, TEMPLATE",
    ", 10, CAMPAIGN",
    ",, SENDER"
  })
  void measuresATextAgainstItsTemplateItsCampaignOrTheOutbox(
      Long cluster, Long campaign, Scope scope) {
    List<ScopedText> own =
        ScopedText.of(text("m", "hello", "c", cluster, campaign), CONFIG).stream()
            .filter(place -> !place.witness())
            .toList();
    assertThat(own).extracting(ScopedText::scope).containsExactly(scope);
  }

  @Test
  void sendsSomeOfALargeTemplateToItsCampaign() {
    assertThat(witnesses(1_000, 1_200L)).isBetween(10, 40);
    assertThat(witnesses(20, 28L)).isEqualTo(20);
    assertThat(witnesses(20, 20L)).as("nobody else is in the campaign").isZero();
    assertThat(witnesses(20, null)).isZero();
  }

  @Test
  void aSmallVariantOfALargeTemplateIsMeasuredByWhatTheyShare() {
    List<ScopedText> places = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      places.addAll(ScopedText.of(text("large" + i, OPENING + CALL, "large", 32L, 40L), CONFIG));
    }
    for (int i = 0; i < 8; i++) {
      String masked = OPENING + REPLY + (i == 0 ? " greetings to your blind dog" : "");
      places.addAll(ScopedText.of(text("small" + i, masked, "small", null, 40L), CONFIG));
    }
    Map<String, Integer> words = new HashMap<>();
    new Customisation(CONFIG)
        .customised(places.stream().filter(place -> place.scope() == Scope.CAMPAIGN).iterator())
        .forEachRemaining(result -> words.put(result.message_id(), result.customised_words()));
    assertThat(words).hasSize(8).containsEntry("small0", 5).containsEntry("small1", 0);
  }

  private static int witnesses(long members, Long campaign) {
    int witnesses = 0;
    for (int i = 0; i < members; i++) {
      for (ScopedText place : ScopedText.of(text("m" + i, "a", "c", members, campaign), CONFIG)) {
        witnesses += place.witness() && place.scope() == Scope.CAMPAIGN ? 1 : 0;
      }
    }
    return witnesses;
  }

  private static AddressedText text(
      String id, String masked, String cluster, Long clusterN, Long campaignN) {
    return new AddressedText(
        id, List.of("to " + id), "s", masked, null, cluster, "campaign", clusterN, campaignN, null);
  }
}
