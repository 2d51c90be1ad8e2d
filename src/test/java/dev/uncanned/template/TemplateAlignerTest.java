package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemplateAlignerTest {

  private static final TemplateAligner ALIGNER = new TemplateAligner(TemplateConfig.defaults());

  @Test
  void skeletonAndFillsRebuildEachMember() {
    for (int seed = 0; seed < 40; seed++) {
      PlantedTemplate planted = new PlantedTemplate(new Random(seed), 30);
      AlignedTemplate aligned = ALIGNER.align("c", planted.members());
      assertThat(aligned.members()).hasSize(planted.members().size());
      for (AlignedMember member : aligned.members()) {
        assertThat(String.join(" ", member.rebuild(aligned.words())))
            .isEqualTo(member.text().masked());
      }
    }
  }

  @Test
  void unrelatedTextsAreRebuiltToo() {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        texts.add(words(random, random.nextInt(25), 6));
      }
      AlignedTemplate aligned = ALIGNER.align("c", members(texts));
      for (AlignedMember member : aligned.members()) {
        assertThat(String.join(" ", member.rebuild(aligned.words())))
            .isEqualTo(member.text().masked());
      }
    }
  }

  @Test
  void orderOfTheTextsDoesNotMatter() {
    List<MemberText> members = new ArrayList<>(new PlantedTemplate(new Random(3), 50).members());
    Template expected = ALIGNER.align("c", members).template();
    Random random = new Random(1);
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(members, random);
      assertThat(ALIGNER.align("c", members).template()).isEqualTo(expected);
    }
  }

  @Test
  void oneTextOfSeveralCopiesIsItsOwnSkeleton() {
    MemberText text = new MemberText("c", "f", "hi ⟨FIRST⟩ i work at ⟨SELF⟩ see ⟨URL⟩", 7, true);
    Template template = ALIGNER.align("c", List.of(text)).template();
    assertThat(template.skeleton()).isEqualTo("hi {1} i work at {2} see {3}");
    assertThat(template.slots())
        .extracting(Slot::type)
        .containsExactly(SlotType.RECIPIENT_FIRST, SlotType.SENDER_SELF, SlotType.URL);
    assertThat(template.slots().get(0))
        .isEqualTo(new Slot(1, SlotType.RECIPIENT_FIRST, 1f, 1, null, null, 1f, 1f));
    assertThat(template.skeleton_share()).isEqualTo(5 / 8f);
    assertThat(template.sampled_n()).isEqualTo(1);
  }

  @Test
  void emptyTextHasNoSkeleton() {
    Template template =
        ALIGNER.align("c", List.of(new MemberText("c", "f", "", 3, true))).template();
    assertThat(template).isEqualTo(new Template("c", "", 0f, 1, List.of()));
  }

  @Test
  void clusterWithoutTextIsRefused() {
    assertThatThrownBy(() -> ALIGNER.align("c", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoTextsDifferInOneSlot() {
    Template template =
        ALIGNER
            .align("c", members(List.of("we met in rome last year", "we met in oslo last year")))
            .template();
    assertThat(template.skeleton()).isEqualTo("we met in {1} last year");
    Slot slot = template.slots().get(0);
    assertThat(slot.distinct_n()).isEqualTo(2);
    assertThat(slot.entropy_bits()).isEqualTo(1f);
    assertThat(slot.entropy_norm()).isEqualTo(1f);
    assertThat(slot.match_share()).isNull();
  }

  @Test
  void copiesDecideWhatIsShared() {
    List<MemberText> members =
        List.of(
            new MemberText("c", "a", "we met in rome last year", 9, true),
            new MemberText("c", "b", "we met in oslo last year", 1, false));
    Template template = ALIGNER.align("c", members).template();
    assertThat(template.skeleton()).isEqualTo("we met in rome last year");
    assertThat(template.slots()).isEmpty();
  }

  @Test
  void placeholderBesideFreeWordsStaysASlotOfItsOwn() {
    List<String> texts = new ArrayList<>();
    Random random = new Random(2);
    for (int i = 0; i < 20; i++) {
      texts.add("hi ⟨FIRST⟩ " + words(random, 8, 900) + " so i thought i would write to you");
    }
    Template template = ALIGNER.align("c", members(texts)).template();
    assertThat(template.skeleton()).isEqualTo("hi {1} {2} so i thought i would write to you");
    assertThat(template.slots())
        .extracting(Slot::type)
        .containsExactly(SlotType.RECIPIENT_FIRST, SlotType.FREE_TEXT);
  }

  @Test
  void textsAboveTheSampleAreLeftOut() {
    TemplateAligner small = new TemplateAligner(new TemplateConfig(3, 0.8, 0.2, 2, 100_000));
    List<String> texts = List.of("a b c d", "a b c e", "a b c f", "a b c g", "a b c h");
    AlignedTemplate aligned = small.align("c", members(texts));
    assertThat(aligned.template().sampled_n()).isEqualTo(3);
    assertThat(aligned.members())
        .extracting(member -> member.text().masked())
        .containsExactly("a b c d", "a b c e", "a b c f");
  }

  @Test
  void longTextsStayWithinTheMemoryAndAreRebuilt() {
    Random random = new Random(4);
    String shared = words(random, 1000, 5000);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      texts.add(words(random, 500, 5000) + " " + shared + " " + words(random, 500, 5000));
    }
    TemplateAligner small = new TemplateAligner(new TemplateConfig(200, 0.8, 0.2, 2, 400_000));
    AlignedTemplate aligned = small.align("c", members(texts));
    assertThat(aligned.words()).hasSizeGreaterThanOrEqualTo(1000);
    for (AlignedMember member : aligned.members()) {
      assertThat(String.join(" ", member.rebuild(aligned.words())))
          .isEqualTo(member.text().masked());
    }
  }

  private static List<MemberText> members(List<String> texts) {
    List<MemberText> members = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String fingerprint = String.format(Locale.ROOT, "%032x", i);
      members.add(new MemberText("c", fingerprint, texts.get(i), 1, i == 0));
    }
    return members;
  }

  private static String words(Random random, int count, int vocabulary) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(PlantedTemplate.word(random.nextInt(vocabulary)));
    }
    return String.join(" ", words);
  }
}
