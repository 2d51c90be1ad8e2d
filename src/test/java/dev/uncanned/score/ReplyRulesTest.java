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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Please don't stop writing to me, I enjoy your notes.
          en | Don't contact me before Monday, please.
          en | Please remove me from the calendar invite, Tom will attend.
          en | Please don't email me at this address, use anna@new.example instead.
          en | Don't ever stop sending me your updates!
          en | Please do not contact me until we have signed the NDA.
          en | Please don't message me on LinkedIn, email works best.
          en | Take me off this thread, Jana handles the rollout.
          en | Can you remove me from cc? Tom takes over.
          en | Please don't send me any attachments, our filter drops them.
          en | I don't want to unsubscribe, I like your letters.
          en | Please do not remove me from the list.
          en | Until Monday please don't contact me, then we can talk.
          en | Stop emailing me at my old address, write to anna@new.example.
          en | Please don't contact me this week, I'm travelling.
          en | Could you remove me from the Tuesday team meeting?
          de | Bitte kontaktieren Sie mich nicht vor Mai, dann gerne.
          de | Bitte vor Mai nicht mehr schreiben, dann passt es.
          de | Bitte nehmen Sie mich aus dem Termin, Frau Krause kommt.
          de | Entfernen Sie mich bitte nicht aus dem Verteiler.
          de | Schreiben Sie mir nicht mehr an diese Adresse, nutzen Sie anna@neu.example.
          de | Rufen Sie mich nicht an, schreiben Sie mir lieber eine Mail.
          de | Bitte nicht abmelden, ich lese das gerne.
          de | Bitte nehmen Sie mich aus dem CC.
          de | Streichen Sie mich bitte nicht von der Liste!
          de | Löschen Sie meine Daten bitte noch nicht.
          de | Rufen Sie mich nicht vor 9 Uhr an.
          de | Bitte keine Mails mehr bis September, dann melde ich mich.
          de | Bis Montag bitte nicht mehr schreiben, ich bin auf Messe.
          de | Kontaktieren Sie mich bitte nicht über LinkedIn, sondern per Mail.
          de | Melden Sie mich vom Webinar ab, Tom geht hin.
          de | Schreiben Sie mir nicht so viel auf einmal, eine Frage nach der anderen.
          fr | Ne m'écrivez plus à cette adresse, utilisez anna@nouveau.example.
          fr | Ne me contactez plus avant septembre, ensuite avec plaisir.
          fr | Merci de ne pas me retirer de la liste.
          fr | Retirez-moi de l'invitation, Paul viendra.
          fr | Merci de ne plus me relancer jusqu'à lundi.
          fr | Ne m'envoyez plus de pièces jointes, juste un lien.
          fr | Ne nous contactez plus par téléphone, nous préférons le mail.
          fr | Retirez-moi de la boucle, c'est Claire qui gère.
          fr | Je ne souhaite pas me désinscrire, vos lettres me plaisent.
          fr | Merci de ne plus m'écrire sur LinkedIn, passez par mon mail.
          fr | D'ici lundi, ne m'écrivez plus.
          fr | Enlevez-moi de la réunion de mardi, s'il vous plaît.
          es | Por favor, no me contacte antes del lunes.
          es | Por favor, no me escriba más a esta dirección, use ana@nuevo.example.
          es | No me escriba más hasta septiembre.
          es | Sáqueme de la invitación, va Marta.
          es | No elimine mis datos, los necesito.
          es | No quiero darme de baja, me gustan sus correos.
          es | No me llame más por teléfono, prefiero el correo.
          es | Hasta el lunes no me escriba más, por favor.
          es | Sácame de copia, lo lleva Luis.
          es | Dame de baja de la reunión del martes.
          es | No me envíe más archivos, no se abren.
          es | Por favor, no me contacten durante las fiestas.
          pt | Não me escreva mais neste endereço, use ana@novo.example.
          pt | Não me contacte mais antes de maio, depois com gosto.
          pt | Não me remova da lista, gosto dos textos.
          pt | Me tire da reunião, o Paulo vai.
          pt | Não me ligue mais, prefiro e-mail.
          pt | Não apague meus dados, por favor.
          pt | Não me envie mais nada até segunda.
          pt | Não quero cancelar a inscrição, gosto muito.
          pt | Até maio não me escreva mais.
          pt | Não me mande mais anexos, o filtro bloqueia.
          pt | Não me contate mais pelo LinkedIn, mande para o meu e-mail.
          pt | Me remova do convite, vai a Ana.
          pt | Não parem de me escrever!
          en | Please don't contact me until after Easter.
          en | Don't email me on my work account, use my private one.
          en | Please do not write to me before the holidays are over.
          en | Please remove me from the meeting series, I changed teams.
          en | Never stop emailing me these, they are great.
          de | Bitte kontaktieren Sie mich nicht bis Ostern.
          de | Schreib mir bitte nicht mehr auf WhatsApp, nimm lieber Mail.
          de | Nehmen Sie mich bitte aus der Besprechung am Dienstag.
          de | Schreiben Sie mir nicht mehr unter dieser Nummer, nutzen Sie meine neue.
          fr | Ne me contactez plus jusqu'à la rentrée.
          fr | Ne m'envoyez plus rien sur ce numéro, écrivez à paul@new.example.
          es | No me contacte más antes de Semana Santa.
          es | No me escriban más a este número, usen el correo.
          pt | Não me contacte mais até depois da Páscoa.
          pt | Não me escreva mais para este e-mail, use o novo.
          """)
  void takesAWishWithALimitForNoWishToGetNoMore(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNotEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Don't contact me again, before or after the fair.
          en | As I said before, don't contact me again.
          en | Please don't contact me at this address again.
          en | Do not contact me until further notice.
          en | Stop emailing me before I report you as spam.
          en | Remove me before Friday or I call my lawyer.
          en | Please remove me from your webinar list.
          en | Delete my details from your event database.
          en | Why don't you stop emailing me?
          en | Take me off your event mailing list.
          en | Remove me from your list and never contact me again.
          en | No, please don't write to me again.
          en | Don't email me about this again.
          en | I would like to be removed from your lists.
          en | Please do not send me these newsletters anymore, I use another tool.
          en | Stop calling me at work.
          de | Löschen Sie meine Daten bis Freitag.
          de | Kontaktieren Sie mich bis auf Weiteres nicht. Bitte keine weiteren Mails.
          de | Lieber Herr Krause, bitte schreiben Sie mich nicht mehr an.
          de | Schreiben Sie mir nicht mehr an diese Adresse!
          de | Wie vor Wochen gesagt, kontaktieren Sie mich nicht.
          de | Nehmen Sie mich aus dem Verteiler für Webinare.
          de | Ich habe bis heute nichts bestellt, schreiben Sie mir nicht mehr.
          de | Löschen Sie mich bitte, und nicht erst morgen.
          de | Entfernen Sie mich aus allen Listen.
          de | Nein. Nehmen Sie mich raus.
          de | Bitte keine Werbung mehr an uns.
          de | Lassen Sie mich in Ruhe.
          de | Löschen Sie mich und nicht nur meine Nummer.
          de | Rufen Sie mich nicht mehr an.
          de | Keine weiteren Nachrichten, bitte.
          fr | Ne m'écrivez plus à cette adresse.
          fr | Ne me contactez plus jusqu'à nouvel ordre.
          fr | Retirez-moi de votre liste avant vendredi.
          fr | Supprimez mes données avant lundi.
          fr | Ne m'écrivez plus, merci.
          fr | Non merci, retirez-moi de vos fichiers.
          fr | Arrêtez de m'appeler au bureau.
          fr | Ne nous relancez plus, ni par mail ni par téléphone.
          fr | Désinscrivez-moi de votre liste d'invitations.
          fr | Je vous l'ai dit avant : ne me contactez plus.
          fr | Cessez de me contacter sur LinkedIn.
          fr | Je ne veux plus recevoir vos offres.
          fr | Merci de me retirer de votre base.
          fr | Laissez-moi tranquille.
          fr | Enlevez-moi de tout.
          es | No me escriba más a esta dirección.
          es | Elimine mis datos antes del viernes.
          es | No, elimíneme de su base.
          es | No me escriba más hasta nuevo aviso.
          es | Sáqueme de su lista.
          es | Deje de escribirme antes de que le denuncie.
          es | Como dije antes, no me contacte más.
          es | Dame de baja del boletín.
          es | No nos llamen más.
          es | No vuelva a contactarme por LinkedIn.
          es | No quiero recibir sus ofertas.
          es | Quíteme de la lista de invitaciones.
          es | Por favor, no me contacten.
          es | Déjeme en paz.
          es | No más correos, por favor.
          pt | Não me escreva mais.
          pt | Não me escreva mais neste endereço.
          pt | Apague meus dados até sexta.
          pt | Não me envie mais nada. Até mais.
          pt | Não me envie mais nada até novo aviso.
          pt | Não, me remova da lista.
          pt | Me tire da lista de convites.
          pt | Parem de me ligar no trabalho.
          pt | Como disse antes, não me contacte mais.
          pt | Não quero receber ofertas.
          pt | Me descadastre, por favor.
          pt | Não entre mais em contato comigo.
          pt | Exclua meus dados antes de segunda.
          pt | Não volte a me escrever.
          pt | Me deixe em paz.
          de | Interessiert mich nicht. Abmelden!
          es | No. Quiero darme de baja.
          pt | Não. Quero cancelar a inscrição.
          en | We asked you before. Do not email us.
          en | Please take me off this list.
          en | Remove my email from your database today.
          en | Stop messaging me every day.
          en | Don't contact me. Use someone else.
          de | Bitte löschen Sie mich bis morgen aus Ihrer Liste.
          de | Streichen Sie mich vor dem nächsten Versand von der Liste.
          de | Bitte keine Mails mehr.
          fr | Supprimez-moi avant demain.
          fr | Ne me contactez plus. Merci d'avance.
          es | No me envíe más correos, por favor.
          es | Elimíneme antes de mañana.
          pt | Me remova até amanhã.
          pt | Não me mande mais mensagens todos os dias.
          """)
  void keepsAWishWhoseTimeOrPlaceIsNoLimit(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Nächste Woche bin ich im Urlaub, danach gerne.
          de | Ich bin nicht im Büro, rufen Sie mich am Handy an.
          es | Estoy de vacaciones esta semana, ¿qué tal el 12?
          pt | Semana que vem estou de férias, pode ser dia 12?
          en | I'm out of office till Friday. Does Monday at 10 work for you?
          en | I'm on annual leave next week, let's talk after that.
          en | Out of the office today, can talk tomorrow at 9.
          en | Away until Monday. Could we do Tuesday?
          en | I am out of the office, ping me next week.
          de | Bin diese Woche im Urlaub, passt es Ihnen am 12.?
          de | Ich bin im Urlaub, am Montag können wir telefonieren.
          de | Bin außer Haus, nächste Woche würde passen.
          fr | Je suis en congés cette semaine, on s'appelle lundi ?
          fr | Je suis absente du bureau, rappelez-moi mardi.
          fr | En congé jusqu'à vendredi, lundi vous convient ?
          es | Estoy fuera de la oficina, hablamos el lunes.
          es | Estaré de vacaciones, te va bien el 20?
          pt | Estou de férias, podemos falar no dia 12.
          pt | Estarei ausente esta semana, me chame na segunda.
          """)
  void isNotSureOfPeopleOnHolidayWhoAskOrOffer(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | I am out of the office until Monday.
          en | I'm on annual leave and will return on 4 May. For urgent matters please contact my colleague.
          en | Thank you for your email. I am out of the office and will be back on 12 May.
          en | Automatic reply: out of office. Questions? Call the desk.
          de | Ich bin bis 3. Mai nicht im Büro und melde mich danach.
          de | Ich bin im Urlaub und am 4. Mai wieder erreichbar.
          de | Vielen Dank für Ihre Nachricht. Ich bin außer Haus. Ihre E-Mail wird nicht weitergeleitet.
          fr | Je suis absent du bureau, de retour le 3 mai.
          fr | Réponse automatique : en congés jusqu'au 3 mai.
          es | Estoy fuera de la oficina hasta el lunes.
          es | Respuesta automática: vuelvo el 4 de mayo. ¿Es urgente? Llame a la centralita.
          pt | Estou de férias até 3 de maio.
          pt | Estarei ausente até segunda, retorno dia 4.
          """)
  void takesTerseNoticesForThoseOfMachines(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.AUTO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Hi Anna, I saw you're out of office until Monday. Just floating this back to the top of your inbox.
          en | I'll be out of the office next week, so I wanted to follow up before then.
          en | I got your out of office reply, so I'll try again in January.
          en | I received your automatic reply. Our tool saves an hour a day.
          en | I know you are on annual leave, no rush.
          en | Hope all is well now that you're back in the office.
          de | ich habe Ihre Abwesenheitsnotiz erhalten und melde mich wieder.
          de | da Sie im Urlaub sind, schreibe ich Ihnen nächste Woche.
          de | ich bin ab Freitag im Urlaub und wollte Ihnen vorher den Link schicken.
          de | Sind Sie wieder im Büro? Unser Angebot gilt noch.
          fr | j'ai bien reçu votre réponse automatique, je me permets de vous relancer.
          fr | Comme vous êtes en congés, je vous recontacte lundi.
          es | recibí su respuesta automática y le escribo de nuevo.
          es | Vi que está fuera de la oficina hasta el lunes.
          pt | recebi sua resposta automática e volto a escrever.
          pt | Vi que você está de férias até segunda.
          de | Schade, dass Sie bis Montag im Urlaub sind, ich versuche es danach.
          en | Hope you enjoyed your time out of the office.
          """)
  void takesNobodyWhoSpeaksOfTheReadersAbsenceForAMachine(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNotEqualTo(ReplyClass.AUTO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | Automatic reply: I am out of the office. Your message will be read on Monday.
          en | Thank you for your message. This is an automatic reply, I will follow up when I am back.
          en | I wanted to let you know that I am out of the office until Monday.
          de | Vielen Dank für Ihre Nachricht. Dies ist eine automatische Antwort: ich bin bis Montag im Urlaub.
          de | Automatische Antwort. Ihre E-Mail wird nicht weitergeleitet.
          de | Ich bin im Urlaub. Wenn Sie mich dringend brauchen, wenden Sie sich an Frau Krause.
          fr | Ceci est une réponse automatique. Votre message sera lu lundi.
          es | Esta es una respuesta automática. Su mensaje se leerá el lunes.
          es | Marta Ruiz está fuera de la oficina hasta el lunes.
          pt | Esta é uma resposta automática. Sua mensagem será lida segunda.
          de | Ich bin im Urlaub, da bin ich nicht erreichbar.
          de | Falls Sie Fragen haben: ich bin bis Montag im Urlaub.
          """)
  void takesNoticesThatSpeakToTheReaderForThoseOfMachines(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.AUTO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Schicken Sie mir bitte nichts mehr.
          de | Bitte senden Sie mir nichts mehr.
          de | Senden Sie mir nichts mehr zu.
          de | Schick mir nichts mehr!
          de | Bitte mir nichts mehr schicken.
          en | Please send me nothing more.
          fr | Envoyez-moi plus rien.
          fr | Ne m'envoyez plus rien.
          """)
  void takesAWishForNothingMoreForAWishToGetNoMore(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Das interessiert mich wenig.
          en | I'm less interested in this now.
          en | Why would I be interested?
          en | What makes you think I'd be interested?
          en | What makes you think I'd be interested
          en | Why do you think I am interested?
          en | Do I look interested?
          es | ¿Por qué me interesaría?
          fr | Pourquoi je serais intéressé ?
          de | Warum schicken Sie mir das?
          pt | Por que me interessa isso?
          de | Schicken Sie mir bitte nichts.
          """)
  void findsNoYesInScornAndLittleInterest(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isIn(ReplyClass.NEGATIVE, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | What do I need to do? I'm interested.
          en | I'm interested, what do I need to do?
          en | I have less time this week, but I'm interested.
          en | I think I'd be interested.
          en | Why not, sounds good. When can we talk?
          en | Please send me nothing but the price list.
          de | Das interessiert mich ein wenig, schicken Sie mir Unterlagen.
          de | Klingt gut, da spricht nichts dagegen.
          de | Schicken Sie mir gern mehr Informationen.
          fr | Envoyez-moi plus d'informations.
          fr | Pourquoi pas, ça m'intéresse.
          fr | Pourquoi ne pas en discuter, ça m'intéresse ?
          es | ¿Por qué no? Hablemos el martes.
          es | ¿Por qué no hablamos? Me interesa.
          """)
  void keepsAYesBesideQuestionsAndWordsOfLittle(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.POSITIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          en | STOP
          en | Stop.
          fr | Stop.
          fr | STOP svp
          | STOP
          | stop please
          | Baja
          en | Please stop.
          en | stop please
          en | Please remove.
          en | You can stop now.
          en | Please don't follow up again.
          en | Please don't follow up again, we have a supplier.
          en | Please do not follow up again, I'll call you if I change my mind.
          fr | ça ne m'intéresse pas retirez moi svp
          fr | Je ne veux pas de ça supprimez moi de vos fichiers
          de | Hören Sie auf, mir ständig Mails zu schicken.
          de | Hör auf, mich zu nerven.
          de | Hören Sie auf, mir jeden Tag zu schreiben.
          de | Hör auf, mir sowas zu schicken!
          de | Hören Sie endlich auf, mich zu belästigen.
          de | Hört bitte auf, mir zu schreiben.
          de | Hören Sie auf, uns E-Mails zu schicken.
          de | Hören Sie bitte auf, mich ständig zu kontaktieren.
          es | Baja
          es | Baja, por favor.
          es | Por favor eliminen mi correo de su base de datos.
          es | Favor de no contactarme.
          es | Ya no me mandes mensajes.
          es | No me mande nada más.
          de | Lassen Sie mich bitte in Ruhe.
          de | Ich möchte nicht mehr kontaktiert werden.
          de | Hören Sie auf, mir zu schreiben.
          de | Hören Sie auf, mich anzurufen.
          de | Ich bitte um Löschung meiner Daten.
          de | Rufen Sie mich nie wieder an.
          fr | Veuillez supprimer mes coordonnées de votre base.
          fr | Arrêtez vos mails svp
          fr | Merci de cesser tout contact.
          fr | Arrêtez vos e-mails.
          pt | Favor retirar meu e-mail da lista.
          pt | Por favor, retire o meu email da vossa lista.
          pt | Por favor não enviem mais e-mails.
          """)
  void knowsTheShortestWishesToGetNoMore(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Schicken Sie mir bitte nichts mehr vor Montag.
          de | Das sagt mir nichts mehr, worum ging es?
          de | Warum rufen Sie mich nicht einfach an?
          en | Stop by on Thursday.
          en | Please stop by on Thursday.
          en | Stop? Why?
          en | Stop?
          en | Our bus stop is right outside.
          en | You can stop now by our booth.
          en | Please remove the second paragraph, then it is fine.
          en | Please don't follow up with Tom, he left.
          en | Please don't follow up again before Monday.
          en | Don't follow up again, I'll call you on Monday.
          en | Do not follow up again, I will call your office today.
          fr | Je ne veux pas me retirer de votre base.
          fr | Vous n'allez pas me supprimer de votre base j'espère
          de | Hör auf, mir zu schmeicheln, das Angebot ist gut.
          de | Hör auf mich zu loben, wir sehen uns am Montag.
          de | Hör auf, mir ständig den Preis zu senken, wir nehmen es.
          de | Hör auf mir immer recht zu geben, das Angebot passt.
          fr | Vous ne pouvez pas me retirer de votre liste, je suis client.
          fr | Merci de ne surtout pas me retirer de la liste.
          fr | Il n'est pas nécessaire de me supprimer de votre base.
          en | I teach people to write newsletters that nobody wants to stop reading or unsubscribe from.
          es | Estoy de baja médica.
          es | Estoy de baja.
          es | La temporada baja es mejor.
          es | ¿Baja?
          es | Elimine mi correo del 3 de mayo, estaba mal.
          es | Favor de no contactarme antes del lunes.
          es | No me mande nada más que el precio.
          es | Ya no me llame por teléfono, mejor por correo.
          de | Lassen Sie mich in Ruhe darüber nachdenken.
          de | Lassen Sie mich bitte in Ruhe darüber nachdenken.
          de | Lassen Sie uns in Ruhe telefonieren.
          de | Hören Sie nicht auf, mir zu schreiben.
          de | Hören Sie auf mich, das Buch ist gut.
          de | Wie läuft bei Ihnen die Löschung meiner Daten?
          de | Der Zug macht in Ulm einen Stopp.
          fr | N'arrêtez pas vos mails, je les lis.
          fr | Je ne veux pas arrêter vos mails.
          fr | Nous avons dû cesser tout travail ici.
          fr | Je dois supprimer les coordonnées du document.
          pt | Vou retirar meu pedido amanhã.
          pt | Por favor não enviem mais e-mails até segunda.
          """)
  void takesNoWordOfStoppingInsideOfATextForAWish(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNotEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Bitte nehmen Sie mich nicht aus dem Verteiler.
          de | Bitte nehmen Sie mich nicht von Ihrer Liste.
          de | Bitte streichen Sie mich nicht aus dem Verteiler, ich lese Ihre Mails gern.
          de | Bitte nehmen Sie mich auf keinen Fall aus dem Verteiler.
          de | Nehmen Sie mich bitte nicht von der Liste.
          en | I won't ask you to remove me, I like it.
          en | You don't need to remove me.
          en | How do I unsubscribe my own customers with your tool?
          """)
  void takesAWishToStayOnTheListForNoWishToGetNoMore(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isNotEqualTo(ReplyClass.OPT_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          de | Ich möchte aus dem Verteiler gelöscht werden.
          de | Ich bitte darum, aus Ihrer Liste gestrichen zu werden.
          de | Bitte aus dem Verteiler löschen.
          de | Nehmen Sie mich aus dem Verteiler, ich lese das nicht.
          de | Streichen Sie mich nicht nur aus dem Verteiler, löschen Sie auch meine Daten.
          en | How do I unsubscribe?
          en | How do I unsubscribe my email from this?
          en | How do I unsubscribe from your list?
          en | Won't you remove me from your list?
          """)
  void keepsAWishBesideAWordOfBeingTakenOff(String lang, String answer) {
    assertThat(rules.of(answer, lang)).isEqualTo(ReplyClass.OPT_OUT);
  }

  @Test
  void hearsTheYesOfWhoTookTheReaderOffAList() {
    String answer =
        "Ich habe Sie versehentlich aus dem Verteiler gelöscht,"
            + " schicken Sie mir bitte die Unterlagen.";
    assertThat(rules.of(answer, "de")).isEqualTo(ReplyClass.POSITIVE);
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
