package dev.uncanned.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTextTest {

  private static final TemplateText.Fields FIELDS =
      new TemplateText.Fields("Ada", "Byron", "Engines", "Analyst", "Own words.");

  @Test
  void fillsFieldsAndChoosesAmongAlternatives() {
    TemplateText text =
        TemplateText.parse("# note\n== a | en | To {first}\n[Hi|Hello] {first} {last}, {own}\n")
            .get(0);
    SplittableRandom random = new SplittableRandom(1);
    TreeSet<String> bodies = new TreeSet<>();
    for (int i = 0; i < 50; i++) {
      bodies.add(text.body(FIELDS, random));
    }
    assertThat(bodies).containsExactly("Hello Ada Byron, Own words.", "Hi Ada Byron, Own words.");
    assertThat(text.subject(FIELDS, random)).isEqualTo("To Ada");
  }

  @Test
  void everyTextOfTheShelfFills() {
    TemplateShelf shelf = new TemplateShelf();
    List<TemplateText> all =
        Stream.of(
                shelf.blast,
                shelf.merge,
                shelf.semi,
                shelf.spintax,
                shelf.invite,
                shelf.followUp,
                shelf.inbound,
                shelf.oneTap,
                shelf.autoReply)
            .flatMap(List::stream)
            .toList();
    assertThat(all).hasSizeGreaterThan(40).extracting(TemplateText::name).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(text -> text.body(FIELDS, new SplittableRandom(2)))
        .noneMatch(body -> body.isBlank() || body.matches("(?s).*[{}\\[\\]|].*"));
  }

  @Test
  void invitationNotesFitIntoThreeHundredCharacters() {
    assertThat(new TemplateShelf().invite)
        .extracting(text -> text.body(FIELDS, new SplittableRandom(2)).length())
        .allMatch(length -> length <= 250);
  }

  @Test
  void spintaxHasEightChoicesAndMore() {
    assertThat(new TemplateShelf().spintax)
        .allMatch(text -> text.body().chars().filter(c -> c == '[').count() >= 8);
  }
}
