package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "the draft:\n\nTo: all sales managers\nSubject: Kick-off\n\nShall I change anything?",
        "your train:\n\nFrom: Berlin, 10:00\nTo: Hamburg, 12:00\nDate: 12 May 2026\n\nAny wishes?",
        "der Workshop:\n\nDatum: 12. Mai 2026\nBetreff: Einführung\nAn: alle\n\nPasst das so?",
      })
  void otherWordsBeforeAColonAreText(String text) {
    String letter = "Bonjour Marie,\n\n" + text;
    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: Ann Lee <a@x.example> Sent: Monday, January 5, 2026 10:00 AM To: Bob Ray"
            + " <b@y.example> Subject: RE: Offer",
        "*Von:* Ann Lee <a@x.example> *Gesendet:* Montag, 5. Januar 2026 10:00 *An:* Bob Ray"
            + " *Betreff:* AW: Angebot",
      })
  void aBlockMayBeOneLineAmongOthers(String row) {
    assertThat(QuoteStripper.strip(OWN + "\n\n" + row + "\n\nwe need twenty seats."))
        .isEqualTo(OWN);
  }

  @Test
  void aLineThatBeginsLikeABlockIsText() {
    String letter = OWN + "\n\nFrom: our side nothing speaks against it. To: be honest, I like it.";
    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }
}
