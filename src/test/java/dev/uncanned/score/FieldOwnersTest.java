package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldOwnersTest {

  private static ClusterReader reader(String sender, String recipient, String first, String org) {
    return new ClusterReader(
        "c", "m" + recipient, sender, recipient, Instant.EPOCH, first, org, true);
  }

  private static ForeignFill fill(boolean org, String value) {
    return new ForeignFill("c", "m", "r", org, value, 0, 1, false, false);
  }

  @Test
  void aNameIsAnothersUnlessOnlyTheReaderHasIt() {
    ClusterReader ann = reader("s", "1", "ann", "acme");
    ClusterReader bob = reader("s", "2", "bob", null);
    ClusterReader other = reader("s", "3", "ann", "beta");
    FieldOwners two = new FieldOwners(List.of(ann, bob));
    assertThat(two.isAnothers(fill(false, "ann"), ann)).isFalse();
    assertThat(two.isAnothers(fill(false, "ann"), bob)).isTrue();
    assertThat(two.isAnothers(fill(true, "acme"), bob)).isTrue();
    assertThat(two.isAnothers(fill(true, "ann"), bob)).as("no company").isFalse();
    assertThat(two.isAnothers(fill(false, "eve"), bob)).as("nobody's").isFalse();
    assertThat(new FieldOwners(List.of(ann, bob, other)).isAnothers(fill(false, "ann"), ann))
        .as("a namesake has it too")
        .isTrue();
  }

  @Test
  void whoGotTheTemplateTwiceIsOnePerson() {
    ClusterReader ann = reader("s", "1", "ann", null);
    FieldOwners owners = new FieldOwners(List.of(ann, ann));
    assertThat(owners.isAnothers(fill(false, "ann"), ann)).isFalse();
    assertThat(owners.shift(fill(false, "ann"), 0)).isZero();
  }

  @Test
  void theNearestOwnerCountsAndOfTwoTheOneBefore() {
    List<ClusterReader> sent = new ArrayList<>();
    for (String first : List.of("ann", "bob", "ann", "eve", "ida", "joe", "bob")) {
      sent.add(reader("s", Integer.toString(sent.size()), first, null));
    }
    FieldOwners owners = new FieldOwners(sent);
    assertThat(owners.shift(fill(false, "ann"), 1)).as("before and behind").isEqualTo(-1);
    assertThat(owners.shift(fill(false, "ida"), 3)).isEqualTo(1);
    assertThat(owners.shift(fill(false, "bob"), 3)).as("2 before, 3 behind").isEqualTo(-2);
    assertThat(owners.shift(fill(false, "ann"), 6)).as("4 before").isZero();
  }

  @Test
  void placesAreThoseOfTheSameSender() {
    List<ClusterReader> sent =
        List.of(
            reader("s", "1", "ann", null),
            reader("t", "2", "bob", null),
            reader("t", "3", "eve", null),
            reader("s", "4", "ida", null));
    FieldOwners owners = new FieldOwners(sent);
    assertThat(owners.shift(fill(false, "ann"), 3)).isEqualTo(-1);
    assertThat(owners.shift(fill(false, "bob"), 3)).as("of another sender").isZero();
  }
}
