package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerClaim.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleDirectoryTest {

  private static final String URL = "linkedin.com/in/ann-lee";

  private static OwnerClaim profile(String archive, String name, String url, String email) {
    return new OwnerClaim(archive, Contact.of(name, url, email), Evidence.PROFILE, 1);
  }

  private static OwnerClaim mail(String archive, String email, Evidence evidence, long weight) {
    return new OwnerClaim(archive, Contact.of(null, null, email), evidence, weight);
  }

  @Test
  void ownersAddressesAreOnePerson() {
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(),
            List.of(
                profile("a", "Ann Lee", URL, null), profile("a", "Ann Lee", null, "ann@x.com")));
    String byUrl = people.person(Contact.of("Ann Lee", URL, null), "a", "c");
    assertThat(people.person(Contact.of(null, null, "Ann@X.com "), "b", "c")).isEqualTo(byUrl);
    assertThat(people.person(Contact.of("ann  LEE", null, null), "a", "c")).isEqualTo(byUrl);
    assertThat(people.owner("a")).isEqualTo(byUrl);
  }

  @Test
  void sameNameInAnotherArchiveIsNotTheOwner() {
    PeopleDirectory people =
        new PeopleDirectory(List.of(), List.of(profile("a", "Ann Lee", URL, null)));
    assertThat(people.person(Contact.of("Ann Lee", null, null), "b", "c"))
        .isNotEqualTo(people.owner("a"));
  }

  @Test
  void rosterJoinsAddressesAndGivesTheTeam() {
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(
                new RosterEntry("Ann Lee", "ann@x.com", null, "North"),
                new RosterEntry("ann lee", null, URL, "North")),
            List.of());
    String person = people.person(Contact.of("A. Lee", URL, null), "a", "c");
    assertThat(person).isEqualTo(people.person(Contact.of(null, null, "ann@x.com"), "b", "c"));
    assertThat(people.team(person)).isEqualTo("North");
    assertThat(people.rosterName(person)).isEqualTo("Ann Lee");
    assertThat(people.onRoster("name:somebody")).isFalse();
  }

  @Test
  void sentFolderOutweighsWhatWasReceived() {
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(),
            List.of(
                mail("m", "boss@x.com", Evidence.RECIPIENT, 900),
                mail("m", "ann@x.com", Evidence.SENT_FOLDER, 3),
                mail("m", "other@x.com", Evidence.SENT_FOLDER, 1)));
    assertThat(people.owner("m")).isEqualTo("mail:ann@x.com");
  }

  private static final List<OwnerClaim> UNSORTED =
      List.of(
          mail("m", "customer@y.com", Evidence.RECIPIENT, 4),
          mail("m", "other@y.com", Evidence.RECIPIENT, 1),
          mail("m", "eve@x.com", Evidence.RECIPIENT, 1),
          mail("m", "eve@x.com", Evidence.SENDER, 5),
          mail("m", "customer@y.com", Evidence.SENDER, 1));

  @Test
  void withoutSentFolderWhoTakesPartInMostMailsOwnsTheMailbox() {
    assertThat(new PeopleDirectory(List.of(), UNSORTED).owner("m")).isEqualTo("mail:eve@x.com");
  }

  @Test
  void oneSenderKeptInAFolderDoesNotOwnTheMailbox() {
    List<OwnerClaim> claims =
        List.of(
            mail("m", "boss@x.com", Evidence.SENDER, 10),
            mail("m", "all@x.com", Evidence.RECIPIENT, 6),
            mail("m", "eve@x.com", Evidence.RECIPIENT, 4));
    assertThat(new PeopleDirectory(List.of(), claims).owner("m")).isEqualTo("mail:all@x.com");
    List<RosterEntry> roster = List.of(new RosterEntry("Eve", "Eve@X.com", null, null));
    assertThat(new PeopleDirectory(roster, claims).owner("m")).isEqualTo("mail:eve@x.com");
  }

  @Test
  void inboxOfOneSenderIsOfWhomItIsWrittenTo() {
    List<OwnerClaim> claims =
        List.of(
            mail("m", "boss@x.com", Evidence.SENDER, 10),
            mail("m", "eve@x.com", Evidence.RECIPIENT, 10));
    assertThat(new PeopleDirectory(List.of(), claims).owner("m")).isEqualTo("mail:eve@x.com");
  }

  @Test
  void mailboxWithoutClearRecipientHasNoOwner() {
    List<OwnerClaim> claims = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      claims.add(mail("m", "person" + i + "@x.com", Evidence.RECIPIENT, 1));
    }
    assertThat(new PeopleDirectory(List.of(), claims).owner("m")).isNull();
  }

  @Test
  void namelessPeopleOfTwoConversationsAreTwo() {
    PeopleDirectory people = new PeopleDirectory(List.of(), List.of());
    Contact nobody = Contact.of(null, null, null);
    assertThat(people.person(nobody, "a", "c1")).isNotEqualTo(people.person(nobody, "a", "c2"));
    assertThat(people.person(nobody, "a", "c1")).isEqualTo(people.person(nobody, "a", "c1"));
  }

  @Test
  void orderOfClaimsAndRosterDoesNotMatter() {
    List<OwnerClaim> claims =
        new ArrayList<>(
            List.of(
                profile("a", "Ann Lee", URL, null),
                profile("a", "Ann M. Lee", "linkedin.com/in/ann-old", null),
                profile("a", "Ann Lee", null, "ann@x.com"),
                mail("m", "ann@x.com", Evidence.SENT_FOLDER, 2)));
    PeopleDirectory forward = new PeopleDirectory(List.of(), claims);
    Collections.reverse(claims);
    PeopleDirectory backward = new PeopleDirectory(List.of(), claims);
    assertThat(backward.owner("a")).isEqualTo(forward.owner("a")).isEqualTo(forward.owner("m"));
  }

  private static OwnerClaim sent(String archive, String name, String email, long weight) {
    return new OwnerClaim(archive, Contact.of(name, null, email), Evidence.SENT_FOLDER, weight);
  }

  private static String personOf(PeopleDirectory people, String email) {
    return people.person(Contact.of(null, null, email), "m", "c");
  }

  @Test
  void addressesThatTheOwnerSendsFromUnderOneNameAreTheOwner() {
    List<OwnerClaim> claims =
        List.of(
            sent("m", "Tom Reyes", "tom@northwind.example", 6),
            sent("m", "Reyes, Tom", "tom.reyes@a-northwind.example", 1),
            sent("m", "TOM  REYES", "tom@try-northwind.example", 5));
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(new RosterEntry("Tom Reyes", "tom@northwind.example", null, "North")), claims);
    assertThat(people.owner("m")).isEqualTo("mail:tom@northwind.example");
    assertThat(personOf(people, "tom@try-northwind.example")).isEqualTo(people.owner("m"));
    assertThat(personOf(people, "Tom.Reyes@a-northwind.example")).isEqualTo(people.owner("m"));
    assertThat(people.known())
        .contains(new KnownAs(people.owner("m"), null, "tom@try-northwind.example", KnownAs.OWNER));
  }

  @Test
  void addressWithoutNameIsTheOwnersOnlyByLocalPartAndShare() {
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(),
            List.of(
                sent("m", "Tom Reyes", "tom@x.example", 60),
                sent("m", null, "tom@try-x.example", 30),
                sent("m", null, "tom@old-x.example", 5),
                sent("m", null, "info@x.example", 30)));
    assertThat(personOf(people, "tom@try-x.example")).isEqualTo(people.owner("m"));
    assertThat(personOf(people, "tom@old-x.example")).isNotEqualTo(people.owner("m"));
    assertThat(personOf(people, "info@x.example")).isNotEqualTo(people.owner("m"));
  }

  @Test
  void sharedMailboxUnderAnotherNameStaysApart() {
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(),
            List.of(
                sent("m", "Tom Reyes", "tom@x.example", 60),
                sent("m", "Sales Team", "sales@x.example", 50)));
    assertThat(personOf(people, "sales@x.example")).isEqualTo("mail:sales@x.example");
  }

  @Test
  void addressThatTwoOwnersSendFromJoinsNobody() {
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(),
            List.of(
                sent("m", "Tom Reyes", "tom@x.example", 6),
                sent("m", "Tom Reyes", "sales@x.example", 5),
                sent("n", "Ann Lee", "ann@x.example", 6),
                sent("n", "Ann Lee", "sales@x.example", 5)));
    assertThat(personOf(people, "sales@x.example")).isEqualTo("mail:sales@x.example");
    assertThat(people.owner("m")).isNotEqualTo(people.owner("n"));
  }

  @Test
  void addressThatTheRosterGivesToAnotherStaysTheirs() {
    PeopleDirectory people =
        new PeopleDirectory(
            List.of(new RosterEntry("Tom Reyes junior", "tom@y.example", null, "South")),
            List.of(
                sent("m", "Tom Reyes", "tom@x.example", 6),
                sent("m", "Tom Reyes", "tom@y.example", 5)));
    assertThat(people.rosterName(personOf(people, "tom@y.example"))).isEqualTo("Tom Reyes junior");
    assertThat(people.owner("m")).isEqualTo("mail:tom@x.example");
  }
}
