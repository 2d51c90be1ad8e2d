package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterGramsTest {

  @Test
  void overlappingGramsAreTheTextAgain() {
    for (String text : List.of("我们帮助制造行业", "いつもお世話に", "สวัสดีครับคุณ", "𠀀𠀁𠀂𠀃𠀄")) {
      List<String> grams = Tokenizer.words(text);
      assertThat(grams).hasSizeGreaterThan(2);
      assertThat(CharacterGrams.joined(grams)).isEqualTo(text);
    }
    assertThat(CharacterGrams.joined(Tokenizer.words("您好 我是新联科技"))).isEqualTo("您好 我是新联科技");
  }

  @Test
  void wordsOfOtherScriptsNeverOverlap() {
    for (String text : List.of("the hen end", "нет ета", "하세요 세요요", "⟨FIRST⟩ st⟩")) {
      assertThat(CharacterGrams.joined(List.of(text.split(" ")))).isEqualTo(text);
    }
    assertThat(CharacterGrams.joined(List.of())).isEmpty();
  }

  @Test
  void whatNeighboursShareIsCutOff() {
    List<String> fill = List.of("帮助制", "助制造", "制造行", "造行业");
    assertThat(CharacterGrams.between("们帮助", fill, "行业的")).isEqualTo("制造");
    assertThat(CharacterGrams.between(null, fill, null)).isEqualTo("帮助制造行业");
    assertThat(CharacterGrams.between("hi", fill, "bye")).isEqualTo("帮助制造行业");
    assertThat(CharacterGrams.between("们帮助", List.of("帮助行", "助行业"), "行业的")).isEmpty();
    assertThat(CharacterGrams.between("们帮助", List.of("帮助行"), "助行业")).isEmpty();
    assertThat(CharacterGrams.between("a", List.of("good", "day"), "b")).isEqualTo("good day");
  }
}
