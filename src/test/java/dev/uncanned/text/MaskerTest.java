package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerTest {

  private static final Contact SENDER = person("Max", "Muster", "Rampify GmbH", null);
  private static final String TEMPLATE =
      "Hi %s,\n\nI saw that %s is growing. As %s you will know how hard that is.\n"
          + "Is Mr or Ms %s the right person, or somebody else at %s?\nMax from Rampify";
  private static final String[][] NAMES = {
    {"Anna", "Smith"},
    {"Bob", "O'Brien"},
    {"Łukasz", "Wójcik"},
    {"Mary Jane", "van der Berg"},
    {"José María", "García-López"},
    {"Jean-Luc", "Lefèvre"},
    {"Дмитрий", "Иванов"},
    {"李", "小明"},
    {"محمد", "الأحمد"},
    {"Will", "May"}
  };
  private static final String[][] JOBS = {
    {"Acme Inc.", "Head of Sales"}, {"Blue Yonder Group", "VP Operations"},
    {"Müller & Söhne GmbH", "Leiterin Einkauf"}, {"株式会社東京", "Chief Executive Officer"},
    {"Target", "Director of Logistics"}
  };

  @Test
  void masksFiftyCombinationsToOneText() {
    Set<String> masked = new TreeSet<>();
    for (String[] name : NAMES) {
      for (String[] job : JOBS) {
        masked.add(merged(name, job));
      }
    }
    assertThat(masked).hasSize(1);
    assertThat(masked.iterator().next())
        .startsWith("hi ⟨FIRST⟩ i saw that ⟨ORG⟩")
        .contains("⟨TITLE⟩ you will")
        .contains("ms ⟨LAST⟩ the")
        .endsWith("⟨SELF⟩ from ⟨SELF⟩");
  }

  @Test
  void masksTheSameWayUnderTurkishLocale() {
    String before = merged(NAMES[0], JOBS[0]);
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(merged(NAMES[0], JOBS[0])).isEqualTo(before);
      assertThat(merged(new String[] {"ILKER", "IŞIK"}, JOBS[0])).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void ignoresCaseOfNames() {
    Contact anna = person("Anna", "Smith", "Acme Inc", "Head of Sales");
    assertThat(mask("Hi ANNA, how is ACME INC? smith@ anna", anna))
        .isEqualTo(mask("Hi anna, how is acme Inc? Smith@ Anna", anna));
  }

  @Test
  void masksNamesAfterGreetingsOfUnknownPeople() {
    for (String greeting :
        List.of(
            "Hi Anna,",
            "hello BOB!",
            "Dear Łukasz,",
            "Hallo anna,",
            "Liebe Eva,",
            "Salut Zoé !",
            "Hola Ñusta:",
            "Hej Åsa\n",
            "Good morning Ann,",
            "Hi Mary-Jane,")) {
      assertThat(mask(greeting + " how are you")).as(greeting).contains("⟨FIRST⟩ how are you");
    }
  }

  @Test
  void keepsGreetingsOfMany() {
    for (String greeting : List.of("Hi there,", "Hello all,", "Hi team,", "Hallo zusammen,")) {
      assertThat(mask(greeting + " how are you")).as(greeting).doesNotContain("⟨");
    }
  }

  @Test
  void tellsNamesFromWords() {
    Contact will = person("Will", "May", "Target", "Founder");
    assertThat(mask("We talked. Will you come? It may help, and I know Will likes Target.", will))
        .isEqualTo("we talked will you come it may help and i know ⟨FIRST⟩ likes ⟨ORG⟩");
  }

  @Test
  void masksNicknamesPossessivesAndLegalForms() {
    Contact bob = person("Robert", "Jones", "Acme, Inc.", null);
    assertThat(mask("I met Bob at Acme Inc, Acme's office.", bob))
        .isEqualTo("i met ⟨FIRST⟩ at ⟨ORG⟩ ⟨ORG⟩ office");
  }

  @Test
  void findsNamePartsInDisplayNames() {
    Contact contact = Contact.of("Dr. Smith, Anna, MBA", null, null);
    assertThat(mask("So Anna Smith said", contact)).isEqualTo("so ⟨FIRST⟩ ⟨LAST⟩ said");
  }

  @Test
  void masksAllRecipientsOfAGroup() {
    String masked =
        new Masker()
            .mask(
                "So Anna and Ben met",
                null,
                List.of(person("Anna", "A", null, null), person("Ben", "B", null, null)))
            .text();
    assertThat(masked).isEqualTo("so ⟨FIRST⟩ and ⟨FIRST⟩ met");
  }

  @Test
  void countsItsTokens() {
    MaskedText masked = new Masker().mask("Hi Ann, call 555 or see a.com", null, List.of());
    assertThat(masked.tokens()).isEqualTo(masked.text().split(" ").length);
  }

  @Test
  void survivesEmptyAndStrangeContacts() {
    Contact empty = new Contact(null, null, null, "", " ", "...", "\uD83D\uDE00");
    assertThat(mask("hello world", empty)).isEqualTo("hello ⟨FIRST⟩");
    assertThat(mask("")).isEmpty();
    assertThat(mask("\uD800 \uE000 x")).isEqualTo("x");
  }

  private static String merged(String[] name, String[] job) {
    String text = TEMPLATE.formatted(name[0], job[0], job[1], name[1], job[0]);
    Contact recipient = person(name[0], name[1], job[0], job[1]);
    return new Masker().mask(text, SENDER, List.of(recipient)).text();
  }

  private static String mask(String text, Contact... recipients) {
    return new Masker().mask(text, null, List.of(recipients)).text();
  }

  private static Contact person(String first, String last, String company, String title) {
    return new Contact(first + " " + last, null, null, first, last, company, title);
  }

  @Test
  void keepsNothingOfTheMessageBefore() {
    Masker masker = new Masker();
    Contact ann = Contact.of("Anna Smith", null, null);
    Contact other = new Contact("Anna Smith", null, null, "Annika", "Jones", null, null);
    String text = "So Anna Smith and Annika Jones said";
    String first = masker.mask(text, null, List.of(ann)).text();
    assertThat(first).isEqualTo("so ⟨FIRST⟩ ⟨LAST⟩ and annika jones said");
    assertThat(masker.mask(text, null, List.of(other)).text())
        .isEqualTo("so anna smith and ⟨FIRST⟩ ⟨LAST⟩ said");
    assertThat(masker.mask(text, ann, List.of()).text())
        .isEqualTo("so ⟨SELF⟩ and annika jones said");
    assertThat(masker.mask(text, null, List.of(ann)).text()).isEqualTo(first);
  }

  @Test
  void everydayWordsInLowerCaseAreNotTheNamesThatTheyLookLike() {
    Contact kurz = person("Anna", "Kurz", "About You", "CTO");
    Contact weiss = person("Anna", "Weiß", "Ramp", "CTO");
    Contact dan = person("Dan", "Young", "Remote", "CTO");

    assertThat(mask("ich möchte nur kurz fragen, Frau Kurz", kurz))
        .isEqualTo("ich möchte nur kurz fragen frau ⟨LAST⟩");
    assertThat(mask("we care about you at About You", kurz))
        .isEqualTo("we care about you at ⟨ORG⟩");
    assertThat(mask("das weiß ich, Anna Weiß", weiss)).isEqualTo("das weiß ich ⟨FIRST⟩ ⟨LAST⟩");
    assertThat(mask("how you ramp up at Ramp", weiss)).isEqualTo("how you ramp up at ⟨ORG⟩");
    assertThat(mask("meer dan genoeg voor remote teams bij Remote", dan))
        .isEqualTo("meer dan genoeg voor remote teams bij ⟨ORG⟩");
    assertThat(mask("hi dan, a remote team?", dan)).isEqualTo("hi ⟨FIRST⟩ a remote team");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dan|thanks dan! very kind|thanks ⟨FIRST⟩ very kind",
        "Ted|ted, saw your post|⟨FIRST⟩ saw your post",
        "Ted|free on friday, ted?|free on friday ⟨FIRST⟩",
        "Dan|liever met u, dan, met hen|liever met u dan met hen",
        "Hans|danke hans, sehr nett|danke ⟨FIRST⟩ sehr nett",
        "Dan|meer dan genoeg!|meer dan genoeg",
        "Dan|en dan? dan is het klaar|en dan dan is het klaar",
        "Hans|det är hans, inte hennes|det är hans inte hennes"
      })
  void everydayWordsInLowerCaseAreNamesWhereSomebodyIsSpokenTo(
      String name, String text, String masked) {
    assertThat(mask(text, person(name, "Young", null, null))).isEqualTo(masked);
  }

  @Test
  void titlesOfSeveralEverydayWordsAreMaskedInAnyCase() {
    Contact manager = person("Anna", "Smith", "Initech", "Sales Manager");

    assertThat(mask("you work as a sales manager here", manager))
        .isEqualTo("you work as a ⟨TITLE⟩ here");
  }
}
