package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      quoteCharacter = '~',
      value = {
        "Ann@Example.ORG                       | NULL | ann@example.org",
        "<ann@example.org>                     | NULL | ann@example.org",
        "Ann Lee <ann@example.org>             | Ann Lee | ann@example.org",
        "\"Lee, Ann\" <ann@example.org>        | Lee, Ann | ann@example.org",
        "Lee, Ann <ann@example.org>            | Lee, Ann | ann@example.org",
        "\"a@b\" <c@d.example>                 | a@b | c@d.example",
        "\"Ann \\\"A\\\" Lee\" <a@b.example>   | Ann \"A\" Lee | a@b.example",
        "ann@example.org (Ann Lee)             | Ann Lee | ann@example.org",
        "'Ann Lee' <ann@example.org>           | Ann Lee | ann@example.org",
        "=?utf-8?Q?Ren=C3=A9e?= <r@b.example>  | Renée | r@b.example",
        "=?utf-8?Q?Ann_=3Ca=40b.example=3E?=   | Ann | a@b.example",
        "Renée Ütz <r@b.example>               | Renée Ütz | r@b.example",
        "<@x.example,@y.example:a@b.example>   | NULL | a@b.example",
        "<mailto:a@b.example>                  | NULL | a@b.example",
        "a@b@c.example                         | NULL | a@b@c.example",
        "ann@example.org <ann@example.org>     | NULL | ann@example.org",
        "Ann <ann@example.org                  | Ann | ann@example.org",
        "Harry Arora </O=ENRON/OU=NA/CN=RECIPIENTS/CN=HARORA> | Harry Arora | NULL",
        "/o=ENRON/ou=NA/cn=Recipients/cn=HARORA | HARORA | NULL",
        "Phillip K Allen/HOU/ECT@ECT           | Phillip K Allen | NULL",
        "Ann Lee                               | Ann Lee | NULL"
      })
  void readsOnePerson(String text, String name, String email) {
    assertThat(MailAddresses.of(text))
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.name()).isEqualTo(name);
              assertThat(person.email()).isEqualTo(email);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a@x.example, b@x.example                        | a@x.example b@x.example",
        "a@x.example; b@x.example;                       | a@x.example b@x.example",
        "Team: a@x.example, \"B, C\" <b@x.example>;      | a@x.example b@x.example",
        "T: a@x.example;, U: b@x.example;                | a@x.example b@x.example",
        "Lee, Ann <a@x.example>, Ray, Bob <b@x.example>  | a@x.example b@x.example",
        "a@x.example (one, two), b@x.example             | a@x.example b@x.example"
      })
  void splitsLists(String text, String emails) {
    assertThat(MailAddresses.of(text))
        .extracting(Contact::email)
        .containsExactly(emails.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "19\" Rack <a@y.com>, \"Cy\" <c@y.com>, \"Di\" <d@y.com> | 19\" Rack/Cy/Di",
        "\"Ann <a@y.com>, \"Cy\" <c@y.com>, \"Di\" <d@y.com>    | \"Ann/Cy/Di",
        "\"Cy\" <c@y.com>, 19\" Rack <a@y.com>, Di <d@y.com>     | Cy/19\" Rack/Di",
        "Ann (Sales <a@y.com>, Bo <b@y.com>, Di (HR) <d@y.com>    | Ann (Sales/Bo/Di (HR)",
        "Ann (Sales (EU) <a@y.com>, Bo <b@y.com>, Di <d@y.com>    | Ann (Sales (EU)/Bo/Di",
        "Ann <a@y.com, Bo <b@y.com>, Di <d@y.com>                 | Ann/Bo/Di"
      })
  void losesNobodyBehindMarkThatIsNotClosed(String text, String names) {
    List<Contact> people = MailAddresses.of(text);
    assertThat(people).extracting(Contact::name).containsExactly(names.split("/", -1));
    assertThat(people).extracting(Contact::email).doesNotContainNull().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"Ann <a@y.com>, boss\" <a@y.com>, b@y.com    | a@y.com b@y.com",
        "Ann \"A, B\" Lee <a@y.com>, b@y.com          | a@y.com b@y.com",
        "<\"a, b\"@y.com>, b@y.com                    | a, b\"@y.com/b@y.com",
        "\"a\\\", b\" <a@y.com>, b@y.com              | a@y.com b@y.com",
        "a@y.com (x (y, z), \\), w), b@y.com           | a@y.com b@y.com"
      })
  void keepsSeparatorsInsideOfClosedMarks(String text, String emails) {
    String by = emails.indexOf('/') < 0 ? " " : "/";
    assertThat(MailAddresses.of(text))
        .extracting(Contact::email)
        .containsExactly(emails.split(by, -1));
  }

  @Test
  @Timeout(120)
  void readsFloodsOfMarksInLinearTime() {
    String end = " <a@y.com>, Bo <b@y.com>";
    for (String flood : List.of("\"", "(", "\\\"", "(\"", "<\"", ">(", "()", ",\" ", "\\(")) {
      List<Contact> people = MailAddresses.of(flood.repeat(400_000) + end);
      assertThat(people).as(flood).hasSizeBetween(1, Budgets.HEADER_PEOPLE + 1);
    }
  }

  @Test
  void findsNobodyInEmptyLists() {
    for (String text : List.of("", " ,;, ", "undisclosed-recipients:;", "<>", "\"", "(((", ":::")) {
      assertThat(MailAddresses.of(text)).extracting(Contact::email).allMatch(e -> e == null);
    }
    assertThat(MailAddresses.of("undisclosed-recipients:;")).isEmpty();
    assertThat(MailAddresses.of(null)).isEmpty();
  }

  @Test
  void splitsOnlyPlainNames() {
    assertThat(parts("Arora, Harry")).containsExactly("Harry", "Arora");
    assertThat(parts("Phillip K Allen")).containsExactly("Phillip", "Allen");
    assertThat(parts("Jean-Luc O'Neill")).containsExactly("Jean-Luc", "O'Neill");
    assertThat(parts("Sales Team")).containsExactly(null, null);
    assertThat(parts("Ann")).containsExactly(null, null);
    assertThat(parts("Agent 007")).containsExactly(null, null);
    assertThat(parts("One Two Three Four Five")).containsExactly(null, null);
  }

  private static List<String> parts(String name) {
    Contact person = MailAddresses.one(name);
    return Arrays.asList(person.first_name(), person.last_name());
  }

  @Test
  void capsPeopleAndSurvivesFloods() {
    assertThat(MailAddresses.of("a@x.example,".repeat(20_000))).hasSize(Budgets.HEADER_PEOPLE + 1);
    for (String flood : List.of("<", "\"", "(", "a,", ":", "@", "a@b:", "=?", "<a@b", "\\")) {
      assertThat(MailAddresses.of(flood.repeat(200_000)))
          .hasSizeLessThanOrEqualTo(Budgets.HEADER_PEOPLE + 1);
    }
  }
}
