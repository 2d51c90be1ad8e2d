package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReplyRulesTest {

  private static final double MIN_RECALL = 0.85;

  private final ReplyRules rules = new ReplyRules();

  /** Being sure and wrong is worse than not being sure: mistakes are counted apart. */
  @Test
  void classifiesAnswersOfFiveLanguages() throws IOException {
    int all = 0;
    int right = 0;
    List<String> wrong = new ArrayList<>();
    List<String> unsure = new ArrayList<>();
    for (String line : answers()) {
      String[] parts = line.split(" ", 3);
      ReplyClass told = rules.of(parts[2], parts[0]);
      String name = told == null ? "-" : told.name().toLowerCase(Locale.ROOT);
      all += parts[1].equals("-") ? 0 : 1;
      right += !parts[1].equals("-") && name.equals(parts[1]) ? 1 : 0;
      if (!name.equals(parts[1])) {
        (told == null ? unsure : wrong).add(name + " for " + line);
      }
    }
    assertThat(all).isGreaterThan(60);
    assertThat(wrong).isEmpty();
    assertThat((double) right / all)
        .as("sure and right; unsure: %s", unsure)
        .isGreaterThan(MIN_RECALL);
  }

  @Test
  void isNotSureOfTwoMinds() {
    assertThat(rules.of("Not interested right now, but tell me more about the price.", "en"))
        .isNull();
    assertThat(rules.of("Sounds great, I forwarded this to Jana.", "en")).isNull();
  }

  @Test
  void takesAWishToGetNoMoreOverAllElse() {
    assertThat(rules.of("Sounds interesting, but please remove me from this list.", "en"))
        .isEqualTo(ReplyClass.OPT_OUT);
  }

  @Test
  void ignoresCaseAccentsAndApostrophes() {
    assertThat(rules.of("DON\u2019T CONTACT ME", "en")).isEqualTo(ReplyClass.OPT_OUT);
    assertThat(rules.of("merci de ne plus m ecrire", "fr")).isEqualTo(ReplyClass.OPT_OUT);
  }

  @Test
  void triesAllListsForAShortTextOfNoKnownLanguage() {
    assertThat(rules.of("unsubscribe", null)).isEqualTo(ReplyClass.OPT_OUT);
    assertThat(rules.of("kein Interesse", null)).isEqualTo(ReplyClass.NEGATIVE);
  }

  @Test
  void saysNothingOfLongForeignAndEmptyTexts() {
    assertThat(rules.of("we are not interested " + "in this or that ".repeat(40), "en")).isNull();
    assertThat(rules.of("en ole kiinnostunut", "fi")).isNull();
    assertThat(rules.of("", "en")).isNull();
    assertThat(rules.of(null, "en")).isNull();
  }

  private static List<String> answers() throws IOException {
    try (InputStream in = ReplyRulesTest.class.getResourceAsStream("/score/replies.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
