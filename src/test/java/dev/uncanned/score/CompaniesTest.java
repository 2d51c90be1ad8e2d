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

  @Test
  void mailProvidersAreNoCompanies() {
    assertThat(mailed("a@gmail.com")).isNull();
    assertThat(mailed("a@")).isNull();
    assertThat(mailed("nobody")).isNull();
    assertThat(mailed("a@.")).isNull();
    assertThat(Companies.key(null)).isNull();
  }
}
