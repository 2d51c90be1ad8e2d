package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFillsTest {

  private static final Contact ANNA =
      new Contact("Anna Smith", null, null, "Anna", "Smith", "Acme", null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Acme Team,",
        "Hi Marketing Team,",
        "Hi Growth Team,",
        "Dear Acme Customer,",
        "Hi Acme,",
        "Hello LinkedIn Friend,",
        "Hola Buenos días Anna,",
        "Hola Querida Anna,",
        "Hallo Liebe Anna,",
        "Bonjour Chère Anna,",
        "Hi Dearest Anna,",
        "Hi Peter and Anna,",
        "Dear Dean Smith,",
        "Sehr geehrte Frau Direktor Smith,",
        "Liebe Kollegin,",
        "Hi Perfect, thanks"
      })
  void groupsCompaniesAndSalutationsWithTheRightNameHoldNoForeignOne(String text) {
    assertThat(wrong(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Peter,",
        "Hi Peter Jones,",
        "Hallo Lieber Peter,",
        "Hola Buenos días Peter,",
        "Hello, Peter!",
        "¡Hola Peter!",
        "👋 Hi Peter,"
      })
  void aNameBesideNoneOfTheRecipientsIsForeign(String text) {
    assertThat(wrong(text)).containsExactly("peter");
  }

  @Test
  void anotherGivenNameBeforeTheRightFamilyNameIsForeign() {
    assertThat(wrong("Dear Gwendolyn Smith,")).containsExactly("gwendolyn");
    assertThat(wrong("Dear Dr. Gwendolyn Smith,")).as("it may be a role").isEmpty();
    Contact maria = new Contact(null, null, null, "Maria Luiza", "de Assunção", null, null);
    assertThat(wrong("Dear Gwendolyn de Assunção,", maria)).containsExactly("gwendolyn");
    assertThat(wrong("Dear Gwendolyn De Assunção,", maria)).containsExactly("gwendolyn");
    assertThat(wrong("Dear Maria de Assunção,", maria)).isEmpty();
    Contact nuriye = Contact.of("Nuriye Öcal PMP®", null, null);
    assertThat(wrong("Guten Tag Thorvald Öcal,", nuriye)).containsExactly("thorvald");
  }

  private static List<String> wrong(String text) {
    return wrong(text, ANNA);
  }

  private static List<String> wrong(String text, Contact recipient) {
    FilledText message =
        new FilledText("m", List.of("r"), text, "hi", null, List.of(recipient), "c", List.of());
    List<String> values = new ArrayList<>();
    new ForeignFills(ScoreConfig.DEFAULT)
        .of(message)
        .forEachRemaining(
            fill -> {
              if (fill.wrong()) {
                values.add(fill.value());
              }
            });
    return values;
  }
}
