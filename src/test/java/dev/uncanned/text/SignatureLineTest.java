package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tom Meier|NAME",
        "Jan van der Berg|NAME",
        "tom|NAME",
        "Account Executive EMEA at Northwind|NAME",
        "Head of sales 2|PLAIN",
        "Nordwind Software GmbH & Co. KG|NAME",
        "Norte S.L. desde 1990|COMPANY",
        "T +49 30 1234567|CONTACT",
        "01 23 45 67 89|CONTACT",
        "Tel. 123456|CONTACT",
        "tom@northwind.example|CONTACT",
        "Amtsgericht Charlottenburg HRB 12345|CONTACT",
        "www.northwind.example|ADDRESS",
        "northwind.example|ADDRESS",
        "Musterstraße 1|ADDRESS",
        "10115 Berlin|ADDRESS",
        "12 Main Street|ADDRESS",
        "Join our webinar on March 4|BANNER",
        "Besuchen Sie uns in Halle 7|BANNER",
        "I read the deck on the train|PROSE",
        "Ich schicke dir die Zahlen|PROSE",
        "You can call me at +49 30 1234567|PROSE",
        "Is it a topic?|PROSE",
        "¿Hablamos el martes|PROSE",
        "- 9h accueil|PROSE",
        "04.03.2026 10:00|PLAIN",
        "2026-03-04 10:00|PLAIN",
        "Legal needs the DPA by Friday|PLAIN",
        "chargée de clientèle grands comptes|FRAGMENT"
      })
  void tellsWhatALineLooksLike(String line, SignatureLine look) {
    assertThat(SignatureLine.of(line)).isEqualTo(look);
  }
}
