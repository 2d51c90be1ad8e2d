package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBlockTest {

  private static final String OWN = "Bonjour Marie,\n\nje vous propose mardi à 10h.";
  private static final String BLOCK =
      "De : Marie Dupont <marie@exemple.example>\nEnvoyé : lundi 5 janvier 2026 09:00\n"
          + "À : Jean Martin <jean@acme.example>\nObjet : RE: Proposition\n\nancien texte";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0", "\u202F", "\u2009", " \u00A0"})
  void anySpaceMayStandBeforeTheColon(String space) {
    String block = BLOCK.replace(" : ", space + ": ");
    assertThat(QuoteStripper.strip(OWN + "\n\n" + block)).isEqualTo(OWN);
    String flat = OWN.replace('\n', ' ');
    assertThat(QuoteStripper.strip(flat + "  " + block.replace('\n', ' '))).isEqualTo(flat);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Envoyé\u00A0le", "Envoyé\u202Fle", "*Envoyé le*"})
  void keysOfTwoWordsMayBeJoinedByAnySpace(String key) {
    assertThat(HeaderBlock.keyOf(key + "\u00A0")).isEqualTo('d');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Programme\u00A0:\nDe 9h à 10h\u00A0: accueil\nÀ midi\u00A0: déjeuner avec trois DSI",
        "De\u00A0: Lyon\nÀ\u00A0: Paris\n\nQuel train prenez-vous ?",
      })
  void otherWordsBeforeAColonAreText(String text) {
    String letter = "Bonjour Marie,\n\n" + text;
    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }
}
