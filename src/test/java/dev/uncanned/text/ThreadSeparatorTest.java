package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadSeparatorTest {

  private static final String OWN = "Hallo Ann,\n\ngerne am Dienstag.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----Original-Nachricht-----",
        "-----Originalnachricht-----",
        "----- Original Message -----",
        "-----Original\u00A0Message-----",
        "-----Ursprüngliche Nachricht-----",
        "-----Message d'origine-----",
        "-----Mensaje original-----",
        "-----Mensagem Original-----",
        "-----Messaggio originale-----",
        "-----Oorspronkelijk bericht-----",
        "-------- Weitergeleitete Nachricht --------",
      })
  void hyphensAndSpacesOfASeparatorDoNotMatter(String separator) {
    String thread = separator + "\nBetreff: AW: Angebot\nDatum: 5. Januar\n\nalter Text";
    assertThat(QuoteStripper.strip(OWN + "\n\n" + thread)).isEqualTo(OWN);
    String flat = OWN.replace('\n', ' ');
    assertThat(QuoteStripper.strip(flat + "  " + thread.replace('\n', ' '))).isEqualTo(flat);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- Unser Angebot --",
        "- Die Original-Nachricht ging an Max",
        "Original-Nachricht: siehe unten",
        "--contract forwarded to legal\n--invoice paid",
      })
  void otherLinesAreText(String line) {
    String letter = OWN + "\n\n" + line + "\n\nPasst das für Sie?";
    assertThat(QuoteStripper.strip(letter)).isEqualTo(letter);
  }
}
