package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadNoticeTest {

  private static final String OWN = "Hi Ann,\n\nshall we talk about your project next week?";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAUTION: This email originated from outside of the organization. Do not click links or"
            + " open attachments unless you recognize the sender and know the content is safe.",
        "CAUTION: This email originated from outside of the organization. Do not click links or\n"
            + "open attachments unless you recognize the sender and know the content is safe.",
        "*** CAUTION ***\n\nThis message came from outside your organization.\nUse caution.",
        "You don't often get email from tom@northwind.example. Learn why this is important"
            + " <https://aka.ms/LearnAboutSenderIdentification>",
        "You don't often get email from tom@northwind.example. Learn why this is"
            + " important<https://aka.ms/LearnAboutSenderIdentification>",
        "Some people who received this message don't often get email from tom@northwind.example."
            + " Learn why this is important",
        "[EXTERNAL EMAIL]",
        "[EXTERNAL]\n\nYou don't often get email from tom@northwind.example. Learn why this is"
            + " important",
        "[EXTERNAL EMAIL] DO NOT CLICK links or attachments unless you recognize the sender.",
        "External Email: Use caution with links and attachments.",
        "***EXTERNAL SENDER***",
        "(External)",
        "(EXTERNAL)",
        "(External) ",
        "EXTERNAL.",
        "External sender.",
        "This email originated from outside of Contoso Ltd, so please be mindful of links.",
        "This email was sent from outside Contoso, Inc.",
        "Diese E-Mail kommt von einem externen Absender, bitte prüfen Sie Links und Anhänge.",
        "Ce message provient de l'extérieur, merci de vérifier l'expéditeur.",
        "Este correo proviene de fuera de la organización, tenga precaución con los enlaces.",
        "This message was sent from outside of Northwind Traders.",
        "ZjQcmQRYFpfptBannerStart\nThis Message Is From an External Sender\n"
            + "This message came from outside your organization.\n"
            + "Report Suspicious\nZjQcmQRYFpfptBannerEnd",
        "ACHTUNG: Diese E-Mail stammt von einem externen Absender. Klicken Sie nicht auf Links,"
            + " es sei denn, Sie kennen den Absender.",
        "Sie erhalten nicht oft eine E-Mail von tom@northwind.example. Erfahren Sie, warum dies"
            + " wichtig ist",
        "[EXTERN]",
        "ATTENTION : ce courriel provient de l'extérieur de l'organisation. Ne cliquez pas sur les"
            + " liens.",
        "Vous n'obtenez pas souvent d'e-mail à partir de tom@northwind.example. Découvrez pourquoi"
            + " cela est important",
        "PRECAUCIÓN: Este correo electrónico se originó fuera de la organización. No haga clic en"
            + " los enlaces.",
        "No suele recibir correo electrónico de tom@northwind.example. Descubra por qué esto es"
            + " importante",
        "CUIDADO: Este e-mail veio de fora da empresa. Não clique em links.",
        "Você não costuma receber emails de tom@northwind.example. Saiba por que isso é importante",
        "ATTENZIONE: questa e-mail proviene dall'esterno. Non aprire gli allegati.",
        "LET OP: Deze e-mail is afkomstig van buiten de organisatie. Klik niet op koppelingen."
      })
  void cutsWhatAGatewayWroteAboveALetter(String notice) {
    assertThat(QuoteStripper.strip(notice + "\n\n" + OWN)).isEqualTo(OWN);
    assertThat(QuoteStripper.strip(notice + "\r\n" + OWN)).isEqualTo(OWN);
  }

  @Test
  void cutsNoticesWhoseLineBreaksWereLost() {
    assertThat(
            QuoteStripper.strip(
                "CAUTION: This email originated from outside of the organization. Do not click"
                    + " links unless you recognize the sender. Hi Ann, shall we talk?"))
        .isEqualTo("Hi Ann, shall we talk?");
    assertThat(
            QuoteStripper.strip(
                "You don't often get email from tom@northwind.example. Learn why this is important"
                    + " Hi Ann, shall we talk?"))
        .isEqualTo("Hi Ann, shall we talk?");
    assertThat(QuoteStripper.strip("(External) Hi Ann, shall we talk?"))
        .isEqualTo("Hi Ann, shall we talk?");
    assertThat(QuoteStripper.strip("[EXTERNAL] Hi Ann, shall we talk?"))
        .isEqualTo("Hi Ann, shall we talk?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not click on links that you do not know. That is what we teach.",
        "WARNING: don't click on this unless you want more meetings.",
        "Attention: I moved to a new address, tom@northwind.example.",
        "You don't often get email from me, but this one matters.",
        "Hi Anna, every phishing email comes from an external sender. We help you.",
        "Our company originated outside of Silicon Valley, in Lisbon.",
        "I know this email is from outside your network, but I loved your talk.",
        "This email comes from outside your network, I know, but I loved your talk.",
        "This message is from an external recruiter, and I would like to introduce myself.",
        "Este mensaje viene de fuera, lo sé, pero me gustaría hablar con usted.",
        "External.",
        "(External) recruiters keep half of what you pay them.",
        "External auditors ask for this every spring. We can help.",
        "External: that is how most buyers see us, and it costs us dearly.",
        "Important! Be careful with the figures that I sent you.",
        "We help people outside of your organization to reach you."
      })
  void keepsWhatALetterSaysItself(String line) {
    String letter = line + "\nShall we talk about it next week?";

    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }

  @Test
  void keepsNothingOfATextThatIsANotice() {
    assertThat(QuoteStripper.strip("[EXTERNAL EMAIL]")).isEmpty();
  }

  @Test
  @Timeout(20)
  void isLinearInLongTexts() {
    assertThat(HeadNotice.end("[EXTERNAL] ".repeat(200_000))).isLessThan(2_000);
    assertThat(HeadNotice.end("[".repeat(2_000_000))).isZero();
  }
}
