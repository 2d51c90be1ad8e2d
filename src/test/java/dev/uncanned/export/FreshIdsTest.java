package dev.uncanned.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.export.FreshIds.Kind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshIdsTest {

  private static final byte[] SECRET = new byte[32];

  private static FreshIds ids(String label) {
    return new FreshIds(SECRET, label);
  }

  @Test
  void sameKeyAndLabelGiveTheSameIds() {
    assertThat(ids("a").of(Kind.MESSAGE, "m1")).isEqualTo(ids("a").of(Kind.MESSAGE, "m1"));
  }

  @Test
  void idsArePinnedSoThatALaterVersionRepeatsARelease() {
    assertThat(ids("a").of(Kind.MESSAGE, "m1")).isEqualTo("d2ecd9a87f9f3ebcf2b62a4f3540ec1a");
  }

  @Test
  void anotherLabelKeyKindOrIdGivesAnotherId() {
    Set<String> all = new HashSet<>();
    byte[] other = SECRET.clone();
    other[0] = 1;
    all.add(ids("a").of(Kind.MESSAGE, "m1"));
    all.add(ids("b").of(Kind.MESSAGE, "m1"));
    all.add(ids("a").of(Kind.THREAD, "m1"));
    all.add(ids("a").of(Kind.MESSAGE, "m2"));
    all.add(new FreshIds(other, "a").of(Kind.MESSAGE, "m1"));
    assertThat(all).hasSize(5).allMatch(id -> id.matches("[0-9a-f]{32}"));
  }

  @Test
  void nothingHasNoId() {
    assertThat(ids("a").of(Kind.TEAM, null)).isNull();
    assertThat(ids("a").number(Kind.PERSON, null)).isNull();
  }
}
