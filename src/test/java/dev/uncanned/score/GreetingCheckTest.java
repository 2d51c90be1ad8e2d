package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingCheckTest {

  private static final List<Contact> ANNA = List.of(Contact.of("Anna Smith", null, null));
  private static final List<Contact> GARCIA =
      List.of(Contact.of("Anna Maria Garcia Lopez", null, null));

  private final DefectScanner scanner = new DefectScanner(ScoreConfig.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Estimada Dra. Lopez,",
        "Prezada Dra. Lopez,",
        "Estimada Lic. Lopez,",
        "Estimada Mtra. Lopez,",
        "Estimada Lda. Lopez,",
        "Estimada Dña. Lopez,",
        "Estimado Arq. Lopez,",
        "Estimada Sra. Directora Lopez,",
        "Prezada Profa. Lopez,",
        "Prezada Exma. Sra. Lopez,",
        "Cara Eng. Lopez,",
        "Gentile Avv. Lopez,",
        "Sehr geehrte Frau Mag. Lopez,",
        "Sehr geehrte Frau Direktor Lopez,",
        "Sehr geehrte Frau Rechtsanwältin Lopez,",
        "Sehr geehrte Frau Geschäftsführerin Lopez,",
        "Sehr geehrte Frau Stadtbaurätin Lopez,",
        "Dear President Lopez,",
        "Dear Director Lopez,",
        "Dear Dean Lopez,",
        "Dear Pastor Lopez,",
        "Dear Chancellor Lopez,",
        "Dear Assoc. Prof. Lopez,",
        "Dear Adm. Lopez,",
        "Dear Adm. Garcia Lopez,",
        "Hallo Liebe Frau Lopez,",
        "Liebe Kollegin Lopez,",
        "Cher Collègue Lopez,",
        "Hi Anna. Peter, our founder, says hello."
      })
  void aTitleBeforeTheRightFamilyNameIsNoName(String text) {
    assertThat(types(text, GARCIA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Estimada Dra. Perez,",
        "Prezada Exma. Sra. Perez,",
        "Sehr geehrte Frau Direktor Perez,",
        "Dear Dean Perez,",
        "Dear Adm. Perez,",
        "Lieber Kollege Müller,",
        "Hallo Liebe Frau Müller,",
        "Hi Peter. How are you?"
      })
  void aTitleDoesNotMakeAWrongFamilyNameRight(String text) {
    assertThat(types(text, GARCIA)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Liebe Kollegin,",
        "Lieber Herr Kollege,",
        "Cher Collègue,",
        "Cher Confrère,",
        "Cher Ami,",
        "Estimado Colega,",
        "Caro Colega,",
        "Dear Editor,",
        "Dear President,",
        "Dear Speaker,",
        "Dear CEO,",
        "Hi Perfect, thanks",
        "Hi Sure, Tuesday works",
        "Hi Sorry, wrong link",
        "Hi Absolutely, let us talk",
        "Hola Claro, mañana",
        "Hola Perfecto, gracias",
        "Olá Sim, amanhã",
        "Bonjour Parfait, merci",
        "Yes, hello Anna",
        "Sure, hi Anna",
        "Hallo Moin, wie geht es?",
        "Hello Hello, how are you?",
        "Hej Hej, hur mår du?",
        "Hola Buenas! Qué tal?",
        "Hola Buenos días Anna,",
        "Hi Dearest Anna,"
      })
  void ordinaryWordsOfASalutationAreNoNames(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Liebe Community,",
        "Liebe Mitglieder,",
        "Liebe Kunden,",
        "Liebe Freunde,",
        "Liebe Teilnehmer,",
        "Liebe Leserin,",
        "Estimado Usuario,",
        "Hola Amigos,",
        "Dear Community,",
        "Dear Reviewer,",
        "Hi Acme Team,",
        "Hi Boss,",
        "Hey Champ!",
        "Hello Superstar,"
      })
  void wordsForAnybodyAndForGroupsAreGeneric(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.GENERIC_GREETING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ciao Marco! Come va?",
        "Hi Dan,",
        "Hi Ella,",
        "Hi Will,",
        "Hi May,",
        "Hi Jan,",
        "Hi Can,",
        "Hi Allen,",
        "Sehr geehrter Herr Winter,",
        "Hallo Lieber Peter,",
        "Hola Buenos días Carlos,"
      })
  void ordinaryWordsThatPeopleAreCalledAreNames(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¡Hola Carlos!",
        "¡Buenos días, Carlos!",
        "Olá, Carlos!",
        "Bom dia, João! Tudo bem?",
        "Bonjour, Pierre !",
        "Guten Tag, Herr Müller,",
        "Hi, Peter\nhow are you?",
        "👋 Hi Peter,",
        "🎉🎉 Hello Peter Jones,",
        "👋🏽 Hi Peter,",
        "Hi Peter 👋,",
        "Hi Peter 👋\nhow are you?"
      })
  void findsWrongNamesBehindMarksEmojiAndCommas(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¡Hola null! ¿Qué tal?",
        "¡Hola, null!",
        "Olá, null, tudo bem?",
        "Guten Tag, undefined,",
        "Hello, null! How are you?",
        "🚀 Hello NULL,",
        "Hi Anna null,",
        "Hi Anna undefined,",
        "Hi Anna N/A,",
        "Dear Anna NULL:",
        "Hi #REF!,",
        "Hello #NAME?, how are you?",
        "Hi [null],",
        "Hello (null),"
      })
  void findsLiteralsOfNothingBehindMarksCommasAndNames(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.NULL_LITERAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi, I am Peter.",
        "Hello, Thanks for the call.",
        "Hello, Thanks!",
        "Hi, Quick question: are you in?",
        "Hi, Quick Question: are you in?",
        "Hello, Question: are you in?",
        "Hello, Agreed.",
        "Hi, Happy Friday!",
        "Hi, LinkedIn!",
        "Olá, Tudo bem?",
        "Olá, Obrigada!",
        "Bonjour, Merci !",
        "Hi, Peter here.",
        "¡Hola, Anna!",
        "¡Buenos días!",
        "👋 Hi Anna,",
        "👋 Hi, how are you?",
        "🎉 Great news, Peter!",
        "“Hi Peter,” I said to him."
      })
  void aSentenceBehindACommaIsNoName(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sehr geehrter Herr ,\nwir",
        "Dear Mr. ,\nwe",
        "Prezada Sra. ,\nolá",
        "Hi !\nHow are you?",
        "Dear !"
      })
  void findsSalutationsThatLackTheName(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.EMPTY_SLOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bonjour !",
        "Bonsoir !\nÇa va ?",
        "Hello !",
        "Hi ! Comment vas-tu ?",
        "Hi !!!",
        "Bonjour Madame ,",
        "Hi Anna Nan,",
        "Hi Anna None,"
      })
  void aBlankBeforeAMarkMayBeTheWayOfTheWriter(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @Test
  void wordsThatJoinNamesAreNoShortFormsOfThem() {
    List<Contact> andrea = List.of(at("Andrea", "Young", null));
    assertThat(types("Hi Peter and Tom,", andrea)).containsExactly(Defect.Type.WRONG_NAME);
    assertThat(types("Hola Pedro y Carlos,", andrea)).containsExactly(Defect.Type.WRONG_NAME);
    assertThat(types("Hi Peter and Andrea,", andrea)).isEmpty();
  }

  @Test
  void aFamilyNameMayBeNull() {
    assertThat(types("Hi Anna NULL,", List.of(at("Anna", "Null", null)))).isEmpty();
  }

  @Test
  void aCompanyOfTheRecipientIsNoForeignName() {
    List<Contact> acme = List.of(at("Anna", "Smith", "Acme Widgets"));
    assertThat(types("Hi Acme,", acme)).isEmpty();
    assertThat(types("Dear Acme Widgets,", acme)).isEmpty();
    assertThat(types("Hi Initech,", acme)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Anna 👋, how are you",
        "Hi Anna 😊,\nhow are you",
        "Hey 👋, how are you",
        "Hi Anna 🙂🙂, how are you",
        "Salut 👋🏽, ça va"
      })
  void emojiThatTheSenderTypedAreNoField(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @Test
  void symbolsOfTheRecipientsNameAreAField() {
    List<Contact> star = List.of(Contact.of("Anna ⭐ Smith", null, null));
    assertThat(types("Hi Anna ⭐, how are you", star)).containsExactly(Defect.Type.RAW_FIELD);
    assertThat(types("Hi Anna 👋, how are you", star)).isEmpty();
    assertThat(types("Hi Anna | Growth Coach, how are you", ANNA)).contains(Defect.Type.RAW_FIELD);
    assertThat(types("Hi An★na, how are you", ANNA)).contains(Defect.Type.RAW_FIELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, Unfortunately, we cannot attend the fair this year.",
        "Hi, Currently, we are hiring.",
        "Bonjour, Malheureusement, nous ne pouvons pas venir.",
        "Bonjour, D’abord, merci pour votre retour.",
        "Bonjour, Cependant, la date ne convient pas.",
        "Hola, Actualmente, buscamos gente.",
        "Hola, Además, queremos ampliar.",
        "Olá, Infelizmente, não poderemos ir.",
        "Olá, Também, temos novidades.",
        "Guten Tag, Anbei, wie besprochen, das Angebot.",
        "Guten Tag, Im Anhang, wie besprochen, das Angebot.",
        "Hallo, Leider, wie gesagt, nicht.",
        "Hello Berlin!",
        "Lieber Nachbar,",
        "Beste Wünsche!",
        "Buenas noticias, Carlos",
        "Buenas tardes, tenemos novedades."
      })
  void wordsThatOpenASentenceAndPlacesAreNoNames(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Supplier,",
        "Hi Founders,",
        "Liebe Eltern,",
        "Sehr geehrter Geschäftspartner,",
        "Sehr geehrte Kundin/Kunde,",
        "Liebe Teilnehmende,",
        "Liebe Bürgerinnen und Bürger,",
        "Cher Abonné,",
        "Chers Parents,",
        "Estimado Proveedor,",
        "Estimados Señores,",
        "Prezado Fornecedor,",
        "Prezados Condôminos e Moradores,",
        "Olá Pessoal,",
        "Hola Chicos,"
      })
  void rolesAndGroupsOfAllLanguagesAreGeneric(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.GENERIC_GREETING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Clément,",
        "Hola Clemente,",
        "Salut Jean-Clément,",
        "Hi Emily,",
        "Hi Kelly,",
        "Hi Sally,",
        "Hi Molly,",
        "Hi Lilly,",
        "Hi Polly,",
        "Hi Billy,",
        "Hi Solange,",
        "Sehr geehrter Herr Handler,",
        "Sehr geehrter Herr Kurz,",
        "Buen día Carlos,",
        "Buenas Carlos,",
        "Estimados Carlos y Pedro,",
        "Prezados João e Pedro,",
        "Chers Pierre et Paul,",
        "Grüezi Herr Müller,"
      })
  void namesThatLookLikeOtherWordsAndThoseBehindMoreGreetingsAreNames(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @Test
  void oneWordBehindAGreetingOfSeveralNamesNobody() {
    assertThat(types("Chers Rotariens,", ANNA)).isEmpty();
    assertThat(types("Prezados Acme,", ANNA)).isEmpty();
    assertThat(types("Liebe Ärzt:innen,", ANNA)).isEmpty();
    assertThat(types("Liebe Ärzt/innen,", ANNA)).isEmpty();
    assertThat(types("Liebe Leser*innen und Freunde,", ANNA))
        .doesNotContain(Defect.Type.WRONG_NAME);
    assertThat(types("Hi Peter/Paul,", ANNA)).containsExactly(Defect.Type.WRONG_NAME);
    assertThat(types("Estimados null,", ANNA)).containsExactly(Defect.Type.NULL_LITERAL);
  }

  @Test
  void aGivenNameInLowerCaseBesideAFamilyNameIsNoLogin() {
    List<Contact> lower = List.of(new Contact(null, null, null, "anna", "smith", null, null));
    List<Contact> login = List.of(new Contact(null, null, null, "anna", null, null, null));
    List<Contact> digits = List.of(new Contact(null, null, null, "anna77", "smith", null, null));
    assertThat(types("Hi Tom,", lower)).containsExactly(Defect.Type.WRONG_NAME);
    assertThat(types("Hi Anna,", lower)).isEmpty();
    assertThat(types("Hi Tom,", login)).isEmpty();
    assertThat(types("Hi Tom,", digits)).isEmpty();
  }

  @Test
  void nullWithACapitalIsALiteralUnlessItMayBeAFamilyName() {
    assertThat(types("Hi Null,", ANNA)).containsExactly(Defect.Type.NULL_LITERAL);
    assertThat(types("Hi Null,", List.of())).containsExactly(Defect.Type.NULL_LITERAL);
    assertThat(types("Dear Null Smith,", ANNA)).containsExactly(Defect.Type.NULL_LITERAL);
    assertThat(types("Sehr geehrter Herr Null,", List.of())).isEmpty();
    assertThat(types("Hi Null,", List.of(at("Maria", "Null", null)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"None, thanks.", "N/A, we have no budget.", "Null, eins, zwei"})
  void anAnswerThatBeginsATextIsNoLiteral(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prezado(a) João,",
        "Estimado/a Carlos:",
        "Estimado(a) Carlos:",
        "Estimado (a) Carlos,",
        "Liebe/r Thomas,",
        "Liebe(r) Thomas,",
        "Liebe*r Thomas,",
        "Liebe:r Thomas,",
        "Cher(e) Pierre,",
        "Cher·e Pierre,",
        "Cher(ère) Pierre,",
        "Cher/Chère Pierre,",
        "Cher / Chère Pierre,",
        "Estimado/a, Carlos,",
        "Sehr geehrte/r Herr/Frau Müller,",
        "Sehr geehrte(r) Frau/Herr Dr. Müller,",
        "Dear Mr./Ms. Jones,",
        "Dear Mr/Mrs/Ms Jones,",
        "Prezado(a) Sr(a). João,",
        "Prezado Sr.(a) João,"
      })
  void findsWrongNamesBehindSalutationsOfBothGenders(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prezado(a) null,",
        "Caro(a) undefined,",
        "Cher(e) null,",
        "Sehr geehrte/r Herr/Frau null,",
        "Dear Mr./Ms. NULL,"
      })
  void findsLiteralsOfNothingBehindSalutationsOfBothGenders(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.NULL_LITERAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prezado(a) ,",
        "Estimado/a ,",
        "Liebe/r ,",
        "Cher/Chère ,",
        "Dear Mr./Ms. ,",
        "Sehr geehrte/r Herr/Frau ,"
      })
  void findsSalutationsOfBothGendersThatLackTheName(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.EMPTY_SLOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prezado(a) Anna,",
        "Estimado/a Anna:",
        "Liebe/r Anna,",
        "Cher/Chère Anna,",
        "Dear Mr./Ms. Smith,",
        "Sehr geehrte/r Herr/Frau Smith,",
        "Prezado(a),",
        "Cher/Chère,",
        "Dear Mr./Ms.,",
        "Sehr geehrte/r Frau/Herr,",
        "Bonjour Madame/Monsieur,",
        "Prezado(a) Doutorando(a),",
        "Prezado(a) Senhor(a),",
        "Cher(e)s Rotariens,",
        "Liebe:r Mentor:in,",
        "Liebe*r Mentor*in,",
        "Liebe/r Stifter/Stifterin,",
        "Liebe/r Autor/in,",
        "Liebe/r Gast,",
        "Cher/Chère Adhérent/e,",
        "Hola:a ver si nos vemos."
      })
  void rightNamesAndRolesBehindSalutationsOfBothGendersAreNoDefect(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prezado(a) Cliente,",
        "Prezado(a) aluno(a),",
        "Prezado(a) Palestrante,",
        "Estimado/a Ponente:",
        "Liebe/r Vorsitzende,",
        "Liebe(r) Kunde/Kundin,",
        "Cher(e) Stagiaire,",
        "Dear Sir/Madam,"
      })
  void wordsForAnybodyBehindSalutationsOfBothGendersAreGeneric(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.GENERIC_GREETING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi \"null\",",
        "Hi <null>,",
        "Hi {null},",
        "Hello “undefined”, how are you?",
        "Hello 'null'!",
        "null\n\nwe saw your site.",
        "undefined\n\nwe saw your site."
      })
  void nothingInBracketsOrOnItsOwnLineIsALiteral(String text) {
    assertThat(types(text, ANNA)).containsExactly(Defect.Type.NULL_LITERAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello \"null\" checks are missing.",
        "Hi \"Annie\",",
        "Hi {value}, it is null.",
        "Hi, <null> is what I get.",
        "None\n\nof them came.",
        "null pointers\n\nare here.",
        "null\nis what it returns."
      })
  void nothingAndNicknamesInTheProseBehindAGreetingAreNoLiteral(String text) {
    assertThat(types(text, ANNA)).isEmpty();
  }

  @Test
  void nothingBehindTheWordsForAnybodyIsALiteral() {
    assertThat(types("Hi there null,", ANNA))
        .containsExactly(Defect.Type.GENERIC_GREETING, Defect.Type.NULL_LITERAL);
    assertThat(types("Hi all undefined,", ANNA))
        .containsExactly(Defect.Type.GENERIC_GREETING, Defect.Type.NULL_LITERAL);
    assertThat(types("Hi all. NULL handling is fixed.", ANNA))
        .containsExactly(Defect.Type.GENERIC_GREETING);
    assertThat(types("Hi team none,", ANNA)).containsExactly(Defect.Type.GENERIC_GREETING);
  }

  @Test
  void aGreetingInAnyNumberOfFormsIsRead() {
    assertThat(types("Hi" + "/hi".repeat(20_000) + " Anna,", ANNA)).isEmpty();
  }

  private List<Defect.Type> types(String text, List<Contact> recipients) {
    return scanner.scan(text, recipients).stream().map(Defect::type).toList();
  }

  private static Contact at(String first, String last, String company) {
    return new Contact(first + " " + last, null, null, first, last, company, null);
  }
}
