package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopiesTest {

  private static CopyClaim claim(
      String archive, long row, String conversation, Long second, String... recipients) {
    return new CopyClaim(
        "g",
        "input",
        archive,
        row,
        conversation,
        second,
        List.of(recipients),
        recipients.length,
        false);
  }

  private static List<DroppedCopy> dropped(CopyClaim... claims) {
    List<DroppedCopy> dropped = new ArrayList<>();
    Copies.dropped("g", List.of(claims).iterator()).forEachRemaining(dropped::add);
    return dropped;
  }

  @Test
  void singleOccurrenceIsNoCopy() {
    assertThat(dropped(claim("a", 1, null, 5L, "mail:x"))).isEmpty();
  }

  @Test
  void sameMessageInTwoArchivesIsOne() {
    assertThat(dropped(claim("a", 1, "c1", 5L, "url:x"), claim("b", 9, "c1", 5L, "url:x")))
        .containsExactly(new DroppedCopy("input", "b", 9));
  }

  @Test
  void olderExportWithoutSecondsAndConversationIsACopy() {
    assertThat(dropped(claim("a", 1, null, null, "name:x"), claim("b", 9, "c1", 5L, "name:x")))
        .containsExactly(new DroppedCopy("input", "a", 1));
  }

  @Test
  void sameTextInTwoConversationsIsTwoMessages() {
    assertThat(dropped(claim("a", 1, "c1", 5L), claim("a", 2, "c2", 5L))).isEmpty();
  }

  @Test
  void otherSecondIsAnotherMessage() {
    assertThat(dropped(claim("a", 1, null, 5L, "mail:x"), claim("a", 2, null, 6L, "mail:x")))
        .isEmpty();
  }

  @Test
  void sameSecondToOtherPeopleIsAnotherMessage() {
    assertThat(dropped(claim("a", 1, null, 5L, "mail:x"), claim("a", 2, null, 5L, "mail:y")))
        .isEmpty();
  }

  @Test
  void copyThatKnowsMoreOfTheRecipientStandsForTheMessageWhateverTheFilesAreCalled() {
    CopyClaim named = claim("a", 1, "c1", 5L, "name:x");
    CopyClaim addressed =
        new CopyClaim("g", "input", "b", 9, "c1", 5L, List.of("name:x", "url:x"), 1, false);
    assertThat(dropped(named, addressed)).containsExactly(new DroppedCopy("input", "a", 1));
  }

  @Test
  void copyWithBccOverlapsWithCopyWithout() {
    assertThat(
            dropped(
                claim("a", 1, null, 5L, "mail:x"),
                claim("b", 2, null, 5L, "mail:hidden", "mail:x")))
        .containsExactly(new DroppedCopy("input", "a", 1));
  }

  @Test
  void orderOfOccurrencesDoesNotMatter() {
    List<CopyClaim> claims =
        new ArrayList<>(
            IntStream.range(0, 30)
                .mapToObj(i -> claim("a" + i % 3, i, i % 2 == 0 ? "c" + i % 5 : null, 5L, "mail:x"))
                .toList());
    List<DroppedCopy> expected = dropped(claims.toArray(CopyClaim[]::new));
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(claims, random);
      assertThat(dropped(claims.toArray(CopyClaim[]::new)))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
