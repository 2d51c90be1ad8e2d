package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefectScannerTest {

  private static final List<Contact> ANNA = List.of(Contact.of("Anna Smith", null, null));

  private final DefectScanner scanner = new DefectScanner(ScoreConfig.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{first_name}",
        "{FirstName}",
        "{{firstName}}",
        "{{ contact.first_name }}",
        "{{first_name|there}}",
        "{{ lead.company | default: 'you' }}",
        "[First Name]",
        "[COMPANY]",
        "[Your Name]",
        "[insert company name]",
        "[[firstname]]",
        "<First Name>",
        "<company>",
        "%FIRSTNAME%",
        "%first_name%",
        "%%FirstName%%",
        "*|FNAME|*",
        "*|MMERGE3|*",
        "${firstName}",
        "${user.name}",
        "$firstname$",
        "\u00abFirst_Name\u00bb",
        "\u00abFirstName\u00bb",
        "#FirstName#",
        "#COMPANY_NAME#",
        "{{{name}}}",
        "<<Company Name>>",
        "{Vorname}",
        "[Pr\u00e9nom]"
      })
  void findsOpenFields(String token) {
    String text = "I saw that " + token + " is growing fast.";
    assertThat(scanner.scan(text, ANNA))
        .containsExactly(
            new Defect(
                Defect.Type.UNRESOLVED_TOKEN, Defect.Severity.HARD, 11, 11 + token.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See [1] and [2], [sic], [link], [...], [image: logo].",
        "Visit <https://example.com/a> or <anna@example.com> or <br> <title>.",
        "100% of them and 50% more; up 20%, down 10% since.",
        "#hashtag #sales #name is trending #growth.",
        "if (a) {code} else {return x;} and {1,2}",
        "It costs $5 and not $10$ or $HOME.",
        "Il a dit \u00abBonjour \u00e0 tous\u00bb hier.",
        "*bold* and **bold** and |pipes| and 3 * 4 | 5.",
        "{Hi there} is not a field, nor is [thinking out loud].",
        "Use 5%-10% of the name%price ratio",
        "echo ${args} $Name$ %{name}-%{version} {{1 hit}} ${ac_exeext}",
        "{} [] <> %% ** $$ ## \u00ab\u00bb {{}} ${} *||*"
      })
  void leavesOrdinaryBracketsAlone(String text) {
    assertThat(scanner.scan(text, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi NULL, how are you doing?", "Hello None,\nhow are you?", "Dear undefined,\nHow are you?",
        "Hey nan, nice to meet you.", "Hi N/A, nice to meet you.", "Hi #N/A, nice to meet you.",
        "Your work at None is great.", "The people at null are great.", "All the best for NULL.",
        "NULL, hello, how are you?", "undefined, I saw your talk.", "Dear NULL Jones, welcome."
      })
  void findsLiteralsOfNothing(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.NULL_LITERAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None of them was second to none.",
        "The contract is null and void.",
        "This is for none of us.",
        "I had naan at Nando's with Nan.",
        "Anna, hello, how are you?",
        "We aim for Null Island Ltd"
      })
  void leavesNothingInProseAlone(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Peter,\nhow are you?", "Dear Mr. Jones,\nWe write to you.",
            "Hallo Thomas, wie geht es?",
        "Bonjour Pierre, comment allez-vous ?", "Hola Carlos, qu\u00e9 tal?",
            "Ciao Marco! Come va?",
        "Ol\u00e1 Jo\u00e3o, tudo bem?", "Beste Willem,\nHoe gaat het?",
            "Hej Lars, hur m\u00e5r du?",
        "Sehr geehrter Herr M\u00fcller,\nwir schreiben Ihnen.", "Good morning Peter - a question."
      })
  void findsWrongNames(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Anna,\nhow are you?",
        "Dear Ms Smith,\nhow are you?",
        "Dear Smith Anna,\nhow are you?",
        "Hi Annie, how are you?",
        "Hi Ana, how are you?",
        "Hi Anna and Bob,\nhow are you?",
        "Hi,\nhow are you?",
        "Hello! How are you?",
        "Hi again, it is me.",
        "Hi, I am Peter.",
        "Hi I'm Peter, nice to meet you.",
        "Hello from Berlin, it is sunny.",
        "Bonjour !\n\u00c7a va ?",
        "Hi Anna! How are you?",
        "Hope you are well, Peter.",
        "Dear Dr. Smith,\nhow are you?",
        "Hiring managers like Peter, we hear.",
        "Hi A. Smith,\nhow are you?"
      })
  void leavesRightNamesAlone(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @Test
  void callsNoNameWrongWhereSomeRecipientIsNotKnown() {
    String text = "Hi Peter,\nhow are you?";
    assertThat(types(text, List.of())).isEmpty();
    assertThat(types(text, List.of(Contact.of(null, null, "x@example.com")))).isEmpty();
    assertThat(types(text, List.of(ANNA.get(0), Contact.of("Peter Low", null, null)))).isEmpty();
    assertThat(types(text, List.of(ANNA.get(0), Contact.of(null, null, "y@z.org")))).isEmpty();
    assertThat(types(text, List.of(Contact.of("Acme Support", null, null)))).isEmpty();
    assertThat(types(text, List.of(Contact.of("asmith", null, null)))).isEmpty();
    assertThat(types("Dear Example.com Visitor,\nhow are you?", ANNA)).isEmpty();
    assertThat(types(text, List.of(Contact.of("\u738b\u5c0f\u660e", null, null)))).isEmpty();
  }

  @Test
  void tellsGenericGreetings() {
    assertThat(types("Hi there,\nhow are you?", ANNA))
        .containsExactly(Defect.Type.GENERIC_GREETING);
    assertThat(types("Dear Sir or Madam,\nhow are you?", ANNA))
        .containsExactly(Defect.Type.GENERIC_GREETING);
    assertThat(types("Hi team, news.", ANNA)).containsExactly(Defect.Type.GENERIC_GREETING);
    List<Contact> two = List.of(ANNA.get(0), Contact.of("Bo Li", null, null));
    assertThat(types("Hi team, news.", two)).isEmpty();
  }

  @Test
  void findsEmptySlots() {
    assertThat(scanner.scan("Hi ,\nhow are you?", ANNA))
        .containsExactly(new Defect(Defect.Type.EMPTY_SLOT, Defect.Severity.SOFT, 2, 4));
    assertThat(types("I like the work at . Really.", ANNA)).containsExactly(Defect.Type.EMPTY_SLOT);
    assertThat(types("People at , for example.", ANNA)).containsExactly(Defect.Type.EMPTY_SLOT);
    assertThat(types("I work at .NET shops with ... things", ANNA)).isEmpty();
  }

  @Test
  void findsCaseErrorsInCasedText() {
    assertThat(types("Hi ANNA,\nHow are you today?", ANNA)).containsExactly(Defect.Type.CASE_ERROR);
    assertThat(types("Hi anna,\nHow are you today?", ANNA)).containsExactly(Defect.Type.CASE_ERROR);
    assertThat(types("hi anna,\nhow are you today?", ANNA)).isEmpty();
    assertThat(types("HI ANNA,\nHOW ARE YOU TODAY?", ANNA)).isEmpty();
  }

  @Test
  void findsRawFields() {
    List<Contact> acme =
        List.of(new Contact("Anna Smith", null, null, "Anna", "Smith", "Acme Widgets GmbH", null));
    assertThat(types("What you do at Acme Widgets GmbH is fine.", acme))
        .containsExactly(Defect.Type.RAW_FIELD);
    assertThat(types("What you do at Acme Widgets is fine.", acme)).isEmpty();
    List<Contact> credentials =
        List.of(new Contact(null, null, null, "Anna Smith, PhD", null, null, null));
    assertThat(types("Hi Anna Smith, PhD,\nHow are you?", credentials))
        .containsExactly(Defect.Type.RAW_FIELD);
  }

  @Test
  void findsMojibakeAsOneDefectPerRun() {
    assertThat(scanner.scan("It\u00e2\u20ac\u2122s fine", ANNA))
        .containsExactly(new Defect(Defect.Type.MOJIBAKE, Defect.Severity.SOFT, 2, 5));
    assertThat(types("caf\u00c3\u00a9 and \u00c2\u00a35 and \ufffd", ANNA))
        .containsOnly(Defect.Type.MOJIBAKE);
    assertThat(types("S\u00c3O PAULO, \u00c2GE, caf\u00e9, \u201cna\u00efve\u201d \u20ac5", ANNA))
        .isEmpty();
  }

  @Test
  void survivesAnyText() {
    Random random = new Random(21);
    String alphabet = "{}[]<>%*|$#\u00ab\u00bb aZ,.\n\u00c3\ud83dHi Anna";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "Hi " : "");
      for (int j = random.nextInt(80); j > 0; j--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (Defect defect : scanner.scan(text.toString(), ANNA)) {
        assertThat(defect.start()).isBetween(0, defect.end() - 1);
        assertThat(defect.end()).isLessThanOrEqualTo(text.length());
      }
    }
    assertThat(scanner.scan("{name}".repeat(5000), ANNA)).hasSize(DefectScanner.MAX_DEFECTS);
    assertThat(scanner.scan(null, null)).isEmpty();
  }

  private List<Defect.Type> types(String text, List<Contact> recipients) {
    return scanner.scan(text, recipients).stream().map(Defect::type).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Gwendolyn Smith, we met at the fair and spoke about vans.",
        "Guten Tag Gwendolyn Smith, wir sprachen auf der Messe.",
        "Bonjour Gwendolyn Smith, nous avons parl\u00e9 au salon."
      })
  void rightFamilyNameDoesNotMakeAWrongGivenNameRight(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Ms Smith, we met at the fair.",
        "Dear Dr. Smith, we met at the fair.",
        "Sehr geehrte Frau Smith, wir sprachen auf der Messe.",
        "Liebe Familie Smith, wir sprachen auf der Messe.",
        "Dear Annie Smith, we met at the fair.",
        "Dear Smith Anna, we met at the fair.",
        "Dear A. Smith, we met at the fair.",
        "Dear Anna Maria Smith, we met at the fair.",
        "Ch\u00e8re Madame Smith, nous avons parl\u00e9 au salon."
      })
  void titlesAndFormsOfTheGivenNameAreRight(String text) {
    assertThat(types(text, ANNA)).doesNotContain(Defect.Type.WRONG_NAME);
  }
}
