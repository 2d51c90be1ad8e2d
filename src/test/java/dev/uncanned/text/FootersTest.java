package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FootersTest {

  private static final String LETTER =
      "Hi Ann,\n\nI saw your talk in Lisbon. We help teams like yours to write better mails.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not interested. Unsubscribe me.",
        "Not interested. Unsubscribe.",
        "Thanks for reaching out.\nUnsubscribe please.",
        "Hi Tom,\nnot for us. Please opt me out of this list.",
        "Thanks, but no.\nI want to be removed from this list.",
        "Kein Interesse. Abmelden bitte.",
        "Danke, nein.\nIch möchte mich abmelden.",
        "Pas intéressé. Merci de me désinscrire.",
        "non merci. Je souhaite me désinscrire.",
        "Non merci.\nDésinscription svp",
        "No me interesa. Darme de baja por favor.",
        "Gracias, pero no.\nQuiero darme de baja.",
        "Não tenho interesse. Cancelar inscrição",
        "Obrigado, mas não.\nQuero cancelar a inscrição."
      })
  void keepsTheWishToBeLeftOffAList(String answer) {
    assertThat(QuoteStripper.strip(answer)).isEqualTo(answer);
    assertThat(QuoteStripper.strip("Hi Tom,\n" + answer)).isEqualTo("Hi Tom,\n" + answer);
    assertThat(QuoteStripper.strip(answer + "\n\nSent from my iPhone")).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To unsubscribe click here",
        "To unsubscribe, please click here.",
        "Unsubscribe | Manage preferences",
        "Unsubscribe",
        "Unsubscribe me: https://x.example/u/1",
        "Unsubscribe me\nhttps://x.example/u/1",
        "Please reply with \"unsubscribe me\" and I will stop.",
        "If you no longer wish to receive these e-mails, please unsubscribe.",
        "If you want me to stop, you can unsubscribe at any time.",
        "Abmelden: https://x.example/u/1",
        "Abmelden",
        "Zum Abmelden klicken Sie bitte hier.",
        "Me désinscrire",
        "Si vous souhaitez vous désinscrire, merci de me répondre STOP.",
        "Darme de baja",
        "Si no desea recibir más correos, puede darse de baja, por favor responda BAJA.",
        "Cancelar inscrição"
      })
  void cutsTheOfferToEndTheMails(String footer) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + footer)).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Any thoughts, Ann? Unsubscribe", "Any thoughts, Ann?  Unsubscribe"})
  void cutsTheBareNameOfALinkBehindAQuestion(String text) {
    assertThat(QuoteStripper.strip(text)).isEqualTo("Any thoughts, Ann?");
  }
}
