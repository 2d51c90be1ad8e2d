package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingPhraseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Best,",
        "Kind regards",
        "With sunny regards,",
        "*Best regards*",
        "All the best!",
        "Mit freundlichen Grüßen",
        "Hanseatische Grüße",
        "Vielen Dank und viele Grüße",
        "VG",
        "Bien cordialement",
        "Belle journée,",
        "À bientôt",
        "Salutations distinguées",
        "Un cordial saludo",
        "Saludos cordiales",
        "Um grande abraço",
        "Com os melhores cumprimentos",
        "Cordiali saluti",
        "Un caro saluto",
        "Met vriendelijke groet",
        "Veel groeten",
        "Med vänliga hälsningar",
        "Z poważaniem",
        "С уважением",
        "Thanks & regards"
      })
  void knowsPhrasesThatClose(String line) {
    assertThat(ClosingPhrase.of(line)).isEqualTo(ClosingPhrase.CLOSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thanks,", "Thank you!", "Vielen Dank", "Merci beaucoup !", "Tack"})
  void tellsThanksApart(String line) {
    assertThat(ClosingPhrase.of(line)).isEqualTo(ClosingPhrase.THANKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "...",
        "- Best",
        "1. Regards",
        "Our wishes:",
        "Best regards?",
        "We hire the best",
        "- Work with the best",
        "L'agenda de la journée",
        "Programme de la journée :",
        "der Gruß",
        "In allen Grüßen",
        "Best 10",
        "Sin saludo",
        "Senza saluti",
        "Geen groet",
        "As regards"
      })
  void knowsNoOthers(String line) {
    assertThat(ClosingPhrase.of(line)).isEqualTo(ClosingPhrase.NONE);
  }
}
