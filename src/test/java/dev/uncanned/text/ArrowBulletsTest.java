package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.Headers;
import dev.uncanned.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrowBulletsTest {

  private static final String POINTS =
      "Hi Ann,\n\nwhat we would bring:\n\n> 3 reference calls with CFOs\n> A ramp plan\n\nAny time?";

  private static String own(String subject, String body, boolean html) {
    Message message =
        new Message(
            Headers.sent(MessageKind.MESSAGE, null, false),
            subject,
            body,
            html,
            Contact.of("Max", null, null),
            List.of());
    return new TextCleaner(TextConfig.defaults()).clean(message).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        POINTS,
        "Hi Ann,\n\nyour team grows fast.\n\n>> Book a demo\n\nSee you there.",
        "Hallo Ann,\n\ndas bringen wir mit:\n> Drei Referenzen\n> Ein fester Preis\n\nPasst es?",
        "Bonjour Ann,\n\nnotre offre :\n> Économies de 40 %\n\nÊtes-vous libre ?",
        "Hola Ann:\n\nlo que traemos:\n> Tres referencias\n\n¿Hablamos?",
        "Olá Ann,\n\no que trazemos:\n> Três referências\n\nPodemos falar?",
        "Ciao Ann,\n\ncosa portiamo:\n> Tre referenze\n\nNe parliamo?",
        "Hoi Ann,\n\nwat wij brengen:\n> Drie referenties\n\nHeb je tijd?",
      })
  void pointsOfALetterThatAnswersNothingStay(String letter) {
    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
    assertThat(own("An offer", letter, false)).isEqualTo(letter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Re: offer",
        "RE[2]: offer",
        "AW: Angebot",
        "[list] SV: tilbud",
        "TR : offre",
        "RES: proposta",
        "R: proposta",
        "Antw: aanbod",
        "Seats (was: Re: offer)",
        "回复：报价",
      })
  void theSameLinesAreQuotesInAnAnswer(String subject) {
    assertThat(own(subject, POINTS, false))
        .isEqualTo("Hi Ann,\n\nwhat we would bring:\n\nAny time?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Offer: 40 seats", "Freshness: a plan", "Presse: Termin", "Re-think it"})
  void otherSubjectsAnswerNothing(String subject) {
    assertThat(own(subject, POINTS, false)).isEqualTo(POINTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Tom,\n\n> How many seats?\nForty.\n\n> When?\nMarch.",
        "Hi Tom,\n\n> We need the price by Friday.\n\nForty euros.",
        "Hi Tom,\nhere it is.\n\n> the price of all seats\n> by Friday, please\n\nForty euros.",
        "Hi Tom,\nhere it is.\n\n> The price\n>\n> Ann\n\nForty euros.",
        "Hi Tom,\nhere it is.\n\nAnn wrote:\n> We need the price.\n\nForty euros.",
        "Hi Tom,\nhere it is.\n\nForty euros.\n\n> We need the price.",
        "> We need the price.\n\nForty euros.\nTom",
        "Hi Tom,\nhere it is.\n> A\n> B\n> C\n> D\n> E\n> F\n> G\nForty euros.",
      })
  void quotesGoWithoutAReplySubjectToo(String text) {
    assertThat(QuoteStripper.strip(text)).doesNotContain(">").isNotEmpty();
  }

  @Test
  void mailWithoutASubjectMayAnswer() {
    String quote = "Hi Tom,\nthanks.\n\n> We need the price by Friday.\n\nForty euros.";
    assertThat(own(null, quote, false)).isEqualTo("Hi Tom,\nthanks.\n\nForty euros.");
  }

  @Test
  void pointsAboveAReplyHeaderAreQuotes() {
    String thread = "\n\nOn Mon, Jan 5, 2026 at 9:00 AM Ann <ann@x.example> wrote:\nold text";
    assertThat(QuoteStripper.strip(POINTS + thread))
        .isEqualTo("Hi Ann,\n\nwhat we would bring:\n\nAny time?");
  }

  @Test
  void htmlShowsWhichLinesItQuotes() {
    String points = "<p>Hi Ann,</p><p>what we bring:</p><p>&gt; A plan</p><p>Any time?</p>";
    String quote = "<p>Hi Ann,</p><p>here:</p><blockquote type=cite>A plan</blockquote><p>Yes.</p>";
    assertThat(own("An offer", points, true))
        .isEqualTo("Hi Ann,\n\nwhat we bring:\n\n> A plan\n\nAny time?");
    assertThat(own("An offer", quote, true)).isEqualTo("Hi Ann,\n\nhere:\n\nYes.");
  }
}
