package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{!Contact.FirstName}",
        "{{!Contact.FirstName}}",
        "{{$firstName}}",
        "{{ $json.firstName }}",
        "{$firstname}",
        "{{$node.company}}",
        "<%= first_name %>",
        "<% first_name %>",
        "%%=v(@firstName)=%%",
        "%%=Lookup(@company, 'x')=%%",
        "{{1.first_name}}",
        "{{12.company}}",
        "[Prospect's Company]",
        "[Prospect’s Company]",
        "[Company Name's]",
        "{icebreaker}",
        "{{ice_breaker}}",
        "[TOPIC]",
        "{mutual_connection}",
        "[Mutual Connection]",
        "[Unternehmen]",
        "{Unternehmen}",
        "[Ihr Name]",
        "[Name des Unternehmens]",
        "[Name der Firma]",
        "[Jobtitel]",
        "{Branche}",
        "[Nom de l'entreprise]",
        "[Nom de l’entreprise]",
        "[Votre nom]",
        "{Poste}",
        "[Nombre de la empresa]",
        "{apellidos}",
        "{cargo}",
        "[Nome da Empresa]",
        "[Seu Nome]",
        "{primeiro_nome}",
        "{Имя}",
        "[Фамилия]",
        "{imię}",
        "[Company Link]"
      })
  void findsFieldsOfMoreToolsAndLanguages(String token) {
    assertThat(scan("I saw that " + token + " grows."))
        .containsExactly(
            new Defect(
                Defect.Type.UNRESOLVED_TOKEN, Defect.Severity.HARD, 11, 11 + token.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{% if first_name %}Anna{% endif %}", "<% if first_name %>Anna<% end %>"})
  void findsConditionsOfTemplates(String text) {
    assertThat(scan(text)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[link] [Link] [1] [sic] [...] [url]",
        "{x} ${HOME} <b> {0} {$x} {!x} {$ } {! }",
        "const config = { name: 'x' };",
        "const { name, email } = user;",
        "Compró la compañía [la empresa] y [de la empresa].",
        "Sie [die Firma] und er [der Firma] sagten.",
        "kafka --topic <topic> and <cargo>",
        "<% %> {% %} %%==%% {{1 hit}} {{1.2}} {{12}}",
        "a % b and {%} and <%> and 5 %% of"
      })
  void leavesProseAndCodeAlone(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le thème est « Entreprise » : inscrivez-vous.",
        "Marque la casilla «Nombre» y «Apellidos».",
        "O campo «Nome» fica vazio.",
        "Поле «Имя» осталось пустым.",
        "Bonjour, le thème est « Entreprise » : inscrivez-vous.",
        "Bonjour, « Entreprise » est le thème de la soirée.",
        "Les cases « Nom », « Prénom », « Entreprise ».",
        "Remplissez le champ « Nom de l’entreprise »."
      })
  void aWordBetweenGuillemetsIsAQuotation(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bonjour « Prénom »,",
        "Bonjour « Prénom » !",
        "Bonjour, « Prénom »,",
        "Sehr geehrter Herr «Nachname»,",
        "Sehr geehrte Frau/Herr «Nachname»,",
        "Liebe(r) «Vorname»,",
        "Cher Monsieur «Nom»,",
        "Re: votre message\nHola «Nombre»:",
        "«Vorname», hello,",
        "Do you exhibit next year, «Vorname»?",
        "Your work at «Company» is great.",
        "I saw that «First_Name» grows.",
        "I saw that «JobTitle» grows.",
        "I saw that «firstname» grows."
      })
  void aFieldBetweenGuillemetsStandsWhereANameMustOrIsACompound(String text) {
    assertThat(scan(text)).hasSize(1);
  }

  @Test
  void titleAndNameBetweenGuillemetsAreTwoFields() {
    assertThat(scan("Dear «Title» «Lastname»,")).hasSize(2);
    assertThat(scan("Sehr geehrte/r «Vorname» «Nachname»,")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Website](https://acme.example) | [Email](mailto:x@acme.example)",
        "[Phone](tel:+4930123456)",
        "[Website]<https://acme.example>",
        "[Website: https://acme.example]"
      })
  void theWordsOfALinkAreNoField(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @Test
  void aFieldBeforeARoundBracketIsAField() {
    assertThat(scan("Hi [First Name] (see https://acme.example)")).hasSize(1);
    assertThat(scan("Hi [First Name](or team)")).hasSize(1);
  }

  private static List<Defect> scan(String text) {
    List<Defect> found = new ArrayList<>();
    OpenFields.scan(text, found);
    return found;
  }
}
