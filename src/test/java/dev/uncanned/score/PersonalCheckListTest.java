package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.Headers;
import dev.uncanned.message.Message;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.synthetic.PersonalMessage;
import dev.uncanned.text.TextCleaner;
import dev.uncanned.text.TextConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Invariances and directions after Ribeiro et al., "Beyond accuracy", ACL 2020. */
class PersonalCheckListTest {

  private static final int READERS = 40;
  private static final String TEMPLATE =
      "Hello {first},\n\nour crew checks freight bills for firms such as {org} and sends back what "
          + "was charged too much. {own}If you are not the right person, {first}, please pass it "
          + "on. Nothing has to be installed and the first round is free.";
  private static final String TRUE_SENTENCE =
      "The ramp that {past} built in your days still carries every lorry. ";
  private static final String PRAISE =
      "Truly remarkable what a wonderful story such an inspiring background can tell. ";
  private static final String UNVERIFIED =
      "Half of our floor still quotes your evening lecture at Quorvia on crates. ";
  private static final String[][] NAMES = {
    {"Jane", "Doe"},
    {"JANE", "DOE"},
    {"jane", "doe"},
    {"Łukasz", "Wójcik"},
    {"Nguyễn", "Thị Minh Khai"},
    {"小明", "李"},
    {"Дмитрий", "Иванов"},
    {"محمد", "الأحمد"},
    {"David", "בן־גוריון"},
    {"Ngozi", "Okonjo-Iweala"},
    {"José María", "García López"},
    {"Faith", "Paris"},
    {"faith", "paris"},
    {"Bo", "Li"},
    {"สมชาย", "ใจดี"},
    {"Þórdís", "Björnsdóttir"},
    {"민수", "김"},
    {"지영", "황보"},
    {"芳", "王"},
    {"健", "𠮷野"},
    {"太郎", "佐々木"},
    {"ΓΙΩΡΓΟΣ", "Παπαδόπουλος"},
    {"प्रिया", "शर्मा"},
    {"Ayşe", "Koç"}
  };

  private static PersonalMessage reader(int reader, String[] name, String own, List<String> told) {
    String company = "Firm" + (char) ('a' + reader % 26) + (char) ('a' + reader / 26) + "tic";
    String past = "Harbour" + (char) ('a' + reader % 26) + (char) ('k' + reader / 26) + "ex";
    String text =
        TEMPLATE
            .replace("{own}", own)
            .replace("{first}", name[0])
            .replace("{last}", name[1])
            .replace("{org}", company)
            .replace("{past}", past);
    return new PersonalMessage(
        "template",
        reader,
        name[0],
        name[1],
        company + " Ltd",
        "Head of Yards",
        "reader" + reader + "@" + company.toLowerCase(Locale.ROOT) + ".example",
        "yards",
        "Collector of stamps",
        "Gdańsk, Poland",
        past,
        told,
        "en",
        text,
        0,
        null);
  }

  private static List<PersonalMessage> outbox(PersonalMessage first) {
    List<PersonalMessage> outbox = new ArrayList<>(List.of(first));
    for (int i = 1; i < READERS; i++) {
      outbox.add(reader(i, new String[] {"Reader" + i, "Name" + i}, "", List.of()));
    }
    return outbox;
  }

  private static Personal result(String own, String... told) {
    return result(NAMES[0], own, told);
  }

  private static Personal result(String[] name, String own, String... told) {
    return new PersonalRun(outbox(reader(0, name, own, List.of(told)))).result(0);
  }

  private static List<Reference> types(Personal result) {
    return result.evidence().stream().map(Evidence::type).toList();
  }

