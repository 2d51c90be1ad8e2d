package dev.uncanned.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProseTest {

  private static final int TEXTS = 2_000;

  @Test
  void handWrittenTextsOfOneSenderRarelyRepeatThreeWords() {
    double[] shares = shares(texts(true));
    assertThat(shares[TEXTS / 2]).isZero();
    assertThat(shares[TEXTS * 95 / 100]).isLessThanOrEqualTo(0.15);
  }

  @Test
  void proseThatAvoidsNothingRepeatsThreeWordsAsItComes() {
    double[] shares = shares(texts(false));
    assertThat(shares[TEXTS / 2]).isPositive();
    assertThat(shares[TEXTS * 95 / 100]).isGreaterThan(0.3);
  }

  @Test
  void textsHaveTheLengthAskedFor() {
    double mean = texts(true).stream().mapToInt(List::size).average().orElseThrow();
    assertThat(mean).isBetween(40.0, 80.0);
  }

  @Test
  void sameSeedWritesTheSameText() {
    Person reader = new Cast(1).person(5);
    Corpus corpus = Corpus.load();
    assertThat(new Prose(corpus, new SplittableRandom(9)).letter(reader, 50))
        .isEqualTo(new Prose(corpus, new SplittableRandom(9)).letter(reader, 50))
        .isNotEqualTo(new Prose(corpus, new SplittableRandom(10)).letter(reader, 50));
  }

  /** Words of texts to as many people, with their names and companies masked. */
  private static List<List<String>> texts(boolean avoidsRepetition) {
    Cast cast = new Cast(3);
    Prose prose = new Prose(Corpus.load(), new SplittableRandom(4), avoidsRepetition);
    SplittableRandom random = new SplittableRandom(5);
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      Person reader = cast.person(i);
      String masked =
          prose
              .letter(reader, 18 + random.nextInt(60))
              .replace(reader.first(), "FIRST")
              .replace(reader.company(), "ORG");
      texts.add(
          Arrays.stream(masked.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'’]+"))
              .filter(word -> !word.isEmpty())
              .toList());
    }
    return texts;
  }

  /** For each text the share of its words in recurring trigrams, from the least on. */
  private static double[] shares(List<List<String>> texts) {
    Map<String, Integer> used = new HashMap<>();
    for (List<String> words : texts) {
      trigrams(words).forEach(trigram -> used.merge(trigram, 1, Integer::sum));
    }
    return texts.stream().mapToDouble(words -> covered(words, used)).sorted().toArray();
  }

  private static Set<String> trigrams(List<String> words) {
    Set<String> trigrams = new LinkedHashSet<>();
    for (int i = 0; i + 2 < words.size(); i++) {
      trigrams.add(String.join(" ", words.subList(i, i + 3)));
    }
    return trigrams;
  }

  /** Share of the words in a trigram that three other texts have. */
  private static double covered(List<String> words, Map<String, Integer> used) {
    boolean[] covered = new boolean[words.size()];
    for (int i = 0; i + 2 < words.size(); i++) {
      if (used.get(String.join(" ", words.subList(i, i + 3))) >= 4) {
        Arrays.fill(covered, i, i + 3, true);
      }
    }
    int n = 0;
    for (boolean word : covered) {
      n += word ? 1 : 0;
    }
    return (double) n / words.size();
  }
}
