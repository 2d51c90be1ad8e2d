package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.template.SlotType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SkeletonPartTest {

  @Test
  void cutsSlotsAndPlaceholdersOutOfTheWords() {
    assertThat(SkeletonPart.of("hi [recipient_first] see ⟨URL⟩ [note] ⟨x⟩ ["))
        .containsExactly(
            new SkeletonPart("hi ", null),
            new SkeletonPart("first name", SkeletonPart.Family.RECIPIENT),
            new SkeletonPart(" see ", null),
            new SkeletonPart("link", SkeletonPart.Family.CONTACT),
            new SkeletonPart(" [note] ⟨x⟩ [", null));
  }

  @ParameterizedTest
  @EnumSource(SlotType.class)
  void hasWordsForEveryType(SlotType type) {
    String code = type.name().toLowerCase(Locale.ROOT);
    assertThat(SkeletonPart.of("[" + code + "]"))
        .singleElement()
        .satisfies(part -> assertThat(part.family()).isNotNull());
    assertThat(SkeletonPart.words(code)).doesNotContain("_");
  }

  @Test
  void readsLongTextsInOnePass() {
    String open = "[".repeat(200_000);
    assertThat(SkeletonPart.of(open)).containsExactly(new SkeletonPart(open, null));
  }
}
