package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

  private static List<Defect> scan(String text) {
    List<Defect> found = new ArrayList<>();
    OpenFields.scan(text, found);
    return found;
  }
}
