package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerFacts;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalFactsTest {

  private static final Instant DAY = Instant.parse("2026-05-01T08:00:00Z");
  private static final Contact READER =
      new Contact(
          "Ana Reis", null, "ana@norvik-logistics.co.uk", "Ana", "Reis", null, "Head of Yards");
  private static final OwnerFacts OWNER =
      new OwnerFacts(
          "Yard planner | Keeper of bees",
          "Maritime Transportation",
          "Greater Gdańsk Area, Poland",
          List.of("Blue Harbour Holding Ltd", "Target"),
          List.of("Crane Operator", "Director"),
          List.of());

  private static List<Reference> in(RecipientFacts facts, String text) {
    TokenPlaces places = new Masker().places(text, null, List.of());
    return facts.in(text, places, 0, places.count()).stream()
        .map(RecipientFacts.Match::type)
        .toList();
  }

  @Test
  void findsFactsInAnyCaseWithoutAccentsAndLegalForms() {
    RecipientFacts facts = RecipientFacts.of(READER, OWNER, List.of("Zsófia Kovács"));
    assertThat(in(facts, "the cranes of BLUE HARBOUR, seen from gdansk"))
        .containsExactly(Reference.EARLIER_COMPANY, Reference.PLACE);
    assertThat(in(facts, "A crane operator and keeper of bees in maritime transportation"))
        .containsExactly(Reference.EARLIER_TITLE, Reference.HEADLINE, Reference.INDUSTRY);
    assertThat(in(facts, "Zsofia Kovacs told me of the yard"))
        .containsExactly(Reference.MUTUAL_CONTACT)
        .isEqualTo(in(facts, "zsófia kovács told me of the yard"));
    assertThat(in(facts, "A norvik-logistics lorry")).containsExactly(Reference.COMPANY);
    assertThat(in(facts, "From Norvik's yard")).containsExactly(Reference.COMPANY);
  }

  @Test
  void tradeWordsNamesAndOneWordPositionsAreNoFacts() {
    RecipientFacts facts = RecipientFacts.of(READER, OWNER, List.of());
    assertThat(in(facts, "Ana Reis is a director in the greater area of logistics holding"))
        .isEmpty();
    assertThat(facts.fields()).isEqualTo(7);
    assertThat(facts.hasProfile()).isTrue();
    Contact private1 = new Contact("Ana Reis", null, "ana@gmail.com", "Ana", "Reis", null, null);
    assertThat(RecipientFacts.of(private1, null, List.of()).hasProfile()).isFalse();
    assertThat(RecipientFacts.of(private1, null, List.of()).fields()).isEqualTo(1);
    assertThat(RecipientFacts.of(null, null, List.of()).fields()).isZero();
  }

  private static RecipientFacts mailedAt(String email) {
    return RecipientFacts.of(Contact.of("Ana Reis", null, email), null, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "ana@acme.edu.au, the halls of Acme",
    "ana@acme.gob.mx, the halls of Acme",
    "ana@acme.ne.jp, the halls of Acme",
    "ana@mail.acme.co.uk, the halls of Acme",
  })
  void theDomainOfAnAddressNamesTheCompany(String email, String text) {
    assertThat(in(mailedAt(email), text)).containsExactly(Reference.COMPANY);
  }

  @ParameterizedTest
  @CsvSource({
    "ana@googlemail.com, see googlemail for more",
    "ana@uol.com.br, uma conta no uol",
    "ana@bluewin.ch, what Bluewin says",
    "ana@naver.com, as Naver shows",
    "ana@tiscali.it, come fa Tiscali",
    "ana@terra.com.br, a terra gira e a vida continua",
    "ana@gmx.de, was bei GMX steht",
  })
  void theMailProviderOfSomebodyIsNoProfile(String email, String text) {
    assertThat(mailedAt(email).hasProfile()).isFalse();
    assertThat(in(mailedAt(email), text)).isEmpty();
  }

  private static RecipientFacts at(String company) {
    return RecipientFacts.of(
        new Contact("Ana Reis", null, null, "Ana", "Reis", company, null), null, List.of());
  }

  private static RecipientFacts livingIn(String place) {
    return RecipientFacts.of(
        null, new OwnerFacts(null, null, place, List.of(), List.of(), List.of()), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "Great Place to Work, it would be great to hear your view",
    "Open Systems, would you be open to a call",
    "Your Story, looking at your plans for the year",
    "Freelance, open to some freelance work",
    "Next plc, are you free next week",
    "Next plc, Next week would suit me",
    "Gap, we close the gap between the two",
    "Indeed, this is indeed what I meant",
    "Société Générale, nous sommes une société de conseil",
    "Stadt Köln, wir haben in jeder Stadt ein Lager",
    "Grupo Bimbo, somos un grupo de trabajo",
    "Retired, a retired colleague told me",
    "Bright Horizons, a bright morning in the bright hall",
    "Le Monde, tout le monde connaît vos efforts",
    "Le Monde, Le monde entier connaît vos efforts",
    "Vale, acho que vale a pena falar",
    "El País, conocemos a clientes por todo el país",
    "O Globo, em todo o globo",
    "Best Buy, the best buy that you can make",
    "Outreach Inc, our outreach to teams like yours",
    "Digital Solutions, our digital solutions for your team",
  })
  void wordsOfEverydayLanguageAreNoCompany(String company, String text) {
    assertThat(in(at(company), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Gap, what I read of Gap in the papers",
    "Next plc, 'since you came to Next, I wonder'",
    "Indeed, how Indeed looks for people",
    "Great Place to Work, a study of great place to work on shifts",
    "Initech Systems, what Initech does in the north",
    "Initech Systems, the plans of initech systems for the year",
    "Initech, the plans of initech for the year",
    "Norvik Logistics, \"as Norvik's yards show\"",
    "Bright Horizons, the nurseries of Bright Horizons",
    "Électricité Rhône, ce que l'Électricité Rhône a fait",
    "Стройка Проект, что делает Стройка в порту",
    "Le Monde, ce que j'ai lu dans Le Monde hier",
    "Le Monde, Le Monde l'a bien dit",
    "El País, lo que escribe El País",
    "The Gap, what I saw at the Gap in June",
    "Best Buy, the shelves at Best Buy in winter",
    "Digital Solutions, what you do at Digital Solutions",
    "Bosch, your years at bosch in the north",
    "Indeed, je pense qu'Indeed a bien fait",
    "Gap, ce que l'Gap a fait",
    "L'Oréal, the lab behind L'Oréal's new plant",
    "Électricité Rhône, L'Électricité a tout changé",
  })
  void companiesAreFoundByTheSpellingOfANameOrByAllTheirWords(String company, String text) {
    assertThat(in(at(company), text)).containsExactly(Reference.COMPANY);
  }

  @ParameterizedTest
  @CsvSource({
    "'Reading, England, United Kingdom', I enjoyed reading this",
    "'Reading, England, United Kingdom', Reading this was fun",
    "'Nice, France', it would be nice to meet",
    "'Essen, Deutschland', wollen wir zusammen essen gehen",
    "'Belém, Pará, Brazil', uma proposta para você",
    "'León, España', luchas como un león",
  })
  void wordsOfEverydayLanguageAreNoPlace(String place, String text) {
    assertThat(in(livingIn(place), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Reading, England, United Kingdom', the station of Reading",
    "'Nice, France', the harbour of Nice in winter",
    "'Belém, Pará, Brazil', nossa equipe em belém",
    "'León, España', tu charla en León",
  })
  void placesAreFound(String place, String text) {
    assertThat(in(livingIn(place), text)).containsExactly(Reference.PLACE);
  }

  @Test
  void findsFactsInScriptsWithoutSpaces() {
    OwnerFacts owner =
        new OwnerFacts(null, null, "東京都港区", List.of("株式会社青空運輸"), List.of(), List.of());
    assertThat(in(RecipientFacts.of(null, owner, List.of()), "以前は株式会社青空運輸におられましたね"))
        .containsExactly(Reference.EARLIER_COMPANY);
  }

  @Test
  void knowsWhomBothKnowOnlyWhereBothArchivesAreLoaded() {
    OwnerFacts one = new OwnerFacts(null, null, null, null, null, List.of("Ivo Lang", "Eva Holm"));
    OwnerFacts other = new OwnerFacts(null, null, null, null, null, List.of("IVO LANG", "Max Ott"));
    KnownPeople both = KnownPeople.of(Map.of("s", one, "r", other));
    String text = "Ivo Lang and Eva Holm and Max Ott";
    assertThat(in(both.facts("s", "r", READER), text)).containsExactly(Reference.MUTUAL_CONTACT);
    assertThat(in(both.facts("x", "r", READER), text)).isEmpty();
    assertThat(in(new KnownPeople().facts("s", "r", READER), text)).isEmpty();
  }

  @Test
  void takesFactsFromClaimsInAnyOrder() {
    Contact owner = new Contact("Ana Reis", "linkedin.com/in/ana", null, null, null, null, null);
    List<OwnerClaim> claims =
        List.of(
            new OwnerClaim("a", owner, OwnerClaim.Evidence.PROFILE, 3, OWNER),
            new OwnerClaim("b", owner, OwnerClaim.Evidence.PROFILE, 3));
    PeopleDirectory directory = new PeopleDirectory(List.of(), claims);
    Pseudonyms pseudonyms = new Pseudonyms(new byte[Pseudonyms.KEY_BYTES]);
    String id = pseudonyms.of(directory.owner("a"));
    for (List<OwnerClaim> order : List.of(claims, List.of(claims.get(1), claims.get(0)))) {
      KnownPeople people = KnownPeople.of(order, directory, pseudonyms);
      assertThat(in(people.facts("s", id, null), "keeper of bees"))
          .containsExactly(Reference.HEADLINE);
    }
  }

  private static DyadLine line(
      String id, String from, String to, Instant at, int[] told, int... key) {
    List<Anchor> anchors =
        key.length == 0 ? List.of() : List.of(new Anchor(Reference.NAMED, 0, 4, 0, 1, key, true));
    return new DyadLine(
        id, from, to, at, told, true, List.of(), anchors, new int[0], 1, false, null);
  }

  private static Personal last(DyadLine... lines) {
    Iterator<Personal> results =
        new Recall(new Crowd(List.of())).results(List.of(lines).iterator());
    Personal last = null;
    while (results.hasNext()) {
      Personal result = results.next();
      last = result.message_id().equals("m") ? result : last;
    }
    return last;
  }

  @Test
  void onlyOlderWordsOfTheRecipientVerify() {
    DyadLine asked = line("m", "s", "r", DAY, null, 7, 8);
    int[] told = {7, 8, 9};
    Instant before = DAY.minusSeconds(1);
    assertThat(last(asked, line("a", "r", "s", before, told)).personal_level()).isEqualTo((byte) 4);
    assertThat(last(line("a", "r", "s", before, told), asked).personal_level()).isEqualTo((byte) 4);
    assertThat(last(asked, line("a", "r", "s", DAY, told)).personal_null_reason())
        .isEqualTo(Personal.Unknown.NO_PROFILE);
    assertThat(last(asked, line("a", "r", "s", null, told)).personal_level()).isNull();
    assertThat(last(asked, line("a", "s", "r", before, told)).personal_level()).isNull();
    assertThat(last(asked, line("a", "r", "s", before, new int[] {7})).personal_level())
        .isEqualTo((byte) 3);
    Personal alone = last(asked);
    assertThat(alone.text_level()).isEqualTo((byte) 3);
    assertThat(alone.personal_score()).isNull();
    assertThat(alone.evidence()).hasSize(1);
  }

  @Test
  void forgetsWhatWasToldLongAgo() {
    List<DyadLine> lines = new ArrayList<>();
    lines.add(line("old", "r", "s", DAY.minusSeconds(10_000), new int[] {7}));
    for (int i = 0; i < 100; i++) {
      int[] words = new int[50];
      for (int k = 0; k < words.length; k++) {
        words[k] = 1000 + 50 * i + k;
      }
      lines.add(line("n" + i, "r", "s", DAY.minusSeconds(5000 - i), words));
    }
    lines.add(line("m", "s", "r", DAY, null, 7));
    assertThat(last(lines.toArray(DyadLine[]::new)).personal_level()).isEqualTo((byte) 3);
    lines.set(lines.size() - 1, line("m", "s", "r", DAY, null, 1000 + 50 * 99));
    assertThat(last(lines.toArray(DyadLine[]::new)).personal_level()).isEqualTo((byte) 4);
  }

  @Test
  void bitsNeedAKnownCrowd() {
    List<CrowdMember> members = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      members.add(
          new CrowdMember("r" + i, i, i < 50 ? new int[] {1, 100 + i} : new int[0], i < 70));
    }
    Crowd crowd = new Crowd(members);
    assertThat(crowd.idBits("r0", new int[] {100}, false)).isCloseTo(6.66f, within());
    assertThat(crowd.idBits("r0", new int[] {1}, false)).isCloseTo(1.01f, within());
    assertThat(crowd.idBits("r0", new int[0], false)).isLessThan(0.02f);
    assertThat(crowd.idBits("r0", new int[] {1}, true)).isGreaterThan(6f);
    assertThat(new Crowd(members.subList(50, 100)).idBits("x", new int[] {1}, false)).isNull();
    assertThat(new Crowd(List.of()).idBits("x", new int[] {1}, false)).isNull();
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.data.Offset.offset(0.02f);
  }

  @Test
  void alternativesAtRandomBelongToNobody() {
    SplittableRandom random = new SplittableRandom(5);
    String[] trades = {"Finance", "Warehouse", "People"};
    List<SegmentMember> chance = new ArrayList<>();
    List<SegmentMember> chosen = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int trade = random.nextInt(3);
      String title = "Head of " + trades[trade];
      chance.add(new SegmentMember("c", text(random.nextInt(3)), title, null));
      chosen.add(new SegmentMember("c", text(trade), title, null));
    }
    assertThat(new Segments().of("c", chance.iterator()).segments()).isNull();
    long[] segments = new Segments().of("c", chosen.iterator()).segments();
    Contact finance = new Contact(null, null, null, null, null, null, "VP Finance");
    assertThat(Segments.in(text(0), segments, finance)).containsExactly(new int[] {2, 10});
    assertThat(Segments.in(text(1), segments, finance)).isEmpty();
  }

  private static String text(int variant) {
    String[] middles = {
      "ledger rows sort themselves", "gate scans never stop", "rota wishes come true"
    };
    return "good morning " + "to you " + middles[variant] + " with our little box";
  }

  private static List<Anchor> anchors(String text, String lang) {
    TokenPlaces places = new Masker().places(text, null, List.of());
    Anchors anchors = new Anchors(text, places, lang, Anchors.own(null), List.of(READER));
    List<Anchor> all = new ArrayList<>();
    for (Sentence sentence : Sentences.of(text, places, null)) {
      anchors.of(sentence).stream().filter(Anchor::telling).forEach(all::add);
    }
    return all;
  }

  @Test
  void findsNamesNumbersLinksAndQuotations() {
    String text =
        "I heard your talk at Quorvia Days on 350 crates, \u201Cno more paper\u201D, see"
            + " https://quorvia.example/x";
    assertThat(anchors(text, "en"))
        .extracting(Anchor::type)
        .containsExactlyInAnyOrder(
            Reference.NAMED, Reference.NUMBER, Reference.QUOTATION, Reference.LINK);
    assertThat(anchors("Ihr Vortrag in der Halle am Hafen war gut", "de")).isEmpty();
    assertThat(anchors("Ihr Vortrag bei Quorvia Hafentage war gut", "de")).hasSize(1);
  }

  @Test
  void theCapitalBehindAnElidedArticleMakesAName() {
    assertThat(anchors("Vous disiez qu'Ondavia a grandi", "fr")).hasSize(1);
    assertThat(anchors("Vous parliez de l\u2019Ondavia du nord", "fr")).hasSize(1);
    assertThat(anchors("Vous parliez de L'ondavia du nord", "fr")).isEmpty();
  }

  @Test
  void timesNamesAddressesAndHeadingsAreNoAnchors() {
    for (String text :
        List.of(
            "Would 30 minutes on Thursday or 2 hours in May suit you",
            "I wonder whether you agree, Quorvia.",
            "Could Reis be the one for you",
            "Why Every Team Needs Better Freight Bills",
            "We work 24/7 for you and give 100 percent",
            "Book a slot at calendly.com/olga with you in mind")) {
      assertThat(anchors(text, "en")).as(text).isEmpty();
    }
  }

  @Test
  void knowsTheSecondPersonOfEachLanguage() {
    Map<String, String> sentences =
        Map.of(
            "en",
            "I liked your talk",
            "de",
            "Ihr Vortrag war gut",
            "fr",
            "Votre exposé m'a plu",
            "es",
            "Me gustó tu charla",
            "pt",
            "Gostei da sua palestra",
            "it",
            "Bella la tua lezione",
            "nl",
            "Jouw lezing was goed",
            "sv",
            "Din talan var bra");
    sentences.forEach((lang, text) -> assertThat(speaks(text, lang)).as(lang).isTrue());
    assertThat(speaks("We opened a shop in town", "en")).isFalse();
    assertThat(speaks("Wir haben ein Tor", "de")).isFalse();
    assertThat(speaks("Otworzyliśmy sklep", "pl")).as("no list for the language").isTrue();
  }

  @Test
  void aSpanishVerbSpeaksToTheReaderWithoutAPronoun() {
    assertThat(speaks("Vi que lanzaste Kuntur en Lima", "es")).isTrue();
    assertThat(speaks("Leí que abriste una planta en Lima", "es")).isTrue();
    for (String text :
        List.of(
            "En este sector existe un contraste triste",
            "Nuestro equipo asiste a empresas y resiste el desgaste",
            "La moda viste a todos")) {
      assertThat(speaks(text, "es")).as(text).isFalse();
    }
    assertThat(speaks("What a waste of taste", "en")).isFalse();
    assertThat(speaks("Il existe un dentiste", "fr")).isFalse();
  }

  private static boolean speaks(String text, String lang) {
    TokenPlaces places = new Masker().places(text, null, List.of());
    Anchors anchors = new Anchors(text, places, lang, Anchors.own(null), List.of());
    return anchors.speaksToReader(Sentences.of(text, places, null).get(0));
  }
}
