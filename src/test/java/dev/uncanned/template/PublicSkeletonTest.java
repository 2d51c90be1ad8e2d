package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PublicSkeletonTest {

  private static final TemplateAligner ALIGNER = new TemplateAligner(TemplateConfig.defaults());

  @Test
  void alternativesThatFivePeopleGotAreShownAndOthersCounted() {
    Template template =
        template(
            text("hi ⟨FIRST⟩ good morning from our small team", 6),
            text("hi ⟨FIRST⟩ how are you from our small team", 5),
            text("hi ⟨FIRST⟩ long time from our small team", 4),
            text("hi ⟨FIRST⟩ nice day from our small team", 3));
    assertThat(template.published())
        .isEqualTo("hi [recipient_first] {2: good morning | how are you | …} from our small team");
    assertThat(template.values())
        .containsExactly(new SlotValue(2, "good morning", 6), new SlotValue(2, "how are you", 5));
  }

  @Test
  void theRarestAlternativeIsWithheldTooWhereElseAFewPeopleCouldBeToldBySubtraction() {
    Template template =
        template(
            text("hi ⟨FIRST⟩ good morning from our small team", 9),
            text("hi ⟨FIRST⟩ how are you from our small team", 6),
            text("hi ⟨FIRST⟩ long time from our small team", 1));
    assertThat(template.published())
        .isEqualTo("hi [recipient_first] {2: good morning | …} from our small team");
    assertThat(template.values()).containsExactly(new SlotValue(2, "good morning", 9));
  }

  @Test
  void optionalBlockIsShownAsSuch() {
    Template template =
        template(
            text("we met at the fair in spring and talked", 7),
            text("we met at the fair and talked", 9));
    assertThat(template.published())
        .isEqualTo("we met at the fair [optional: in spring] and talked");
    assertThat(template.values()).containsExactly(new SlotValue(1, "in spring", 7));
  }

  @Test
  void freeTextAndNamesAreNeverShown() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      members.add(text("we met in " + PlantedTemplate.word(i) + " last year and it was nice", 6));
    }
    Template template = template(members.toArray(Member[]::new));
    assertThat(template.published()).isEqualTo("we met in [mixed] last year and it was nice");
    assertThat(template.values()).isEmpty();
  }

  @Test
  void wordsOfTooFewPeopleAreWithheld() {
    Template template = template(text("we met in rome last year", 4));
    assertThat(template.skeleton()).isEqualTo("we met in rome last year");
    assertThat(template.published()).isNull();
  }

  @Test
  void peopleOfAllTextsWithTheWordCountOnce() {
    MemberText one = new MemberText("c", "f1", "we met in rome last year", 9, true, readers(0, 3));
    MemberText two =
        new MemberText("c", "f2", "we met in rome last year ok", 1, false, readers(1, 5));
    MemberText out = new MemberText("c", "f3", "we met in last year", 1, false, readers(0, 9));
    Template few = ALIGNER.align("c", List.of(one)).template();
    assertThat(few.published()).isNull();
    Template enough = ALIGNER.align("c", List.of(one, two)).template();
    assertThat(enough.published()).isEqualTo("we met in rome last year");
    Template without = ALIGNER.align("c", List.of(one, out)).template();
    assertThat(without.published()).isEqualTo("we met in … last year");
  }

  @Test
  void withoutKnownPeopleNothingIsShown() {
    Template template =
        ALIGNER
            .align("c", List.of(new MemberText("c", "f", "the same text to many", 100, true)))
            .template();
    assertThat(template.published()).isNull();
    assertThat(template.values()).isEmpty();
  }

  private record Member(String masked, int people) {}

  private static Member text(String masked, int people) {
    return new Member(masked, people);
  }

  private static Template template(Member... members) {
    List<MemberText> texts = new ArrayList<>();
    int seen = 0;
    for (int i = 0; i < members.length; i++) {
      long[] readers = readers(seen, seen + members[i].people());
      seen += members[i].people();
      String fingerprint = String.format(Locale.ROOT, "%032x", i);
      texts.add(
          new MemberText(
              "c", fingerprint, members[i].masked(), members[i].people(), i == 0, readers));
    }
    return ALIGNER.align("c", texts).template();
  }

  private static long[] readers(int from, int to) {
    return LongStream.range(from, to).toArray();
  }
}
