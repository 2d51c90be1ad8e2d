package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(new LanguageFinder(java.util.List.of("en")).find("qqq zzz xxx yyy").lang()).isNull();
  }
}
