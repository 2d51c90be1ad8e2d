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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We help finance teams manage subscriptions in one ledger. Worth a call on Tuesday?",
        "Con Nordwind puedes dar de alta y dar de baja empleados. ¿Hablamos el martes?",
        "We help with:\n\n- Datenschutz\n- Informationssicherheit\n\nHaben Sie am Dienstag Zeit?",
        "How pilots start:\n1. Contact us\n2. Pick two plants\n3. Go live\n\nWhich two plants?",
        "Contact us\nI'd be glad to show you how. Would Tuesday at 10 work?",
        "With us your readers opt out here and nowhere else. Would you like to see it?",
        "Unsubscribe\nis the word most often clicked in your mails. I can show you why.",
        "Unsere Themen:\n- Impressum\n- Cookies und Einwilligung\n- Verträge",
        "Nos sujets :\n- mentions légales\n- cookies et traceurs\n- contrats",
        "I temi:\n- privacy policy\n- cookie e consenso\n- contratti"
      })
  void keepsProseThatNamesWaysOut(String prose) {
    String text = "Hi Ann,\n\n" + prose;
    assertThat(QuoteStripper.strip(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Ann, Contoso bills in 30 countries. We help teams manage subscriptions. Worth a call?",
        "Hola Ana, con Nordwind puedes dar de baja empleados en dos clics. ¿Hablamos el martes?"
      })
  void keepsProseOfOneLineThatNamesWaysOut(String text) {
    assertThat(QuoteStripper.strip(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Click here to manage your subscriptions.",
        "Puede darse de baja aquí: https://x.example/u/1",
        "Contact us | Unsubscribe",
        "Unsubscribe | Manage My Subscriptions | FAQ",
        "Datenschutz | Impressum",
        "- Unsubscribe\n- Privacy policy",
        "Privacy policy: https://x.example/p",
        "Unsubscribe here.\nWe hope that our mails are of value to you.",
        "You are currently subscribed to Bees as: ann@x.example"
      })
  void cutsWeakOffersBesideStrongOnes(String footer) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + footer)).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Von meinem Kollegen Peter Maier habe ich erfahren dass Sie gerade Ihre\nSysteme ablösen.",
        "Sent via LinkedIn last week a note on your four roles in Berlin\nand hope it arrived.",
        "Enviado de nuevo porque el correo anterior llegó a spam\n¿Podemos hablar el martes?",
        "Envoyé de nouveau car le premier mail est arrivé trop tard\nAvez-vous un moment mardi ?",
        "Sent from my iPhone\n\nI will look at the numbers and let you know on Monday."
      })
  void keepsSentencesThatBeginLikeADeviceLine(String prose) {
    String text = "Hi Ann,\n\n" + prose + "\n\nIs that right?";
    assertThat(QuoteStripper.strip(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Holen Sie sich Outlook für Android<https://aka.ms/AAb9ysg>",
        "Laden Sie Outlook für iOS herunter",
        "Obtener Outlook para iOS<https://aka.ms/o0ukef>",
        "Téléchargez Outlook pour iOS",
        "Obtenha o Outlook para Android",
        "Von meinem iPhone gesendet",
        "Sent from my iPhone\n\nTom Meier\nNorthwind GmbH\n+49 30 1234567",
        "Sendt fra min iPhone",
        "Lähetetty iPhonesta",
        "Wysłane z iPhone",
        "Отправлено с iPhone",
        "Sent from a magnificent torch of pixels"
      })
  void cutsDeviceLinesAtTheEnd(String line) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + line)).isEqualTo(LETTER);
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + line + "\n\n> old")).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.",
        "Informationen zum Datenschutz finden Sie unter https://x.example/datenschutz",
        "Informationen zur Verarbeitung Ihrer personenbezogenen Daten finden Sie in unserer"
            + " Datenschutzerklärung.",
        "De conformidad con lo dispuesto en el RGPD, le informamos de que sus datos personales"
            + " serán tratados por Norte S.L. Puede ejercer sus derechos de acceso,"
            + " rectificación y supresión en info@norte.example.",
        "En cumplimiento de la LOPDGDD le informamos que sus datos de carácter personal forman"
            + " parte de un fichero de Norte S.L.",
        "Protección de datos: le informamos que sus datos personales serán tratados conforme al RGPD."
            + " ¿Desea ejercer sus derechos? Escriba a datos@norte.example.",
        "Ai sensi del Regolamento UE 2016/679 la informiamo che i Suoi dati personali sono"
            + " trattati da Nord S.r.l."
      })
  void cutsNoticesOfDataProtectionAndDevices(String footer) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + footer)).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Informationen zum Datenschutz sind unser Thema, und wir helfen Ihnen gern dabei.",
        "De acuerdo con la ley, muchas empresas cambian de proveedor este año.",
        "Ai sensi della legge potete cambiare fornitore entro giugno.",
        "Protección de datos: ¿es un tema para su equipo?",
        "De acuerdo con la ley, el responsable del tratamiento debe informar. ¿Hablamos el martes?",
        "Unsere Datenschutzhinweise finden viele Kunden schwer zu lesen, und das ist gut so."
      })
  void keepsLettersThatSpeakOfTheLaw(String prose) {
    String letter = LETTER + "\n\n" + prose;

    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Perfecto, gracias,", "Hola Ana, nos vemos el martes.", "Hola, gracias."})
  void cutsANoticeOfDataProtectionUnderAShortAnswer(String answer) {
    String footer =
        "\n\nEn cumplimiento de la LOPDGDD le informamos que sus datos personales forman parte de un"
            + " fichero de Norte S.L.";

    assertThat(QuoteStripper.strip(answer + footer)).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hola Ana María Fernández de la Vega García:\n\nProtección de datos: su empresa debe cumplir"
            + " la LOPD y cuidar los datos personales de sus clientes.",
        "Hola Ana,\n\nProtección de datos: su empresa debe cumplir ya con la LOPD y el RGPD."
            + " Podemos ayudarle con los datos personales de sus clientes.",
        "Buongiorno Anna,\n\nAi sensi del GDPR il titolare del trattamento tiene un registro."
            + " Possiamo aiutarvi.",
        "Hola Ana!\nLe informamos que sus datos personales valen dinero, y la LOPD lo sabe."
      })
  void keepsLettersThatBeginWithTheLaw(String letter) {
    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }
}
