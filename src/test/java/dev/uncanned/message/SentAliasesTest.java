package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerClaim.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentAliasesTest {

  private static final String OWNER = "ann.lee@x.example";
  private static final String OTHER = "ann.lee@y.example";

  private static OwnerClaim sent(String name, String address, long mails) {
    return new OwnerClaim("a", Contact.of(name, null, address), Evidence.SENT_FOLDER, mails);
  }

  @Test
  void anAddressWithTheOwnersNameIsTheOwnersWhateverTheOrderOfItsWords() {
    List<OwnerClaim> claims =
        List.of(sent("Ann Lee", OWNER, 1000), sent("LEE, Ann", "team@z.example", 1));
    assertThat(SentAliases.of(claims, OWNER)).containsExactly("team@z.example");
  }

  @ParameterizedTest
  @CsvSource({
    "José Pérez, Jose Perez",
    "Pat O'Neil, Pat O\u2019Neil",
    "Ann-Marie Roy, Ann Marie Roy",
    "Ann-Marie Roy, Ann\u2010Marie Roy",
  })
  void theOwnersNameIsTheSameInEverySpelling(String name, String other) {
    List<OwnerClaim> claims = List.of(sent(name, OWNER, 1000), sent(other, "team@z.example", 1));
    assertThat(SentAliases.of(claims, OWNER)).containsExactly("team@z.example");
  }

  @Test
  void underAnotherNameSomebodyElseSends() {
    List<OwnerClaim> claims = List.of(sent("Ann Lee", OWNER, 10), sent("Bob Ray", OTHER, 10));
    assertThat(SentAliases.of(claims, OWNER)).isEmpty();
  }

  @Test
  void anAddressWithTwoNamesHasNoneToTell() {
    List<OwnerClaim> claims =
        List.of(
            sent("Ann Lee", OWNER, 10),
            sent("Ann Lee", "team@z.example", 5),
            sent("Bob Ray", "team@z.example", 5));
    assertThat(SentAliases.of(claims, OWNER)).isEmpty();
  }

  @Test
  void withoutANameTheLocalPartTellsFromATenthOfTheMailOn() {
    List<OwnerClaim> few = List.of(sent(null, OWNER, 91), sent(OTHER, OTHER, 9));
    List<OwnerClaim> enough = List.of(sent(null, OWNER, 90), sent(OTHER, OTHER, 10));
    assertThat(SentAliases.of(few, OWNER)).isEmpty();
    assertThat(SentAliases.of(enough, OWNER)).containsExactly(OTHER);
    assertThat(SentAliases.of(List.of(sent(null, OWNER, 1), sent(null, "b@y.example", 9)), OWNER))
        .isEmpty();
  }

  @Test
  void onlySentFoldersCount() {
    OwnerClaim delivered =
        new OwnerClaim("a", Contact.of("Ann Lee", null, OTHER), Evidence.DELIVERED_TO, 50);
    assertThat(SentAliases.of(List.of(sent("Ann Lee", OWNER, 1), delivered), OWNER)).isEmpty();
    assertThat(SentAliases.of(List.of(sent("Ann Lee", OTHER, 1)), OWNER))
        .as("the owner sends from none")
        .isEmpty();
  }
}
