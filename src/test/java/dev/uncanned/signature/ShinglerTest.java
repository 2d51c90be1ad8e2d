package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShinglerTest {

  private final Shingler shingler = new Shingler(SignatureConfig.defaults());

  @Test
  void cutsWordPairs() {
    assertThat(shingles("a b c d")).hasSize(3).doesNotHaveDuplicates();
    assertThat(shingles("b c")[0]).isEqualTo(shingles("a b c d")[1]);
  }

  @Test
  void tellsOrderOfWordsApart() {
    assertThat(shingles("a b")).isNotEqualTo(shingles("b a"));
  }

  @Test
  void tellsBordersOfWordsApart() {
    assertThat(shingles("ab c")).isNotEqualTo(shingles("a bc"));
  }

  @Test
  void makesOneShingleOfOneWord() {
    assertThat(shingles("hello")).hasSize(1);
    assertThat(shingles("hello")).isNotEqualTo(shingles("hallo"));
    assertThat(shingler.tokenCount()).isOne();
  }

  @Test
  void makesNoShingleOfEmptyText() {
    assertThat(shingles("")).isEmpty();
    assertThat(shingles("  ")).isEmpty();
    assertThat(shingler.set()).isEmpty();
  }

  @Test
  void ignoresRepeatedSpaces() {
    assertThat(shingles(" a  b ")).isEqualTo(shingles("a b"));
  }

  @Test
  void makesSortedSetWithoutDoubles() {
    shingler.read("a b a b a b c");
    assertThat(shingler.shingleCount()).isEqualTo(6);
    assertThat(shingler.set()).hasSize(3).isSorted();
  }

  @Test
  void readsTextsLongerThanItsBuffersAndShortOnesAfter() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append('w').append(i).append(' ');
    }
    assertThat(shingles(text.toString())).hasSize(4999);
    assertThat(shingler.set()).hasSize(4999).isSorted();
    assertThat(shingles("a b")).hasSize(1);
  }

  @Test
  void sortsAnyTextLikeItsHashes() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 300; trial++) {
      int vocabulary = 1 + random.nextInt(trial % 3 == 0 ? 3 : 5000);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(600); i >= 0; i--) {
        text.append(random.nextInt(vocabulary)).append(random.nextInt(9) == 0 ? "  " : " ");
      }
      int[] expected =
          Arrays.stream(shingles(text.toString()))
              .mapToInt(hash -> (int) (hash >> Integer.SIZE))
              .sorted()
              .distinct()
              .toArray();
      assertThat(shingler.set()).containsExactly(expected);
    }
  }

  @Test
  void readsTokensLikeTheirText() {
    String[] words = "some words of a text and some words more".split(" ");
    long[] expected = shingles(String.join(" ", words));
    shingler.read(
        Arrays.stream(words).mapToLong(word -> TokenHash.of(word, 0, word.length())).toArray());
    assertThat(shingler.tokenCount()).isEqualTo(words.length);
    assertThat(Arrays.copyOf(shingler.shingles(), shingler.shingleCount())).isEqualTo(expected);
    shingler.read();
    assertThat(shingler.shingleCount()).isZero();
  }

  @Test
  void cutsAsManyWordsAsConfigured() {
    SignatureConfig config = new SignatureConfig(3, 32, 4, 1);
    Shingler three = new Shingler(config);
    three.read("a b c d");
    assertThat(three.shingleCount()).isEqualTo(2);
    three.read("a b");
    assertThat(three.shingleCount()).isOne();
  }

  @Test
  void pinsOutput() {
    assertThat(shingles("hi first")).containsExactly(-6022909813507089521L);
  }

  private long[] shingles(String masked) {
    shingler.read(masked);
    return Arrays.copyOf(shingler.shingles(), shingler.shingleCount());
  }
}
