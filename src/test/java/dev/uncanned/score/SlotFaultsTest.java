package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotFaultsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Damit müssen Sie nicht bei null anfangen.",
        "Sie haben die Firma von null auf hundert gebracht.",
        "Man beginnt bei null.",
        "Es geht von null, wie man sagt, aufwärts.",
        "Das kommt von null Aufwand.",
        "Our linter finds code with undefined behaviour early.",
        "We check for null values",
        "We check for null.values",
        "rows with NaN entries",
        "A map from undefined to null values."
      })
  void nothingInTheProseOfProgrammersAndGermansIsNoSlot(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The people at null are great.",
        "Your talk at undefined was great.",
        "Your work at NaN inspires.",
        "I have an idea for null.",
        "All the best for NULL",
        "An idea for NULL that fits",
        "Grüße von undefined!",
        "We made this with null\nand more",
        "The people at [object Object].",
        "The people at #REF! are great.",
        "Greetings from (null), as ever"
      })
  void nothingBehindAtOrAtTheEndOfAClauseIsASlot(String text) {
    assertThat(scan(text)).extracting(Defect::type).containsExactly(Defect.Type.NULL_LITERAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The people at [null pointer] are great.",
        "The list at [ is open.",
        "For (now) we wait, for (nullable) too.",
        "We sell at #1 prices."
      })
  void bracketsThatAreNoLiteralAreNoSlot(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mark fields with N/A if they do not apply.",
        "The script fails with None as argument.",
        "We check for NULL values.",
        "They read from NULL-terminated strings.",
        "Use a default instead of NULL, as the value of NULL is unknown.",
        "There is no NULL in this table, so please do NULL checks.",
        "Kolumna jest ustawiona na NULL.",
        "Ce pointeur est égal à NULL.",
        "El valor de NULL no importa."
      })
  void nothingInTheProseOfFormsAndProgrammersIsNoSlot(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O seu trabalho na NULL impressiona.",
        "O seu trabalho no NULL impressiona.",
        "O crescimento da NULL impressiona.",
        "Votre travail à NULL impressionne.",
        "Félicitations pour la croissance de NULL.",
        "I follow the growth of NULL",
        "Your work at N/A is great.",
        "Die Arbeit bei N/A gefällt mir.",
        "Votre travail chez None impressionne."
      })
  void nothingBehindWhatACompanyHasIsASlot(String text) {
    assertThat(scan(text)).extracting(Defect::type).containsExactly(Defect.Type.NULL_LITERAL);
  }

  private static List<Defect> scan(String text) {
    List<Defect> found = new ArrayList<>();
    SlotFaults.scan(text, found);
    return found;
  }
}
