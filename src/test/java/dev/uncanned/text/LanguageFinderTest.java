package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageFinderTest {

  private static final LanguageFinder FINDER =
      new LanguageFinder(TextConfig.defaults().languages());
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("en", "i would like to know if you have time for a short call"),
          Map.entry(
              "de", "ich würde mich freuen wenn wir uns kurz über ihr projekt austauschen können"),
          Map.entry("fr", "je vous contacte car nous avons une offre pour votre équipe"),
          Map.entry(
              "es", "me gustaría saber si usted tiene tiempo para una llamada con nuestro equipo"),
          Map.entry(
              "pt",
              "eu gostaria de saber se você não tem tempo para uma conversa com a nossa equipe"),
          Map.entry(
              "it",
              "vorrei sapere se avete tempo per una chiamata con il nostro gruppo anche questa"
                  + " settimana"),
          Map.entry("nl", "ik wil graag weten of u tijd heeft voor een kort gesprek met ons"),
          Map.entry("sv", "jag undrar om du har tid för ett kort samtal och vill inte störa"),
          Map.entry("pl", "chciałbym zapytać czy jest możliwość żeby się spotkać w tym tygodniu"),
          Map.entry("ru", "я хотел бы узнать есть ли у вас время"),
          Map.entry("ja", "お時間 時間を いただけ"));

  @Test
  void tellsLanguages() {
    TEXTS.forEach((lang, text) -> assertThat(FINDER.find(text).lang()).as(lang).isEqualTo(lang));
  }

  @Test
  void decidesOrdinaryTextsByFunctionWordsAlone() {
    TEXTS.forEach((lang, text) -> assertThat(FINDER.isClear(text)).as(lang).isTrue());
  }

  @Test
  void knowsNothingOfShortTexts() {
    assertThat(FINDER.find("hi ⟨FIRST⟩")).isEqualTo(LanguageVote.UNKNOWN);
    assertThat(FINDER.find("")).isEqualTo(LanguageVote.UNKNOWN);
    assertThat(FINDER.find("⟨FIRST⟩ ⟨LAST⟩ ⟨ORG⟩ ⟨URL⟩").confidence()).isZero();
  }

  @Test
  void asksTheModelsWhereWordsAreFew() {
    assertThat(FINDER.find("geschäftsführung unternehmensberatung digitalisierung").lang())
        .isEqualTo("de");
  }

  @Test
  void answersNothingForUnclearTextsInOneLanguage() {
    assertThat(new LanguageFinder(List.of("en")).find("qqq zzz xxx yyy").lang()).isNull();
  }

  @Test
  void tellsCongratulationsFromFrench() {
    assertThat(FINDER.find("congrats on your promotion").lang()).isEqualTo("en");
    assertThat(FINDER.find("bravo pour cette promotion").lang()).isEqualTo("fr");
  }

  @Test
  void tellsShortTextsOrSaysNothing() throws IOException {
    Score score = score("short-texts.tsv");
    assertThat(score.texts()).isGreaterThanOrEqualTo(250);
    assertThat(score.right()).isGreaterThanOrEqualTo(248);
    assertThat(score.wrong()).isLessThanOrEqualTo(1);
  }

  @Test
  void tellsShortTextsItWasNotMadeFor() throws IOException {
    Score score = score("short-texts-later.tsv");
    assertThat(score.texts()).isGreaterThanOrEqualTo(75);
    assertThat(score.right()).isGreaterThanOrEqualTo(LATER_RIGHT);
    assertThat(score.wrong()).isLessThanOrEqualTo(LATER_WRONG);
  }

  private static final int LATER_RIGHT = 57;
  private static final int LATER_WRONG = 1;

  private record Score(int texts, int right, int wrong) {}

  /** Counts answers; "xx" marks texts that have no language, an answer to them is wrong. */
  private static Score score(String resource) throws IOException {
    int texts = 0;
    int right = 0;
    int wrong = 0;
    Masker masker = new Masker();
    try (InputStream in = LanguageFinderTest.class.getResourceAsStream("/text/" + resource)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().filter(text -> !text.startsWith("#")).toList()) {
        String wanted = line.startsWith("xx") ? null : line.substring(0, 2);
        String told = FINDER.find(masker.mask(line.substring(3), null, List.of()).text()).lang();
        texts++;
        if (java.util.Objects.equals(told, wanted)) {
          right++;
        } else if (told != null) {
          wrong++;
        }
      }
    }
    return new Score(texts, right, wrong);
  }
}
