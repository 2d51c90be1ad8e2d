package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Copies of one template for two people are one masked text, in the languages people sell in. */
class MergedCopiesTest {

  private static final String CASES = "/text/merged-copies.txt";
  private static final char HANGUL_JAMO = 0x1100;

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = CASES, delimiter = '|')
  void areOneTextWhereTheFieldsOfTheRecipientAreKnown(
      String name, String template, String one, String other) {
    String[] first = one.split(";");
    String[] second = other.split(";");
    String masked = masked(template, first, fields(first));
    assertThat(masked).isEqualTo(masked(template, second, fields(second))).contains("⟨");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = CASES, delimiter = '|')
  void areOneTextWhereOnlyTheDisplayNameIsKnown(
      String name, String template, String one, String other) {
    String[] first = one.split(";");
    String[] second = other.split(";");
    String masked = masked(template, first, display(first));
    assertThat(masked).isEqualTo(masked(template, second, display(second))).contains("⟨");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = CASES, delimiter = '|')
  void areOneTextWhereNobodyKnowsTheName(
      String name, String template, String one, String other, String beginning) {
    Assumptions.assumeTrue(beginning != null);
    String[] first = one.split(";");
    first[2] = "Acme";
    String[] second = other.split(";");
    second[2] = "Acme";
    String masked = masked(template, first);
    assertThat(masked).isEqualTo(masked(template, second)).startsWith(beginning);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = CASES, delimiter = '|')
  void haveTheirPlacesInTheText(String name, String template, String one) {
    String[] person = one.split(";");
    String text = text(template, person);
    for (List<Contact> known : List.of(List.of(fields(person)), List.of(display(person)))) {
      TokenPlaces places = new Masker().places(text, null, known);
      assertThat(places.masked()).isEqualTo(new Masker().mask(text, null, known).text());
      for (int i = 0; i < places.count(); i++) {
        assertThat(places.start(i)).isBetween(i == 0 ? 0 : places.start(i - 1), places.end(i) - 1);
        assertThat(places.end(i)).isLessThanOrEqualTo(text.length());
      }
    }
  }

  private static String masked(String template, String[] person, Contact... known) {
    return new Masker().mask(text(template, person), null, List.of(known)).text();
  }

  private static String text(String template, String[] person) {
    return template
        .replace("\\n", "\n")
        .replace("{f}", person[0])
        .replace("{l}", person[1])
        .replace("{o}", person[2]);
  }

  private static Contact fields(String[] person) {
    String name = person[0] + " " + person[1];
    return new Contact(name, null, null, person[0], person[1], person[2], person[3]);
  }

  /** What a mail knows of a person, the family name first where it is written so. */
  private static Contact display(String[] person) {
    boolean eastern = person[1].chars().allMatch(c -> c >= HANGUL_JAMO);
    String name = eastern ? person[1] + person[0] : person[0] + " " + person[1];
    return new Contact(name, null, null, null, null, person[2], null);
  }
}
