package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteStripperTest {

  private static final String OWN = "Hi Ann,\n\nshall we talk about your project next week?";

  @Test
  void cutsReplyHeadersOfManyLanguages() {
    for (String header :
        List.of(
            "On Mon, Nov 2, 2026 at 9:00 AM Ann Lee <ann@x.example> wrote:",
            "Am 02.11.2026 um 09:00 schrieb Ann Lee <ann@x.example>:",
            "Le lun. 2 nov. 2026 à 09:00, Ann Lee <ann@x.example> a écrit :",
            "El lun, 2 nov 2026 a las 9:00, Ann Lee (<ann@x.example>) escribió:",
            "Em seg., 2 de nov. de 2026 às 09:00, Ann Lee <ann@x.example> escreveu:",
            "Il giorno lun 2 nov 2026 alle ore 09:00 Ann Lee <ann@x.example> ha scritto:",
            "Op ma 2 nov 2026 om 09:00 schreef Ann Lee <ann@x.example>:",
            "Den mån 2 nov. 2026 kl 09:00 skrev Ann Lee <ann@x.example>:",
            " -----Original Message-----",
            "---------------------- Forwarded by Ann Lee/HOU/ECT on 11/02/2026 ------------",
            "From: Ann Lee\nSent: Monday\nTo: Bob\nSubject: x")) {
      assertThat(QuoteStripper.strip(OWN + "\n\n" + header + "\n\nold text"))
          .as(header)
          .isEqualTo(OWN);
    }
  }

  @Test
  void cutsSignOffsOfManyLanguages() {
    for (String closing :
        List.of(
            "Best regards,",
            "Mit freundlichen Grüßen",
            "Cordialement,",
            "Un saludo,",
            "Atenciosamente,",
            "Cordiali saluti,",
            "Met vriendelijke groet,",
            "Med vänliga hälsningar",
            "Z poważaniem,",
            "Thanks,",
            "Cheers!")) {
      assertThat(QuoteStripper.strip(OWN + "\n\n" + closing + "\nBob Ray\nCEO, Acme"))
          .as(closing)
          .isEqualTo(OWN);
    }
  }

  @Test
  void cutsDeviceLinesDisclaimersAndUnsubscribeFooters() {
    for (String footer :
        List.of(
            "Sent from my iPhone",
            "Gesendet von Outlook für Android",
            "-- \nBob\nbob.example",
            "This e-mail is confidential and intended solely for the addressee.",
            "Don't want my mails? Unsubscribe here.")) {
      assertThat(QuoteStripper.strip(OWN + "\n\n" + footer)).as(footer).isEqualTo(OWN);
    }
  }

  @Test
  void cutsWhatStandsBelowALineAcrossThePage() {
    String line = "-".repeat(60);
    String card = line + "\nBob Ray          Pilot and poet\nOslo    http://bob.example\n" + line;
    String list = "_".repeat(47) + "\nBees mailing list\nBees@lists.example\nhttps://lists.example";
    String advertisement =
        line + "\nThis mail is sponsored by Honey Inc.\nGet a new jar:\nhttps://honey.example";
    assertThat(QuoteStripper.strip(OWN + "\n\n" + card)).isEqualTo(OWN);
    assertThat(QuoteStripper.strip(OWN + "\n\n" + card + "\nBees know best.")).isEqualTo(OWN);
    assertThat(QuoteStripper.strip(OWN + "\n\n" + advertisement + "\n" + list)).isEqualTo(OWN);
    assertThat(QuoteStripper.strip(OWN + "\n\n" + card + "\n" + advertisement + "\n" + list))
        .isEqualTo(OWN);
  }

  @Test
  void keepsLettersBelowALine() {
    String line = "-".repeat(60);
    String letter = line + "\n" + ("We sell bees to people who like honey." + "\n").repeat(12);
    for (String text :
        List.of(
            OWN + "\n" + line + "\nAnd what of the bees?",
            "Hi Ann,\n" + line + "\nOur offer: see http://bees.example\n" + line + "\nTom",
            OWN + "\n" + letter + "See http://bees.example",
            OWN + "\n------------\nSee http://bees.example for more.")) {
      assertThat(QuoteStripper.strip(text)).as(text).isEqualTo(text.strip());
    }
  }

  @Test
  void keepsPostscripts() {
    assertThat(QuoteStripper.strip(OWN + "\n\nBest,\nBob\n\nP.S. I loved your talk on bees."))
        .isEqualTo(OWN + "\n\nP.S. I loved your talk on bees.");
  }

  @Test
  void keepsAnswersBetweenQuotes() {
    assertThat(QuoteStripper.strip("On 2 Nov 2026, Ann wrote:\n> one?\nYes.\n> two?\nNo, sorry."))
        .isEqualTo("Yes.\n\nNo, sorry.");
  }

  @Test
  void keepsASignOffThatIsTheWholeText() {
    assertThat(QuoteStripper.strip("Thanks,\nBob")).isNotEmpty();
    assertThat(QuoteStripper.strip("Thanks,")).isEqualTo("Thanks,");
    assertThat(QuoteStripper.strip("Best regards, Bob")).isEqualTo("Best regards, Bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Tom,\nThanks.\nPlease remove me from your list.",
        "Obrigado.\nQuero sair da sua lista.",
        "Hello\nVielen Dank\nBitte melden Sie sich im Mai noch einmal!",
      })
  void sentenceBelowThanksIsNoName(String text) {
    assertThat(QuoteStripper.strip(text)).isEqualTo(text);
  }

  @Test
  void namesBelowThanksAreCut() {
    assertThat(QuoteStripper.strip("See you on Friday.\nThanks,\nBob Miller Jr.\nAcme Inc."))
        .isEqualTo("See you on Friday.");
  }

  @Test
  void leavesNothingOfATextThatIsAllQuote() {
    assertThat(QuoteStripper.strip("> old\n> older")).isEmpty();
    assertThat(QuoteStripper.strip(" \n ")).isEmpty();
  }

  @Test
  void cutsFlattenedTails() {
    String flat = "Thank you, I am happy where I am.";
    String tail = " On Mon, Nov 2, 2026 at 9:00 AM, Ann Lee <hit-reply@linkedin.com> wrote: Hi Bob";
    assertThat(QuoteStripper.strip(flat + tail)).isEqualTo(flat);
    assertThat(QuoteStripper.strip(flat + " Sent from my iPhone" + tail)).isEqualTo(flat);
    assertThat(QuoteStripper.strip(flat + "  Best regards, Bob Ray")).isEqualTo(flat);
    assertThat(QuoteStripper.strip(flat)).isEqualTo(flat);
  }

  @Test
  @Timeout(120)
  void readsHostileTextsInLinearTime() {
    assertThat(QuoteStripper.strip("On 1 wrote\n".repeat(100_000))).isNotNull();
    assertThat(QuoteStripper.strip("x\n" + "-".repeat(500_000))).isNotNull();
    assertThat(QuoteStripper.strip("From: a\n".repeat(100_000))).isNotNull();
    assertThat(QuoteStripper.strip("a@".repeat(100_000))).isNotNull();
    assertThat(QuoteStripper.strip("a]\n> q\n".repeat(200_000))).isNotNull();
    assertThat(QuoteStripper.strip("Unsubscribe\u2028> q\u2028".repeat(200_000))).isNotNull();
    assertThat(QuoteStripper.strip("x\n" + "Best,\n".repeat(100_000))).isNotNull();
    assertThat(QuoteStripper.strip("x\n" + ("-".repeat(50) + "\n").repeat(20_000))).isNotNull();
  }
}
