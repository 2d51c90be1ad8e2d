package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignOffTest {

  private static final String LETTER =
      "Hi Ann,\n\nLoved your talk on churn in Lisbon. Are you free on Tuesday?";

  private static final String CARD = "Tom Meier\nAccount Executive\n+49 30 1234567";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Viele Grüße\nTom Meier\n\nNordwind Software GmbH\nMusterstraße 1\n10115 Berlin\n"
            + "Telefon +49 30 123456\nSitz der Gesellschaft: Berlin - Amtsgericht Charlottenburg"
            + " HRB 12345 - Geschäftsführer: Max Mustermann",
        "Mit freundlichen Grüßen\nTom Meier\n\nNordwind GmbH\nTel. 030 1234567\n\n"
            + "Besuchen Sie uns auf der Hannover Messe vom 20. bis 24. April in Halle 7 an Stand A12!",
        "Best regards,\n\nTom Meier\nAccount Executive\n\nNorthwind Ltd, 12 Main Street, London,"
            + " registered in England, company number 1234567, VAT GB 123456789\n"
            + "Join our webinar \"Ramp in 90 days\" on March 4: https://northwind.example/webinar",
        "Cordialement,\nJean Martin\n\nNord SAS au capital de 10 000 euros, 12 rue de la Paix,"
            + " 75002 Paris, RCS Paris 123 456 789, SIRET 123 456 789 00012",
        "Un saludo,\nAna Ruiz\n\nNorte S.L.\nCalle Mayor 1, 28001 Madrid, inscrita en el Registro"
            + " Mercantil de Madrid, CIF B12345678",
        "Atenciosamente,\nJoão Silva\n\nNorte Ltda.\nRua Augusta 100, São Paulo - CNPJ"
            + " 12.345.678/0001-00 - telefone (11) 91234-5678",
        "Cordiali saluti,\nMario Rossi\n\nNord S.r.l.\nVia Roma 1, 20121 Milano - capitale sociale"
            + " 10.000 euro - partita IVA 12345678901",
        "Met vriendelijke groet,\nJan de Vries\n\nNoord B.V.\nKeizersgracht 1, 1015 CJ Amsterdam,"
            + " KvK 12345678, BTW NL123456789B01, telefoon 020 1234567",
        "Viele Grüße\nIhr persönlicher Ansprechpartner Tom Meier\nNordwind GmbH",
        "Best,\nTom Meier and the whole Northwind team",
        "Viele Grüße\nTom\nNordwind GmbH\nIhr Partner für Energie und Wärme\nTel. 030 1234567",
        "Best,\nTom\n\nTom Meier | Account Executive\nBook a time with me: https://calendly.com/tom",
        "Best,\nTom\n\nTom Meier\nAccount Executive, Northwind\nBook a meeting with me",
      })
  void cutsAWholeSignature(String signature) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + signature)).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tom Meier\nAccount Executive | Northwind GmbH\nT +49 30 1234567 | M +49 170 1234567\n"
            + "www.northwind.example",
        "Tom Meier\nNordwind GmbH\n10115 Berlin\ntom@nordwind.example",
        "Tom\n\nNordwind GmbH\n\nTelefon 030 1234567"
      })
  void cutsTheSendersNameAboveContacts(String signature) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + signature, false, "Meier, Tom"))
        .isEqualTo(LETTER);
  }

  @Test
  void withoutASenderCutsANameAboveATelephoneOrMailAddressOnly() {
    String link = LETTER + "\n\nRamp Study\nhttps://northwind.example/ramp";
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + CARD)).isEqualTo(LETTER);
    assertThat(QuoteStripper.strip(link)).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Peter Maier\nNordwind GmbH\n+49 30 1234567",
        "Contoso Forum\nPlatz der Republik 1, 10115 Berlin\nhttps://contoso.example",
        "Please write to:\nTom Meier\n+49 30 1234567",
        "Tom Meier\nWould you rather call me? +49 30 1234567",
        "Tom Meier"
      })
  void keepsWhatIsNoSignatureOfTheSender(String end) {
    String text = LETTER + "\n\n" + end;
    assertThat(QuoteStripper.strip(text, false, "Tom Meier")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you!\n\nI read the deck on the train and will send you our numbers on Monday",
        "Many thanks!\n\nPlease see attached the signed NDA and the list of the plants\n"
            + "Our legal team needs the DPA by Friday",
        "Vielen Dank!\n\nIch schicke Ihnen am Montag die Zahlen",
        "Merci beaucoup !\n\nJe vous envoie le devis lundi\nIl comprend les trois sites de Lyon",
        "Gracias\n\nTe mando el martes la propuesta para Bilbao",
        "Obrigado!\n\nEnvio a proposta na segunda com os valores",
        "Grazie mille!\n\nLe mando il preventivo per le tre sedi lunedì",
        "Bedankt!\n\nIk stuur je maandag de cijfers voor Utrecht",
        "Tack!\n\nJag återkommer på måndag med siffrorna för Göteborg",
        "Thanks, Ann!\n\nI read the deck on the train",
        "- Cut ramp time by half\n- Work with the best\n- Support in German\n\nTuesday?",
        "We hire the best\nWe train them in nine weeks\n\nTuesday?",
        "Programme de la journée :\n- 9h accueil\n- 10h atelier\n\nVenez-vous ?",
        "L'agenda de la journée\n9h accueil\n10h atelier data\n\nVenez-vous ?",
        "der Gruß\nhat mich gefreut. Ich melde mich mit dem Angebot für Ulm am Dienstag.",
        "LG\nhat uns gebeten, Partner zu finden.\nPasst Dienstag?",
        "Our wishes:\nFaster ramp\nFewer tools",
        "I saw your post.\n\n---\nWhy now: you hired four SDRs\nWhy us: we did it\n---\nTuesday?",
        "I saw your post.\n\n\u2014\nWhy now? You hired four SDRs.",
        "Here is a recap.\n\n--\nDecisions\nWe start in March.\n--\nOpen points\nCan you send it?",
        "Here is a recap.\n\n--\nDecisions\nWe start in March.\n--\nOpen points\nLegal is late."
      })
  void keepsProseThatLooksLikeASignOff(String prose) {
    String text = "Hi Ann,\n\n" + prose;
    assertThat(QuoteStripper.strip(text, false, "Tom Meier")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cheers,\nTom",
        "Viele Grüße\nTom Meier",
        "Best regards, Tom Meier",
        "Bien cordialement,\n\nTom Meier\nNord SAS"
      })
  void cutsOnlyTheSignOffAboveAQuestion(String signOff) {
    String question = "\n\nWould you be free on Tuesday, or is Friday better for you?";
    assertThat(QuoteStripper.strip("Hi Ann,\n\ngreat talk.\n\n" + signOff + question))
        .isEqualTo("Hi Ann,\n\ngreat talk." + question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks,\nTom",
        "Thanks\n\nTom Meier",
        "Thank you!\n-Tom",
        "Vielen Dank,\n\nTom",
        "Merci\nTom Meier\nNord SAS",
        "thanks\ntom meier"
      })
  void cutsThanksWithANameBeneath(String thanks) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + thanks, false, "Tom Meier")).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @CsvSource({"---", "\u2014", "--", "___", "\u2013"})
  void cutsACardBelowADelimiter(String delimiter) {
    assertThat(QuoteStripper.strip(LETTER + "\n\n" + delimiter + "\n" + CARD)).isEqualTo(LETTER);
  }

  @Test
  void cutsACardAndTheFooterOfAListBelowTwoDelimiters() {
    String two =
        "\n--\nTom Meier\nBees know best, said Ann.\n\n-- \nBees mailing list\nhttp://b.example";
    assertThat(QuoteStripper.strip(LETTER + two)).isEqualTo(LETTER);
  }

  @Test
  @Timeout(120)
  void readsHostileTextsInLinearTime() {
    for (String part :
        new String[] {
          "Best,\nTom\n",
          "Thanks,\nTom\nI am here\n",
          "--\n",
          "---\n",
          "\u2014\nTom\n",
          "Tom\n",
          "+49 30 1234567\n",
          "Tom Meier\n+49 30 1234567\n",
          "Contact us\n",
          "- Unsubscribe\n",
          "Sent from my iPhone\n",
          "Best, Tom\n\n",
          "P.S.\nTom\n"
        }) {
      assertThat(QuoteStripper.strip("Hi\n" + part.repeat(100_000), false, "Tom")).isNotNull();
      assertThat(QuoteStripper.strip(part.replace('\n', ' ').repeat(100_000))).isNotNull();
    }
  }

  @Test
  void cutsADelimiterUnderAClosingPhraseWithAllBelowIt() {
    String end =
        "\n\nCheers,\nRAH\n\n-- \n-----------------\nR. A. Hettinga <mailto: rah@x.example>\n"
            + "44 Farquhar Street, Boston, MA 02131 USA\n"
            + "\"... however it may deserve respect for its usefulness and antiquity,\n"
            + "it has not been found agreeable to experience.\" -- Edward Gibbon";

    assertThat(QuoteStripper.strip(LETTER + end)).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Ann,\n--\nWould you be free next week for a short call about your plans?",
        "Hi Ann,\n\nLoved your talk on churn in Lisbon.\n\n--\n\nWe have helped forty teams like yours"
            + " to answer their customers within an hour, and I would like to show you how.\n"
            + "Are you free on Tuesday or Wednesday for a quarter of an hour?"
      })
  void keepsALetterThatGoesOnBelowALine(String letter) {
    String signed = letter + "\n\nBest regards,\nTom Meier";

    assertThat(QuoteStripper.strip(signed)).isEqualTo(letter);
  }

  @Test
  void keepsALetterBelowALineThatEndsWithThanks() {
    String letter =
        "Hi Anna,\n\nit was great to meet you at the fair in Oslo.\n\n--\n\nNow to the point: we make"
            + " valves in Oslo and ship them within a day to all of Europe at a good price.\n\n"
            + "Would Tuesday suit you for a call?";

    assertThat(QuoteStripper.strip(letter + "\n\nThanks!")).startsWith(letter);
  }

  @Test
  void cutsWhatACompanySaysOfItselfBelowADelimiter() {
    String card =
        "\n\n-- \nTom Meier\nNorthwind helps forty teams to answer their customers within an hour,"
            + " wherever they are.\nWe have been a partner of the regional chamber of trade for more"
            + " than twenty years now.\nBest regards";

    assertThat(QuoteStripper.strip(LETTER + card)).isEqualTo(LETTER);
  }

  @Test
  void cutsAMottoBelowADelimiter() {
    String motto =
        "\n\n-- \nThe best way to predict the future is to invent it, said Alan Kay once.";

    assertThat(QuoteStripper.strip(LETTER + motto)).isEqualTo(LETTER);
  }

  @Test
  void keepsAPostscriptBelowADelimiterUnderAClosingPhrase() {
    String postscript = "P.S. We are hosting a dinner in Berlin, can I save you a seat?";

    assertThat(QuoteStripper.strip(LETTER + "\n\nBest,\nMax\n\n--\n\n" + postscript))
        .endsWith(postscript)
        .doesNotContain("Best,");
  }
}
