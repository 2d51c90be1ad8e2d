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
    return of("hash", false, archive, row, conversation, second, recipients);
  }

  private static CopyClaim of(
      String body,
      boolean html,
      String archive,
      long row,
      String conversation,
      Long second,
      String... recipients) {
    return new CopyClaim(
        "g",
        body,
        html,
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
        new CopyClaim(
            "g", "hash", false, "input", "b", 9, "c1", 5L, List.of("name:x", "url:x"), 1, false);
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
  void htmlAndPlainTextOfTheSameWordsAreOneMessage() {
    CopyClaim mail = of("plain", false, "a", 1, "c1", 5L, "mail:x");
    CopyClaim tool = of("html", true, "b", 9, null, 5L, "mail:x");
    assertThat(dropped(mail, tool)).containsExactly(new DroppedCopy("input", "b", 9));
    CopyClaim toAnother = of("html", true, "b", 9, null, 5L, "mail:y");
    CopyClaim later = of("html", true, "b", 9, null, 6L, "mail:x");
    CopyClaim elsewhere = of("html", true, "b", 9, "c2", 5L, "mail:x");
    assertThat(dropped(mail, toAnother)).isEmpty();
    assertThat(dropped(mail, later)).isEmpty();
    assertThat(dropped(mail, elsewhere)).isEmpty();
  }

  @Test
  void aThirdFormDoesNotMakeOneMessageOfTwo() {
    CopyClaim plain = of("ok", false, "a", 1, "c", 5L, "mail:x");
    CopyClaim one = of("<p>ok</p>", true, "b", 2, null, 5L, "mail:x");
    CopyClaim same = of("<p>ok</p>", true, "c", 3, null, 5L, "mail:x");
    CopyClaim other = of("<p>ok!</p>", true, "d", 4, null, 5L, "mail:x");
    assertThat(dropped(one, other)).isEmpty();
    assertThat(dropped(plain, one, same, other)).hasSize(2);
  }

  @Test
  void textsOfOneFormThatDifferInASignAreTwoMessages() {
    assertThat(
            dropped(
                of("ok", false, "a", 1, null, null, "mail:x"),
                of("ok!", false, "a", 2, null, null, "mail:x")))
        .isEmpty();
    assertThat(
            dropped(
                of("<p>ok</p>", true, "a", 1, null, null, "mail:x"),
                of("<p>ok!</p>", true, "a", 2, null, null, "mail:x")))
        .isEmpty();
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
