package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyIntroTest {

  private static final String OWN = "Hi Ann,\n\nshall we talk about your project next week?";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In your post from 12 May you wrote:",
        "On 12 May 2026 you wrote:",
        "On Nov 26, 2013 you wrote:",
        "On Monday, 5 January 2026 at 9:00 I wrote:",
        "On Monday, 5 January 2026 at 9:00 I wrote to ann@x.example:",
        "In 2024 Gartner wrote:",
        "On 12 May 2026, Reid Hoffman wrote:",
        "On Monday, 5 January 2026 at 9:00 the board wrote in its letter:",
        "am 3. Mai schrieben Sie auf LinkedIn:",
        "Am 5. Januar 2026 um 9:00 schrieb ich Ihnen:",
        "Im Jahr 2024 schrieb Gartner:",
        "Am 3. Mai hat Ihr Kollege geschrieben:",
        "Le 5 janvier 2026 à 9h00 vous avez écrit :",
        "Le 3 mai, vous m'avez écrit :",
        "El 5 de enero de 2026 a las 9:00 usted escribió:",
        "El 3 de mayo su equipo escribió:",
        "Em 5 de janeiro de 2026 às 9:00 você escreveu:",
        "Em 3 de maio a sua equipe escreveu:",
        "Il 5 gennaio 2026 alle ore 9:00 lei ha scritto:",
        "Il 3 maggio avete scritto:",
        "Op 5 januari 2026 om 9:00 schreef u:",
        "Op 3 mei schreef je collega:",
        "Den 5 januari 2026 kl. 9:00 skrev du:",
      })
  void lettersCiteWithWordsLikeThoseOfAReplyHeader(String words) {
    String letter = "Hi Ann,\n\n" + words + "\n\"Hiring is broken.\"\n\nWe saw that too. Any time?";
    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Monday, January 5, 2026, 9:00 AM, Ann Lee wrote:",
        "On Wed, 18 Sep 2002, R. A. Hettinga wrote:",
        "Tuesday, October 1, 2002, 9:54:02 PM, you wrote:",
        "On 05/01/26 9:00 AM, Ann Lee wrote:",
        "Am 05.01.2026 um 09:00 schrieb Ann Lee:",
        "Le 5 janvier 2026 à 9h05, Ann Lee a écrit\u00A0:",
        "El 05/01/2026 a las 09:00, Ann Lee escribió:",
        "Em 05/01/2026 às 09:00, Ann Lee escreveu:",
        "Il 05/01/2026 09:00, Ann Lee ha scritto:",
        "Op 05-01-2026 om 09:00 schreef Ann de Vries:",
        "Den 2026-01-05 kl. 09:00, skrev Ann Lee:",
        "2026-01-05 9:00 GMT+01:00 Ann Lee <ann@x.example>:",
        "Am 5. Januar schrieb Ann Lee <ann@x.example>:",
      })
  void mailProgramsNameTheSenderWithAddressOrTime(String header) {
    assertThat(QuoteStripper.strip(OWN + "\n\n" + header + "\n\nold text")).isEqualTo(OWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No dia segunda-feira, 5 de janeiro de 2026 às 09:00, João Silva"
            + "\n<joao.silva@empresa.example> escreveu:",
        "João Silva <joao.silva@empresa.example> escreveu (segunda, 5/01/2026 à(s)\n09:00):",
        "pon., 5 sty 2026 o 09:00 Anna Kowalska-Nowakowska\n<anna@przyklad.example> napisał(a):",
        "śr., 7 sty 2026 o 09:00 Jan Nowak <jan@przyklad.example>\nnapisał:",
        "Il giorno lun 5 gen 2026 alle ore 09:00 Anna Rossi\n<anna@esempio.example>\nha scritto:",
        "Ann Lee <ann@x.example>, 5 January 2026 at 09:00,\nwrote:",
      })
  void headersMayBeWrappedAndBeginWithAnyWord(String header) {
    assertThat(QuoteStripper.strip(OWN + "\n\n" + header + "\n\nold text")).isEqualTo(OWN);
    assertThat(QuoteStripper.strip(OWN + "\n\n" + header + "\n\n> old text")).isEqualTo(OWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do we still meet at 9?",
        "On Friday at 10 it is",
        "Your offer of 5 May 2026 came at 9:00",
        "In 2024 we paid less",
      })
  void ownLinesAboveAHeaderStay(String own) {
    String header = "On Mon, Jan 5, 2026 at 9:00 AM Ann Lee <ann@x.example> wrote:\nold text";
    assertThat(QuoteStripper.strip("Hi Ann,\n\n" + own + "\n" + header))
        .isEqualTo("Hi Ann,\n\n" + own);
  }

  @Test
  void wordsOfCitationAboveQuotedLinesGoWithThem() {
    assertThat(QuoteStripper.strip("On Nov 26, 2013 you wrote:\n> how many?\n\nForty seats."))
        .isEqualTo("Forty seats.");
    assertThat(
            QuoteStripper.strip(
                "On Wed, Aug 21, 2002 at 12:30:12PM +0100, Ann Lee mentioned:\n> a\n\nForty seats."))
        .isEqualTo("Forty seats.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on 12 May 2026 at 10:30 you wrote: hiring is broken. I agree and would like to talk.",
        "On 12 May 2026 at 10:30 you wrote: hiring is broken. I agree and would like to talk.",
        "Am 3. Mai 2026 um 9:00 schrieben Sie: der Vertrieb braucht Daten. Genau das tun wir.",
        "On 12 May 2026 I wrote to ann@x.example: shall we meet? Did she read it?",
      })
  void lettersWithoutLinesCiteAsWell(String letter) {
    assertThat(QuoteStripper.strip("Hi Ann, " + letter)).isEqualTo("Hi Ann, " + letter);
  }
}
