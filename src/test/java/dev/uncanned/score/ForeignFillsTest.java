package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.ArrayList;
import java.util.List;
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

  private static List<String> wrong(String text) {
    FilledText message =
        new FilledText("m", List.of("r"), text, "hi", null, List.of(ANNA), "c", List.of());
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
