package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.text.QuoteStripper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Das interessiert mich nicht.
          de | Das passt mir gar nicht.
          de | Am Montag passt mir das nicht
          de | Das interessiert uns leider nicht.
          fr | Ça m'intéresse pas.
          fr | Votre proposition m'intéresse pas
          fr | Ça me va pas
          fr | Cela ne nous intéresse vraiment pas.
          pt | Com certeza não.
          pt | Não é algo que me interessa
          en | We wouldn't be interested.
          en | I don't think we'd be interested
          en | Nobody here is interested.
          en | None of us is interested
          en | I am neither interested nor able
          en | We couldn't possibly be interested.
          """)
  void takesNoYesWithANegationForAYes(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isIn(ReplyClass.NEGATIVE, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Are you still interested?
          en | Hi Tom, are you interested or not?
          en | Who would be interested?
          en | Is anyone of you interested?
          en | If I were interested I would call
          """)
  void findsNoYesInQuestionsForItAndSuppositions(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Unsere Daten liegen nach DSGVO in Frankfurt.
          de | Sind Sie als Anbieter nach DSGVO zertifiziert?
          en | We are a processor under GDPR, so that will not work for us.
          fr | Nous sommes responsables de traitement au titre du RGPD.
          es | Trabajamos según el RGPD.
          pt | Tratamos os dados de acordo com a LGPD.
          """)
  void takesAWordOnDataProtectionForNoWishToGetNoMore(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNotEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Bitte um Auskunft nach DSGVO.
          de | Ich mache meine Rechte nach DSGVO geltend.
          en | This is a request under GDPR.
          en | Under GDPR, please delete what you hold.
          fr | Je fais valoir mes droits au titre du RGPD.
          es | Ejerzo mis derechos según el RGPD.
          pt | Exerço meus direitos de acordo com a LGPD.
          """)
  void takesRightsOfDataProtectionForAWishToGetNoMore(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Would love to. When are you free?
          en | Yes, when would suit you?
          en | Are you able to send me the price list?
          en | Can't do Monday, Tuesday works for me.
          en | No problem, happy to chat next week.
          en | I don't have much time this week, but I'd love to chat.
          en | Don't hesitate to call me.
          en | Not sure if I told you, but I am interested
          de | Klingt gut, aber nicht vor Dienstag.
          de | Kein Problem, lassen Sie uns telefonieren.
          de | Das interessiert mich, nicht nur wegen des Preises.
          fr | Pas de souci, ça m'intéresse.
          fr | Ça m'intéresse, mais pas avant mardi.
          fr | Pourquoi pas, appelez-moi.
          es | No te preocupes, hablemos el martes.
          pt | Sem problema, vamos marcar uma chamada.
          pt | Com certeza, vamos conversar.
          """)
  void keepsAYesBesideANegationOfSomethingElse(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.POSITIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Please do not send me any more emails.
          en | Please don't reach out again.
          en | Please stop reaching out to me
          en | remove my address
          en | I do not wish to be contacted
          en | I do not wish to receive these emails
          en | I don't want to receive any more emails
          en | Please stop the emails.
          de | Kontaktiere mich bitte nicht mehr.
          de | Bitte schreiben Sie mich nicht mehr an.
          de | Bitte melden Sie mich ab.
          de | Bitte sehen Sie von weiteren Nachrichten ab.
          de | Bitte keine Werbung.
          de | Bitte von der Liste streichen
          de | Ich widerspreche der Nutzung meiner Daten zu Werbezwecken.
          fr | Arrêtez de me contacter.
          fr | Merci de ne plus me solliciter
          fr | Merci de ne plus me relancer.
          fr | Je ne souhaite plus recevoir vos messages
          fr | Je ne veux plus être contacté
          fr | Je ne souhaite plus être contactée
          fr | Merci de me supprimer de votre base
          fr | Veuillez cesser de me contacter
          es | No me contacten más
          es | No me manden más correos
          es | No me envíen más mensajes
          es | quítenme de la lista
          es | bórrenme
          es | Elimínenme de su base
          es | sáquenme
          es | No me vuelva a escribir
          es | No me vuelvan a escribir
          es | Deja de mandarme correos
          es | Retíreme de la lista
          pt | Não me enviem mais mensagens
          pt | Não me contactem mais
          pt | Não voltem a escrever
          pt | Não voltem a me contactar
          pt | Apaguem os meus dados
          pt | Favor me retirar da lista
          pt | Exclua meu contato
          en | Not interested. Unsubscribe.
          en | I want to be removed from this list.
          en | We would like to unsubscribe from this mailing list, thanks.
          de | Danke, nein. Ich möchte mich abmelden.
          de | Bitte mich vom Newsletter abmelden
          de | Kein Bedarf. Bitte abmelden!
          fr | Désinscription svp
          es | Gracias, pero no. Quiero darme de baja.
          es | Quisiera cancelar mi suscripción
          pt | Quero cancelar a inscrição, por favor.
          pt | Sem interesse. Descadastrar, por favor.
          en | Kindly do not email me again.
          en | We no longer wish to receive your newsletters.
          en | Stop spamming us
          en | Please stop contacting my team.
          en | I don't want to hear from you again.
          en | No more emails please.
          de | Schreib mich bitte nicht mehr an.
          de | Melden Sie mich bitte ab.
          de | Bitte keine Mails mehr.
          de | Ich möchte keine Nachrichten mehr bekommen.
          de | Streichen Sie uns von der Liste.
          fr | Veuillez ne plus nous relancer.
          fr | Nous ne voulons plus recevoir de mails.
          fr | Cessez de m'écrire.
          es | Por favor, dejen de escribirme.
          es | No nos envíen más publicidad.
          es | No vuelvan a contactarnos.
          pt | Parem de me enviar mensagens.
          pt | Não me mandem mais nada.
          pt | Excluam os meus dados, por favor.
          """)
  void knowsThePlainWishesToGetNoMore(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not interested. Unsubscribe me.",
        "Thanks for reaching out.\nUnsubscribe please.",
        "Kein Interesse. Abmelden bitte.",
        "Pas intéressé. Merci de me désinscrire.",
        "non merci. Je souhaite me désinscrire.",
        "No me interesa. Darme de baja por favor.",
        "Não tenho interesse. Cancelar inscrição"
      })
  void findsTheWishInTheCleanedText(String answer) {
    assertThat(rules.of(QuoteStripper.strip(answer), null)).isEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | I had to opt out of the conference
          en | Our users can opt out at any time, how do you handle that?
          en | Our unsubscribe rate is too high, so I am interested. Tell me more.
          en | take me off speaker
          en | We'll stop sending paper invoices
          de | Ich muss mich leider vom Webinar abmelden, habe aber Interesse
          es | ¿Cómo me puedo dar de baja del curso?
          es | No dejen de avisarme
          es | No vuelva a preocuparse
          fr | On n'a plus de mails de votre part
          en | We let our users unsubscribe in one click.
          en | I don't want to receive a call on Monday
          en | Stop sending is what our tool does at night
          de | Unsere Leser können sich jederzeit abmelden, wie machen Sie das?
          de | Ich bekomme keine Mails mehr von Ihnen.
          de | Ich muss mich vom Kurs abmelden.
          de | Ich melde mich ab nächster Woche wieder.
          de | Das ist keine Werbung für uns.
          fr | Je dois me désinscrire du webinaire.
          fr | Le taux de désinscription est trop haut chez nous
          es | No dejes de escribirme.
          es | No vuelva a preocuparse por eso
          pt | Não volte a se preocupar com isso
          pt | Preciso cancelar a inscrição no curso
          en | Our opt out rate is 2 %.
          """)
  void takesTalkOfListsForNoWish(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNotEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Our unsubscribe rate and how readers unsubscribe worry me. Tell me more.
          en | Unsubscribe? Sounds interesting.
          de | Ich muss mich leider abmelden, habe aber Interesse
          fr | Me désinscrire ? Ça m'intéresse.
          """)
  void isNotSureOfAYesBesideABareUnsubscribe(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Thanks for reaching out! I'd love to chat.
          en | Thanks for the message, happy to chat next week.
          de | Danke für Ihre Nachricht. Klingt interessant, lassen Sie uns telefonieren.
          de | Vielen Dank für Ihre Nachricht, gerne können wir uns austauschen.
          fr | Merci pour votre message, cela m'intéresse.
          es | Gracias por tu mensaje. Claro que sí, hablemos.
          pt | Obrigado pela mensagem! Podemos conversar na terça.
          pt | Obrigada pelo contato, tenho interesse.
          """)
  void letsThanksGoWithAYes(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.POSITIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Thanks for reaching out!
          de | Vielen Dank für Ihre Nachricht.
          fr | Merci pour votre message.
          es | Gracias por tu mensaje.
          pt | Obrigado pela mensagem.
          """)
  void takesMereThanksForNeutral(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.NEUTRAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | We are not happy with our current provider.
          en | We are not happy with our current provider, so your mail comes at a good time
          en | We already use Acme but are not happy.
          en | We're all set for Tuesday at 10
          en | I'll pass this on to my colleague.
          de | Wir sind nicht zufrieden mit unserem Anbieter.
          de | Wir nutzen bereits Salesforce, sind aber nicht zufrieden. Klingt gut!
          de | Ich kann leider nicht am Dienstag, Mittwoch ginge.
          fr | Nous ne sommes pas satisfaits de notre prestataire
          es | No estamos contentos con el proveedor
          pt | Não estamos satisfeitos com o fornecedor
          """)
  void findsNoRefusalInDiscontentAndPlans(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNotEqualTo(ReplyClass.NEGATIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | We are happy with our current provider.
          en | Thanks for reaching out, but we are not interested.
          en | We're all set
          en | We're all set, thanks
          en | I'll pass on this one.
          de | Wir sind sehr zufrieden mit unserem Anbieter.
          de | Leider nicht.
          fr | Nous sommes satisfaits de notre prestataire.
          es | Estamos contentos con nuestro proveedor.
          pt | Estamos satisfeitos com o fornecedor.
          """)
  void findsTheRefusalInContentmentAndShortNoes(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.NEGATIVE);
  }

  @Test
  void takesWhoPassesItOnForNeutral() {
    assertThat(rules.of("I'll pass this on to my colleague.", "en")).isEqualTo(ReplyClass.NEUTRAL);
    assertThat(rules.of("I will pass it along to Jana.", "en")).isEqualTo(ReplyClass.NEUTRAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | I was out of the office last week, sorry. Sounds great, send me the deck.
          en | Sorry for the delay, I was on annual leave. Tell me more.
          de | Sorry, war im Urlaub. Klingt gut, wann haben Sie Zeit?
          fr | Désolé, j'étais en congés. Ça m'intéresse, appelez-moi.
          es | Perdona, estuve fuera de la oficina. Me interesa.
          pt | Desculpe, estava fora do escritório. Tenho interesse.
          """)
  void hearsThePersonWhoExplainsALateAnswer(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.POSITIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | I am out of the office until Monday. For urgent matters please contact my colleague.
          en | I am out of the office until Monday. In urgent cases call me on my mobile.
          en | Automatic reply: thank you for your message. Please call me on my mobile.
          de | Ich bin bis 3. Mai nicht im Büro und melde mich danach.
          de | Ich bin derzeit nicht im Büro.
          de | Ich bin im Urlaub. In dringenden Fällen rufen Sie mich bitte an.
          fr | Je suis en congés jusqu'au 3 mai. En cas d'urgence, appelez-moi.
          es | Estoy de vacaciones hasta el 3 de mayo. En caso de urgencia, llámame.
          pt | Estou de férias até 3 de maio. Em caso de urgência, me ligue.
          """)
  void knowsNoticesOfAbsence(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.AUTO);
  }

  @Test
  void isNotSureOfAnAbsentPersonWhoAnswers() {
    assertThat(rules.of("I'm out of the office but sounds great.", "en")).isNull();
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