  @Test
  void exchangingNamesChangesNothing() {
    List<String> sentences =
        List.of(
            "",
            TRUE_SENTENCE,
            PRAISE,
            UNVERIFIED,
            "Half of our floor, {first}, still quotes your evening lecture at Quorvia on crates. ",
            "So tell me, {first}, does the yard behind the old mill still smell of tar? ",
            "I hear {first} {last} paints boats at night, which made me smile all week. ",
            "You wrote that {last} is a family of bakers, and I could not stop grinning. ",
            "How did {org} manage to keep the yard so calm in the storm? ");
    for (String own : sentences) {
      Personal expected = result(own);
      for (String[] name : NAMES) {
        Personal result = result(name, own);
        assertThat(result.personal_level())
            .as("%s %s", name[0], own)
            .isEqualTo(expected.personal_level());
        assertThat(result.text_level()).isEqualTo(expected.text_level());
        assertThat(result.id_bits()).isEqualTo(expected.id_bits());
        assertThat(result.personal_score()).isEqualTo(expected.personal_score());
        assertThat(types(result).stream().filter(type -> type.level() > 1).toList())
            .isEqualTo(types(expected).stream().filter(type -> type.level() > 1).toList());
      }
    }
  }

  @Test
  void signOffQuoteAndTrackingChangeNothing() {
    String own =
        "Half of our floor quotes your note at https://quorvia.example/crates{utm} daily. ";
    Personal plain = result(own.replace("{utm}", ""));
    Personal tracked = result(own.replace("{utm}", "?utm_source=x&utm_campaign=y"));
    assertThat(tracked.personal_level()).isEqualTo(plain.personal_level()).isEqualTo((byte) 3);
    assertThat(tracked.personal_score()).isEqualTo(plain.personal_score());
    PersonalMessage message = reader(0, NAMES[0], TRUE_SENTENCE, List.of());
    String quoted =
        message.text()
            + "\n\nBest regards,\nOlga Brandt\n\nOn Mon, 2 Mar 2026 at 10:00, Jane Doe wrote:\n"
            + "> Your visit to Quorvia was splendid\n";
    assertThat(cleaned(quoted)).isEqualTo(cleaned(message.text()));
  }

  private static String cleaned(String body) {
    MessageHeader header = Headers.sent(MessageKind.MESSAGE, Instant.EPOCH, false);
    PersonalMessage reader = reader(0, NAMES[0], "", List.of());
    Message message =
        new Message(
            header, null, body, false, PersonalRun.SENDER, List.of(PersonalRun.contact(reader)));
    return new TextCleaner(TextConfig.defaults()).clean(message).text();
  }

  @Test
  void orderOfMessagesChangesNothing() {
    List<PersonalMessage> outbox =
        outbox(reader(0, NAMES[0], TRUE_SENTENCE, List.of("We left Quorvia in May.")));
    Personal expected = new PersonalRun(outbox).result(0);
    for (int seed = 0; seed < 5; seed++) {
      List<PersonalMessage> shuffled = new ArrayList<>(outbox);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(new PersonalRun(shuffled).result(0)).isEqualTo(expected);
    }
  }

  @Test
  void trueUniqueSentenceOfTwelveWordsGivesLevelFour() {
    Personal before = result("");
    Personal after = result(TRUE_SENTENCE);
    assertThat(before.personal_level()).isEqualTo((byte) 1);
    assertThat(after.personal_level()).isEqualTo((byte) 4);
    assertThat(after.text_level()).isEqualTo((byte) 1);
    assertThat(after.personal_score()).isGreaterThan(before.personal_score() + 0.5f);
    assertThat(types(after)).contains(Reference.EARLIER_COMPANY);
    PersonalRun run = new PersonalRun(outbox(reader(0, NAMES[0], TRUE_SENTENCE, List.of())));
    assertThat(run.customised().get("m0").customised_words()).isBetween(10, 14);
  }

  @Test
  void genericPraiseInItsPlaceLetsTheLevelFall() {
    assertThat(result(PRAISE).personal_level()).isEqualTo((byte) 1);
    assertThat(result(PRAISE).personal_score()).isEqualTo(result("").personal_score());
    assertThat(result(PRAISE).id_bits()).isLessThan(0.1f);
    assertThat(result(TRUE_SENTENCE).id_bits()).isGreaterThan(5f);
  }

