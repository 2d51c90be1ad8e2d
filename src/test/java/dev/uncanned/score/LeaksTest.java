package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.template.Slot;
import dev.uncanned.template.SlotType;
import dev.uncanned.template.Template;
import dev.uncanned.text.Masker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LeaksTest {

  private static final Contact SENDER = Contact.of("Olga Brandt", null, "olga@ladeliste.example");
  private static final List<String> NAMES =
      List.of(
          "Anna", "Boris", "Clara", "David", "Emma", "Frank", "Greta", "Hugo", "Irene", "Jonas");
  private static final Template BARE =
      new Template(
          "c",
          "{1} i interview founders about quiet growth and {2} surely has a tale to tell",
          0.9f,
          10,
          List.of(slot(1, SlotType.RECIPIENT_FIRST), slot(2, SlotType.RECIPIENT_ORG)));

  private static Slot slot(int no, SlotType type) {
    return new Slot(no, type, 1f, 1, null, null, 1f, 1f);
  }

  private static Contact person(int i) {
    return new Contact(
        NAMES.get(i) + " Example", NAMES.get(i), "Example", null, null, org(i) + " Ltd", null);
  }

  private static String org(int i) {
    return "Firm" + (char) ('a' + i) + "tic";
  }

  private static String text(String first, String org) {
    return first
        + ", I interview founders about quiet growth and "
        + org
        + " surely has a tale to tell";
  }

  private static FilledText message(int to, String text) {
    Contact recipient = person(to);
    return new FilledText(
        "m" + to,
        List.of("r" + to),
        text,
        new Masker().places(text, SENDER, List.of(recipient)).masked(),
        SENDER,
        List.of(recipient),
        "c",
        ClusterContexts.of(BARE).contexts());
  }

  private static ClusterReader reader(int i) {
    return reader(i, person(i));
  }

  private static ClusterReader reader(int i, Contact contact) {
    Instant sent = Instant.ofEpochSecond(60L * i);
    return ClusterReader.of(
            new ReaderText("m" + i, "s", List.of("r" + i), sent, List.of(contact), "c"))
        .get(0);
  }

  /** Types of the faults of each message that has some. */
  private static Map<String, List<Defect.Type>> found(List<FilledText> messages, long seed) {
    ForeignFills fills = new ForeignFills(ScoreConfig.DEFAULT);
    List<ForeignFill> foreign = new ArrayList<>();
    messages.forEach(message -> fills.of(message).forEachRemaining(foreign::add));
    List<ClusterReader> readers = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      readers.add(reader(i));
    }
    Collections.shuffle(foreign, new Random(seed));
    Collections.shuffle(readers, new Random(seed + 1));
    Map<String, List<Defect.Type>> found = new TreeMap<>();
    new Leaks()
        .of(foreign.iterator(), readers.iterator())
        .forEachRemaining(
            leak ->
                found.put(
                    leak.message_id(),
                    leak.leaks().stream().map(Defect::type).distinct().toList()));
    return found;
  }

  private static List<FilledText> allRight() {
    List<FilledText> messages = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      messages.add(message(i, text(NAMES.get(i), org(i))));
    }
    return messages;
  }

  @Test
  void fieldsStandBetweenTokensThatAllShare() {
    assertThat(ClusterContexts.of(BARE).contexts())
        .containsExactly(new FillContext(false, null, "i"), new FillContext(true, "and", "surely"));
  }

  @Test
  void rightNamesAreNoFaults() {
    assertThat(found(allRight(), 1)).isEmpty();
  }

  @Test
  void aBareNameThatIsNobodysIsWrong() {
    List<FilledText> messages = allRight();
    messages.set(3, message(3, text("Gwendolyn", org(3))));
    assertThat(found(messages, 1)).isEqualTo(Map.of("m3", List.of(Defect.Type.WRONG_NAME)));
  }

  @Test
  void aNameOfAnotherReaderIsLeakedWithItsPlace() {
    List<FilledText> messages = allRight();
    messages.set(3, message(3, text("Jonas", org(3))));
    assertThat(found(messages, 1)).isEqualTo(Map.of("m3", List.of(Defect.Type.LEAKED_NAME)));
    ForeignFills fills = new ForeignFills(ScoreConfig.DEFAULT);
    ForeignFill fill = fills.of(messages.get(3)).next();
    assertThat(messages.get(3).text().substring(fill.start(), fill.end())).isEqualTo("Jonas");
  }

  @Test
  void aNameOfAnotherReaderIsLeakedInSalutationsOfEveryShape() {
    for (String salutation :
        List.of("Hello, %s!", "%s, hello!", "Merhaba %s Bey,", "Dzień dobry, %s!", "Привет, %s!")) {
      String rest = " I interview founders about quiet growth and " + org(3) + " surely knows";
      List<FilledText> messages = allRight();
      messages.set(3, message(3, salutation.formatted("David") + rest));
      assertThat(found(messages, 1)).as(salutation).isEmpty();
      messages.set(3, message(3, salutation.formatted("Jonas") + rest));
      assertThat(found(messages, 1))
          .as(salutation)
          .isEqualTo(Map.of("m3", List.of(Defect.Type.LEAKED_NAME)));
    }
  }

  @Test
  void aCompanyOfAnotherReaderIsLeakedAndAnyOtherWordsAreNot() {
    List<FilledText> messages = allRight();
    messages.set(4, message(4, text("Emma", org(7) + " Ltd")));
    messages.set(5, message(5, text("Frank", "your lovely shop")));
    assertThat(found(messages, 1)).isEqualTo(Map.of("m4", List.of(Defect.Type.LEAKED_ORG)));
  }

  @Test
  void aCompanyOfAReaderFarAwayInTheListMayBeTheRecipientsOfThen() {
    List<FilledText> messages = allRight();
    messages.set(4, message(4, text("Emma", org(8) + " Ltd")));
    assertThat(found(messages, 1)).isEqualTo(Map.of("m4", List.of(Defect.Type.STALE_ORG)));
  }

  @Test
  void namesOfTheNextInTheListAreAShiftFromThreeOn() {
    List<FilledText> two = allRight();
    List<FilledText> three = allRight();
    for (int i = 2; i < 5; i++) {
      FilledText shifted = message(i, text(NAMES.get(i + 1), org(i)));
      three.set(i, shifted);
      if (i < 4) {
        two.set(i, shifted);
      }
    }
    assertThat(found(two, 1).values())
        .hasSize(2)
        .allMatch(types -> types.equals(List.of(Defect.Type.LEAKED_NAME)));
    assertThat(found(three, 1).values())
        .hasSize(3)
        .allMatch(types -> types.equals(List.of(Defect.Type.LEAKED_NAME, Defect.Type.ROW_SHIFT)));
  }

  @Test
  void companiesOfTheNextInTheListAreAShiftWhetherWithTheirLegalFormOrWithout() {
    for (String form : List.of("", " Ltd", " GmbH & Co. KG")) {
      List<FilledText> messages = allRight();
      for (int i = 2; i < 5; i++) {
        messages.set(i, message(i, text(NAMES.get(i), org(i + 1) + form)));
      }
      assertThat(found(messages, 1).values())
          .as(form)
          .hasSize(3)
          .allMatch(types -> types.equals(List.of(Defect.Type.LEAKED_ORG, Defect.Type.ROW_SHIFT)));
    }
  }

  @Test
  void theCompanyOfAReaderIsKnownWithoutItsLegalForm() {
    for (String company : List.of("Falcone", "Falcone Ltd", "Falcone GmbH & Co. KG")) {
      Contact contact = new Contact("Ann Lee", "Ann", "Lee", null, null, company, null);
      assertThat(reader(0, contact).org()).as(company).isEqualTo("falcone");
    }
  }

  @Test
  void namesOfTheNextInTheListAreAShiftInSalutationsThatNoMarkCloses() {
    List<FilledText> messages = allRight();
    for (int i = 5; i < 9; i++) {
      String text = "Hi " + NAMES.get(i + 1) + " I noticed your work at " + org(i);
      messages.set(i, message(i, text));
    }
    assertThat(found(messages, 1).values())
        .hasSize(4)
        .allMatch(types -> types.equals(List.of(Defect.Type.LEAKED_NAME, Defect.Type.ROW_SHIFT)));
    messages = allRight();
    for (int i = 5; i < 9; i++) {
      messages.set(i, message(i, "Hi " + NAMES.get(i) + " I noticed your work at " + org(i)));
    }
    assertThat(found(messages, 1)).isEmpty();
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    List<FilledText> messages = allRight();
    for (int i = 1; i < 6; i++) {
      messages.set(i, message(i, text(NAMES.get(i - 1), org(i))));
    }
    Map<String, List<Defect.Type>> expected = found(messages, 1);
    assertThat(expected).hasSize(5);
    for (int seed = 2; seed < 12; seed++) {
      assertThat(found(messages, seed)).isEqualTo(expected);
    }
  }

  @Test
  void wordsThatAreNoNamesAreNotCalledWrong() {
    List<FilledText> messages = allRight();
    messages.set(0, message(0, text("Folks", org(0))));
    messages.set(1, message(1, text("Hi there", org(1))));
    messages.set(2, message(2, text("sadly", org(2))));
    messages.set(6, message(6, text("GRETA", org(6))));
    messages.set(7, message(7, text("Hugh", org(7))));
    assertThat(found(messages, 1)).isEmpty();
  }

  @Test
  void aGreetedNameOfAnotherReaderIsLeaked() {
    Contact anna = person(0);
    String text = "Hello Jonas,\n\nour crew checks freight bills for firms such as yours.";
    FilledText message =
        new FilledText("m0", List.of("r0"), text, "hello", SENDER, List.of(anna), "c", List.of());
    assertThat(found(List.of(message), 1))
        .isEqualTo(Map.of("m0", List.of(Defect.Type.LEAKED_NAME)));
  }

  @Test
  void aNameForAReaderWhoseNameIsNotKnownIsNotCalledAnotherOnes() {
    Contact nobody = Contact.of(null, "linkedin.com/in/somebody", null);
    String text = "Hello Jonas,\n\nour crew checks freight bills for firms such as yours.";
    FilledText message =
        new FilledText("m0", List.of("r0"), text, "hello", SENDER, List.of(nobody), "c", List.of());
    assertThat(found(List.of(message), 1)).isEmpty();
  }

  @Test
  void aCompanyThatMayBeTheOwnIsNotLeaked() {
    ForeignFill fill = new ForeignFill("c", "m0", "r0", true, "firmbtic", 0, 8, false, false);
    List<ClusterReader> readers =
        List.of(
            new ClusterReader("c", "m0", "s", "r0", null, "anna", null, true),
            new ClusterReader("c", "m1", "s", "r1", null, "boris", "firmbtic", true));
    assertThat(new Leaks().of(List.of(fill).iterator(), readers.iterator()).hasNext()).isFalse();
  }

  @Test
  void aLatinNameForOneOfManyWhoAreCalledInTheirScriptIsWrong() {
    ForeignFill fill = new ForeignFill("c", "m0", "r0", false, "thorvald", 6, 14, false, true);
    List<ClusterReader> readers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      readers.add(new ClusterReader("c", "m" + i, "s", "r" + i, null, "\u6d69\u4e4b", null, false));
    }
    assertThat(new Leaks().of(List.of(fill).iterator(), readers.iterator()).next().leaks())
        .extracting(Defect::type)
        .containsExactly(Defect.Type.WRONG_NAME);
    readers.remove(4);
    assertThat(new Leaks().of(List.of(fill).iterator(), readers.iterator()).hasNext()).isFalse();
  }

  @Test
  @Timeout(30)
  void aShiftOfAWholeListTakesNoLongerThanReadingIt() {
    int rows = 80_000;
    List<ForeignFill> fills = new ArrayList<>();
    List<ClusterReader> readers = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String id = "m" + i;
      fills.add(new ForeignFill("c", id, "r" + i, false, "name" + (i + 1), 0, 4, true, false));
      Instant sent = Instant.ofEpochSecond(i);
      readers.add(new ClusterReader("c", id, "s", "r" + i, sent, "name" + i, null, true));
    }
    List<FoundLeaks> found = new ArrayList<>();
    new Leaks().of(fills.iterator(), readers.iterator()).forEachRemaining(found::add);
    assertThat(found).hasSize(rows);
    assertThat(found.get(0).leaks())
        .extracting(Defect::type)
        .containsExactly(Defect.Type.LEAKED_NAME, Defect.Type.ROW_SHIFT);
  }

  @Test
  @Timeout(30)
  void oneNameForAWholeListOfPeopleWhoShareItTakesNoLongerThanReadingIt() {
    int rows = 80_000;
    List<ForeignFill> fills = new ArrayList<>();
    List<ClusterReader> readers = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String id = "m" + i;
      boolean named = i % 2 == 0;
      readers.add(
          new ClusterReader(
              "c", id, "s", "r" + i, Instant.ofEpochSecond(i), named ? "anna" : "bo", null, true));
      if (!named) {
        fills.add(new ForeignFill("c", id, "r" + i, false, "anna", 0, 4, true, false));
      }
    }
    List<FoundLeaks> found = new ArrayList<>();
    new Leaks().of(fills.iterator(), readers.iterator()).forEachRemaining(found::add);
    assertThat(found)
        .hasSize(rows / 2)
        .allMatch(leak -> leak.leaks().get(0).type() == Defect.Type.LEAKED_NAME);
  }
}
