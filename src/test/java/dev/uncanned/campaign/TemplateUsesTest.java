package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateUsesTest {

  private static final String LONG = "word ".repeat(CrossSenderCampaigns.LEAST_WORDS).strip();
  private static final String SHORT = "word ".repeat(CrossSenderCampaigns.LEAST_WORDS - 1).strip();
  private static final Instant DAY = Instant.parse("2026-01-05T09:00:00Z");

  private final SenderTexts texts = new SenderTexts();

  private void send(String id, String masked, Instant at, String template) {
    texts.add(
        new SenderText(id, "ann", List.of(id), at, "f" + masked.hashCode(), masked, true),
        template);
  }

  @Test
  void theOldestMessageOfATemplateTellsHowManyThereAre() {
    send("m1", LONG, DAY, "t");
    send("m2", LONG + " indeed", DAY.minusSeconds(1), "t");
    send("m3", LONG, null, "t");
    send("m4", LONG + " otherwise", DAY, "u");
    TemplateUses uses = new TemplateUses(texts);
    assertThat(uses.toldBy(0)).isNull();
    assertThat(uses.toldBy(1)).isEqualTo(3);
    assertThat(uses.toldBy(2)).isNull();
    assertThat(uses.toldBy(3)).isEqualTo(1);
  }

  @Test
  void shortTextsAreNotCountedAndTellNothing() {
    send("m1", SHORT, DAY.minusSeconds(1), "t");
    send("m2", LONG, DAY, "t");
    TemplateUses uses = new TemplateUses(texts);
    assertThat(uses.toldBy(0)).isNull();
    assertThat(uses.toldBy(1)).isEqualTo(1);
  }
}
