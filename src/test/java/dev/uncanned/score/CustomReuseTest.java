package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomReuseTest {

  private static final String PARAGRAPH = "i saw that you are hiring for your team in leipzig";
  private static final String OWN = "the way your choir sang in the old station was wonderful";

  private final CustomReuse reuse = new CustomReuse(ScoreConfig.DEFAULT);

  @Test
  void findsAParagraphThatWentToTwoOthersInOtherTemplates() {
    List<CustomText> texts = new ArrayList<>();
    texts.add(text("a", "ann", "one", PARAGRAPH));
    texts.add(text("b", "bob", "two", PARAGRAPH));
    assertThat(shares(texts)).containsEntry("a", 0f).containsEntry("b", 0f);
    texts.add(text("c", "cem", "three", PARAGRAPH));
    assertThat(shares(texts)).containsEntry("a", 1f).containsEntry("b", 1f);
  }

  @Test
  void copiesInsideTheTemplateAndToTheSamePersonDoNotCount() {
    List<CustomText> texts = new ArrayList<>();
    texts.add(text("a", "ann", "one", PARAGRAPH));
    texts.add(text("b", "bob", "one", PARAGRAPH));
    texts.add(text("c", "cem", "one", PARAGRAPH));
    texts.add(text("d", "ann", "two", PARAGRAPH));
    texts.add(text("e", "dee", "three", PARAGRAPH));
    Map<String, Float> shares = shares(texts);
    assertThat(shares).containsEntry("a", 0f);
    assertThat(shares).containsEntry("b", 1f);
    assertThat(shares).containsEntry("d", 1f);
  }

  @Test
  void sharesCountWordsAndRunsDoNotJoin() {
    List<CustomText> texts = new ArrayList<>();
    texts.add(text("a", "ann", "one", OWN, PARAGRAPH));
    texts.add(text("b", "bob", null, PARAGRAPH));
    texts.add(text("c", "cem", null, PARAGRAPH));
    assertThat(shares(texts)).containsEntry("a", 11f / 22);
    texts.clear();
    texts.add(text("a", "ann", "one", "i saw that", "you are hiring"));
    texts.add(text("b", "bob", null, PARAGRAPH));
    texts.add(text("c", "cem", null, PARAGRAPH));
    assertThat(shares(texts)).containsEntry("a", 0f);
  }

  @Test
  void wholeTextsOfOtherTemplatesCountAsUsed() {
    List<CustomText> texts = new ArrayList<>();
    texts.add(text("a", "ann", "one", PARAGRAPH));
    int[] canned = TokenArray.of("hello there " + PARAGRAPH + " and so on and on");
    for (String reader : List.of("bob", "cem")) {
      texts.add(new CustomText(reader, null, "s", reader, "two", null, canned));
    }
    Map<String, Float> shares = shares(texts);
    assertThat(shares).containsOnlyKeys("a").containsEntry("a", 1f);
  }

  @Test
  void aHugeTemplateWithOneParagraphTakesLinearTime() {
    List<CustomText> texts = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      texts.add(text("m" + i, "r" + i, "one", PARAGRAPH));
    }
    assertThat(shares(texts).values()).hasSize(60_000).containsOnly(0f);
    texts.add(text("x", "x", "two", PARAGRAPH));
    texts.add(text("y", "y", "three", PARAGRAPH));
    assertThat(shares(texts).values()).hasSize(60_002).containsOnly(1f);
  }

  @Test
  void doesNotDependOnTheOrderOfItsInput() {
    List<CustomText> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add(text("m" + i, "r" + i % 7, i % 3 == 0 ? null : "f" + i % 5, OWN, PARAGRAPH));
    }
    Map<String, Float> expected = shares(texts);
    Collections.shuffle(texts, new Random(3));
    assertThat(shares(texts)).isEqualTo(expected);
  }

  private Map<String, Float> shares(List<CustomText> texts) {
    Map<String, Float> shares = new HashMap<>();
    reuse
        .reused(texts.iterator())
        .forEachRemaining(result -> shares.put(result.message_id(), result.custom_reused_share()));
    return shares;
  }

  private static CustomText text(String id, String reader, String family, String... runs) {
    List<Integer> tokens = new ArrayList<>();
    int words = 0;
    for (String run : runs) {
      for (int token : TokenArray.of(run)) {
        tokens.add(token);
        words++;
      }
      tokens.add(TokenArray.BREAK);
    }
    int[] fragments = tokens.stream().mapToInt(Integer::intValue).toArray();
    return new CustomText(id, words, "s", reader, family, fragments, null);
  }
}
