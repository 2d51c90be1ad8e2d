package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompaniesTest {

  private static String named(String company) {
    return Companies.key(new Contact("A", null, null, null, null, company, null));
  }

  private static String mailed(String email) {
    return Companies.key(Contact.of("A", null, email));
  }

  @ParameterizedTest
  @CsvSource({
    "Acme GmbH, a@acme.example",
    "ACME, a@mail.acme.co.uk",
    "Stark Industries, a@stark-industries.com",
    "Müller & Söhne AG, a@mullersohne.com.br",
    "HP, a@mail.hp.com"
  })
  void aNameAndADomainThatSaysItAreOneCompany(String company, String email) {
    assertThat(mailed(email)).isNotNull().isEqualTo(named(company));
  }

  @ParameterizedTest
  @CsvSource({"Acme, a@acme-labs.example", "Acme, a@acne.example"})
  void othersAreTwo(String company, String email) {
    assertThat(mailed(email)).isNotNull().isNotEqualTo(named(company));
  }

  @ParameterizedTest
  @CsvSource({
    "a@acme.edu.au, acme",
    "a@acme.gob.mx, acme",
    "a@acme.ne.jp, acme",
    "a@Mail.Acme.co.uk, acme",
    "a@uol.com.br,",
    "a@googlemail.com,",
    "a@localhost,",
    "nobody,",
  })
  void theLabelOfAnAddressIsTheChosenPartOfItsDomain(String email, String label) {
    assertThat(Companies.label(email)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "Falcone Ltd, Falcone",
    "Falcone GmbH & Co. KG, Falcone",
    "Falcone, Falcone",
    "'Falcone, Inc.', Falcone",
    "Holding Group, Holding",
    "&, &",
  })
  void theLegalFormIsLeftOutOfAName(String company, String name) {
    assertThat(Companies.withoutLegalForm(company)).isEqualTo(name);
  }

  @Test
  void mailProvidersAreNoCompanies() {
    assertThat(mailed("a@gmail.com")).isNull();
    assertThat(mailed("a@")).isNull();
    assertThat(mailed("nobody")).isNull();
    assertThat(mailed("a@.")).isNull();
    assertThat(Companies.key(null)).isNull();
  }
}
