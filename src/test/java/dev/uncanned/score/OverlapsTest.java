package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlapsTest {

  private static final Instant MONDAY_NINE = Instant.parse("2025-03-03T09:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

  private final Overlaps overlaps = new Overlaps();

  @Test
  void seesTwoColleaguesWithinThirtyDays() {
    assertThat(rows(contact("s", 0, "x"), contact("t", 30, "y")))
        .containsExactly(
            person(null, 1, 0), person(MONDAY, 1, 0), person(MONDAY.plusDays(28), 1, 0));
  }

  @Test
  void seesNoneFurtherApart() {
    assertThat(rows(contact("s", 0, "x"), contact("t", 31, "x")).get(0))
        .isEqualTo(person(null, 0, 0));
    assertThat(rows(contact("s", 0, "x"), contact("s", 3, "x")).get(0))
        .isEqualTo(person(null, 0, 0));
  }

  @Test
  void seesTheSameTemplateOnlyIfColleaguesShareIt() {
    assertThat(rows(contact("s", 0, "x"), contact("t", 3, "x")).get(0))
        .isEqualTo(person(null, 1, 1));
    assertThat(rows(contact("s", 0, "x"), contact("s", 1, "y"), contact("t", 3, "y")).get(0))
        .isEqualTo(person(null, 1, 1));
    assertThat(rows(contact("s", 0, null), contact("t", 3, null)).get(0))
        .isEqualTo(person(null, 1, 0));
  }

  @Test
  void looksPastTheSameSender() {
    assertThat(
            rows(contact("s", 0, "x"), contact("t", 10, "x"), contact("t", 35, "x"))
                .get(0)
                .person_overlap_n())
        .isEqualTo(1);
    List<TargetOverlap> rows =
        rows(contact("t", 0, "x"), contact("t", 20, "x"), contact("s", 40, "x"));
    assertThat(rows.stream().map(TargetOverlap::person_overlap_n)).containsExactly(1, 0, 1, 1);
  }

  @Test
  void needsNoOrderAndBearsThousands() {
    List<TargetContact> contacts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      contacts.add(contact("s" + i % 3, i / 100, "c" + i % 50));
    }
    List<TargetOverlap> expected = rows(contacts.toArray(new TargetContact[0]));
    Collections.shuffle(contacts, new Random(1));
    assertThat(rows(contacts.toArray(new TargetContact[0]))).isEqualTo(expected);
    assertThat(overlaps.of(Collections.emptyIterator())).isExhausted();
  }

  @Test
  void knowsACompanyByNameOrByDomain() {
    String initech = Companies.key(company("Initech GmbH", null));
    assertThat(Companies.key(company("INITECH", "a@b.com"))).isEqualTo(initech).isNotNull();
    assertThat(Companies.key(company("Globex", null))).isNotEqualTo(initech);
    assertThat(Companies.key(company(null, "Ann@Initech.example")))
        .isEqualTo(Companies.key(company(" ", "bob@initech.example")))
        .isNotNull();
  }

  @Test
  void doesNotTakeAMailProviderForAnEmployer() {
    assertThat(Companies.key(company(null, "ann@gmail.com"))).isNull();
    assertThat(Companies.key(company(null, "ann@"))).isNull();
    assertThat(Companies.key(company(null, null))).isNull();
    assertThat(Companies.key(null)).isNull();
  }

  private List<TargetOverlap> rows(TargetContact... contacts) {
    List<TargetOverlap> rows = new ArrayList<>();
    overlaps.of(List.of(contacts).iterator()).forEachRemaining(rows::add);
    return rows;
  }

  private static TargetOverlap person(LocalDate week, int overlap, int template) {
    return new TargetOverlap("team", week, 1, overlap, template, 0, 0, 0);
  }

  private static TargetContact contact(String sender, int day, String cluster) {
    Instant at = MONDAY_NINE.plus(Duration.ofDays(day));
    return new TargetContact("team", false, "r", sender, at, cluster);
  }

  private static Contact company(String company, String email) {
    return new Contact("Ann", null, email, null, null, company, null);
  }
}
