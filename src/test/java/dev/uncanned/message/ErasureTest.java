package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerClaim.Evidence;
import dev.uncanned.archive.OwnerFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasureTest {

  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[Pseudonyms.KEY_BYTES]);
  private static final String URL = "linkedin.com/in/ann-lee";

  private static Erasure of(String... addresses) {
    List<String> keys =
        List.of(addresses).stream()
            .flatMap(address -> Erasure.ofAddress(PSEUDONYMS, address).stream())
            .toList();
    return new Erasure(PSEUDONYMS, keys, Erasure.ofName(PSEUDONYMS, "Ann Lee"));
  }

  @Test
  void anAddressCoversItsContactHoweverItIsSpelled() {
    Erasure ann = of(URL, "ann@x.com");
    assertThat(ann.covers(Contact.of("A.", "LinkedIn.com/in/Ann-Lee", null))).isTrue();
    assertThat(ann.covers(Contact.of(null, null, " ANN@x.com"))).isTrue();
    assertThat(ann.covers(Contact.of("A.", "linkedin.com/in/other", "ann@x.com"))).isTrue();
    assertThat(ann.covers(Contact.of("Bob", "linkedin.com/in/bob", null))).isFalse();
  }

  @Test
  void namesakesOfSomebodyWithAnAddressStay() {
    Erasure ann = of(URL);
    assertThat(ann.covers(Contact.of("Ann Lee", null, null))).isFalse();
    assertThat(ann.covers(Contact.of("Ann Lee", null, "lee@y.com"))).isFalse();
    Erasure byName = new Erasure(PSEUDONYMS, Erasure.ofName(PSEUDONYMS, "ann  LEE"), List.of());
    assertThat(byName.covers(Contact.of("Ann Lee", null, null))).isTrue();
    assertThat(byName.covers(Contact.of("Ann Lee", null, "lee@y.com"))).isFalse();
  }

  @Test
  void nobodyIsCoveredByAnEmptyOne() {
    Erasure nobody = Erasure.ofNobody(PSEUDONYMS);
    assertThat(nobody.isEmpty()).isTrue();
    assertThat(nobody.covers(Contact.of(null, null, null))).isFalse();
    assertThat(of(URL).covers(Contact.of(null, " ", ""))).isFalse();
    assertThat(of(URL).isEmpty()).isFalse();
  }

  @Test
  void linesOfTheRosterWithTheSameNameAreOnePerson() {
    List<RosterEntry> roster =
        List.of(
            new RosterEntry("Ann Lee", null, URL, "North"),
            new RosterEntry("ann lee", "ann@x.com", null, null),
            new RosterEntry("A. Lee", "ann@x.com", "linkedin.com/in/al", null),
            new RosterEntry("Bob", "bob@x.com", null, null));
    Erasure ann = of(URL).with(roster);
    assertThat(ann.covers(Contact.of(null, null, "ann@x.com"))).isTrue();
    assertThat(ann.covers(Contact.of(null, "linkedin.com/in/al", null))).isTrue();
    assertThat(ann.rest(roster)).extracting(RosterEntry::sender).containsExactly("Bob");
    assertThat(ann.digest()).isNotEqualTo(of(URL).digest());
    assertThat(of(URL).covers(Contact.of(null, null, "ann@x.com"))).isFalse();
  }

  @Test
  void theDigestDependsOnWhoAndOnNoOrder() {
    assertThat(of(URL, "ann@x.com").digest()).isEqualTo(of("ann@x.com", URL).digest());
    assertThat(of(URL).digest()).isNotEqualTo(of("ann@x.com").digest());
  }

  @Test
  void namesGoFromTheConnectionsOfOthersAndClaimsOfTheirOwn() {
    OwnerFacts facts =
        new OwnerFacts("h", null, null, List.of("X"), List.of(), List.of("ANN LEE", "Bob"));
    OwnerClaim bob =
        new OwnerClaim(
            "a", Contact.of("Bob", "linkedin.com/in/bob", null), Evidence.PROFILE, 1, facts);
    assertThat(of(URL).rest(bob).facts().connections()).containsExactly("Bob");
    assertThat(of(URL).rest(bob).facts().companies()).containsExactly("X");
    assertThat(of("linkedin.com/in/bob").rest(bob)).isNull();
    OwnerClaim plain =
        new OwnerClaim("a", Contact.of(null, null, "b@x.com"), Evidence.RECIPIENT, 3);
    assertThat(of(URL).rest(plain)).isEqualTo(plain);
  }
}