  @Test
  void whatOnlyTheTextSaysGivesLevelThree() {
    Personal result = result(UNVERIFIED);
    assertThat(result.personal_level()).isEqualTo((byte) 3);
    assertThat(result.text_level()).isEqualTo((byte) 3);
    assertThat(result.id_bits()).isNull();
    assertThat(types(result)).contains(Reference.NAMED);
  }

  @Test
  void sameSentenceIsVerifiedByAnEarlierMessageOnly() {
    assertThat(result(UNVERIFIED, "I spoke at Quorvia in June.").personal_level())
        .isEqualTo((byte) 4);
    assertThat(result(UNVERIFIED, "I spoke at Tromvex in June.").personal_level())
        .isEqualTo((byte) 3);
  }

  @Test
  void factsOfAnotherVerifyNothing() {
    String foreign = "The ramp that Harbourzkex built in your days still carries every lorry. ";
    assertThat(result(foreign).personal_level()).isEqualTo((byte) 3);
  }

  @Test
  void companyIsAFieldInTheTemplateAndAReferenceInOwnWords() {
    Personal merged = result("");
    Personal written = result("How did {org} manage to keep the yard so calm in the storm? ");
    assertThat(types(merged)).contains(Reference.MERGE_ORG).doesNotContain(Reference.COMPANY);
    assertThat(types(written)).contains(Reference.MERGE_ORG, Reference.COMPANY);
    assertThat(written.personal_level()).isEqualTo((byte) 4);
  }

  @Test
  void sellersOwnNewsAndMeetingTimesAreNoReference() {
    for (String own :
        List.of(
            "Ladeliste just won the prize of the chamber, which made Olga dance on tables. ",
            "Would 30 minutes on Thursday or Friday afternoon suit you and your calendar? ",
            "We opened a second office in Porto and the paint is hardly dry yet. ")) {
      assertThat(result(own).personal_level()).as(own).isEqualTo((byte) 1);
    }
  }

  @Test
  void capitalsBehindASalutationOrOfGrammarAreNoNames() {
    for (String own :
        List.of(
            "Splendid words of yours kept me awake all night long. ",
            "Why did your words keep me awake all night long? ",
            "I kept your words, you see. but I. Why would anybody forget your words? ",
            "You feel it when you are the One, and your yard hums along. ")) {
      PersonalMessage message = reader(0, NAMES[0], "", List.of());
      String text = message.text().replace(",\n\nour", ", " + own + "Our");
      assertThat(text).contains("Hello Jane, " + own);
      PersonalMessage flat =
          new PersonalMessage(
              message.template(),
              message.reader(),
              message.first(),
              message.last(),
              message.company(),
              message.title(),
              message.email(),
              message.trade(),
              message.headline(),
              message.place(),
              message.past(),
              List.of(),
              "en",
              text,
              0,
              null);
      assertThat(new PersonalRun(outbox(flat)).result(0).personal_level())
          .as(own)
          .isEqualTo((byte) 1);
    }
  }

  @Test
  void copyingTheSentenceToOthersTakesTheLevelAway() {
    List<PersonalMessage> outbox = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      outbox.add(reader(i, new String[] {"Reader" + i, "Name"}, UNVERIFIED, List.of()));
    }
    assertThat(new PersonalRun(outbox).result(0).personal_level()).isEqualTo((byte) 1);
  }

  @Test
  void threeMergeFieldsCanNeverPassForPersonal() {
    List<Evidence> fields =
        List.of(
            Evidence.of(Reference.MERGE_FIRST, 0, 1),
            Evidence.of(Reference.MERGE_FIRST, 5, 6),
            Evidence.of(Reference.MERGE_LAST, 7, 8),
            Evidence.of(Reference.MERGE_ORG, 2, 3),
            Evidence.of(Reference.MERGE_TITLE, 3, 4));
    assertThat(PersonalLevel.score(fields)).isBetween(0.142f, 0.143f);
    assertThat(PersonalLevel.of(fields)).isEqualTo((byte) 1);
    assertThat(PersonalLevel.of(List.of())).isZero();
    assertThat(PersonalLevel.score(List.of())).isZero();
  }
}
