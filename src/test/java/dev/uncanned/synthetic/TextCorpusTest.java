package dev.uncanned.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.synthetic.TextCorpus.Kind;
import dev.uncanned.synthetic.TextCorpus.Text;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextCorpusTest {

  private static List<Text> all(Kind... kinds) {
    TextCorpus corpus = new TextCorpus(1, 2000, List.of(kinds));
    return IntStream.range(0, corpus.size()).mapToObj(corpus::text).toList();
  }

  private static double jaccard(Text one, Text other) {
    Set<String> left = pairs(one);
    Set<String> right = pairs(other);
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return (double) both.size() / (left.size() + right.size() - both.size());
  }

  private static Set<String> pairs(Text text) {
    String[] words = text.masked().split(" ");
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.length; i++) {
      pairs.add(words[i - 1] + " " + words[i]);
    }
    return pairs;
  }

  private static double mean(List<Text> texts, int apart, Predicate<Text[]> which) {
    double sum = 0;
    int n = 0;
    for (int i = apart; i < texts.size(); i++) {
      Text[] pair = {texts.get(i - apart), texts.get(i)};
      if (which.test(pair)) {
        sum += jaccard(pair[0], pair[1]);
        n++;
      }
    }
    assertThat(n).isPositive();
    return sum / n;
  }

  private static boolean together(Text[] pair) {
    return pair[0].template() == pair[1].template();
  }

  @Test
  void aTextDependsOnSeedAndNumberAlone() {
    TextCorpus corpus = new TextCorpus(1, 500, Arrays.asList(Kind.values()));
    Text last = corpus.text(499);
    IntStream.range(0, 400).forEach(corpus::text);
    assertThat(corpus.text(499)).isEqualTo(last);
    assertThat(new TextCorpus(1, 500, Arrays.asList(Kind.values())).text(499)).isEqualTo(last);
    assertThat(new TextCorpus(2, 500, Arrays.asList(Kind.values())).text(499)).isNotEqualTo(last);
    assertThat(corpus.size()).isEqualTo(500);
  }

  @Test
  void mergedTextsOfATemplateAreNearDuplicatesAndOthersAreNot() {
    List<Text> texts = all(Kind.MERGE);
    assertThat(mean(texts, 1, TextCorpusTest::together)).isBetween(0.7, 0.99);
    assertThat(mean(texts, 1, pair -> !together(pair))).isLessThan(0.1);
  }

  @Test
  void openingsPartTextsMoreTheShorterTheirTemplateIs() {
    assertThat(mean(all(Kind.MISTYPED), 1, TextCorpusTest::together)).isBetween(0.7, 0.95);
    assertThat(mean(all(Kind.OPENED), 1, TextCorpusTest::together)).isBetween(0.6, 0.8);
    assertThat(mean(all(Kind.BRIEF), 1, TextCorpusTest::together)).isBetween(0.4, 0.65);
  }

  @Test
  void oneTextInTwentyIsMistyped() {
    TextCorpus typed = new TextCorpus(1, 2000, List.of(Kind.MERGE));
    TextCorpus mistyped = new TextCorpus(1, 2000, List.of(Kind.MISTYPED));
    long changed =
        IntStream.range(0, 2000)
            .filter(i -> !typed.text(i).masked().equals(mistyped.text(i).masked()))
            .count();
    assertThat(changed).isBetween(70L, 130L);
  }

  @Test
  void familiesShareAPartOfTheirText() {
    for (Kind kind : List.of(Kind.SIBLINGS, Kind.SIGNED)) {
      List<Text> texts = all(kind);
      Predicate<Text[]> siblings =
          pair -> !together(pair) && pair[0].template() / 4 == pair[1].template() / 4;
      assertThat(mean(texts, 1, siblings)).as(kind.name()).isBetween(0.1, 0.4);
    }
  }

  @Test
  void driftLeavesTheBeginningStepByStep() {
    List<Text> texts = all(Kind.DRIFT);
    assertThat(mean(texts, 1, TextCorpusTest::together)).isBetween(0.65, 0.85);
    assertThat(mean(texts, 15, TextCorpusTest::together)).isLessThan(0.2);
  }

  @Test
  void embeddedTemplatesAreASmallPart() {
    assertThat(mean(all(Kind.EMBEDDED), 1, TextCorpusTest::together)).isBetween(0.1, 0.35);
  }

  @Test
  void singleTextsAreLikeNoOther() {
    List<Text> texts = all(Kind.SINGLE);
    assertThat(texts).extracting(Text::template).doesNotHaveDuplicates();
    assertThat(mean(texts, 1, pair -> true)).isLessThan(0.1);
    assertThat(texts).allMatch(text -> text.masked().split(" ").length >= 100);
  }
}
