package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordEditsTest {

  @Test
  void countsWordsPutInTakenOutAndExchanged() {
    assertThat(ratio("a b c d", "a b c d")).isZero();
    assertThat(ratio("a b c d", "a x c d")).isEqualTo(1f / 4);
    assertThat(ratio("a b c d", "a c d")).isEqualTo(1f / 4);
    assertThat(ratio("a b c d", "a b c d e f")).isEqualTo(2f / 6);
    assertThat(ratio("a b c d", "d c b a")).isEqualTo(1f);
    assertThat(ratio("a b", "c d e")).isEqualTo(1f);
  }

  @Test
  void anEmptyTextIsAllEdits() {
    assertThat(WordEdits.ratio(new int[0], new int[0])).isZero();
    assertThat(WordEdits.ratio(new int[0], new int[] {4, 6})).isEqualTo(1f);
  }

  @Test
  void agreesWithTheTextbookTable() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      int[] left = random.ints(random.nextInt(12), 0, 4).toArray();
      int[] right = random.ints(random.nextInt(12), 0, 4).toArray();
      int longer = Math.max(left.length, right.length);
      float expected = longer == 0 ? 0 : (float) table(left, right) / longer;
      assertThat(WordEdits.ratio(left, right)).isEqualTo(expected);
      assertThat(WordEdits.ratio(right, left)).isEqualTo(expected);
    }
  }

  @Test
  void longTextsAreComparedUpToALimit() {
    int[] left = new Random(1).ints(100_000).toArray();
    int[] right = left.clone();
    right[99_999]++;
    assertThat(WordEdits.ratio(left, right)).isZero();
  }

  private static int table(int[] left, int[] right) {
    int[][] d = new int[left.length + 1][right.length + 1];
    for (int i = 0; i <= left.length; i++) {
      for (int j = 0; j <= right.length; j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
        } else {
          int exchanged = d[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
          d[i][j] = Math.min(exchanged, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        }
      }
    }
    return d[left.length][right.length];
  }

  private static float ratio(String left, String right) {
    return WordEdits.ratio(TokenArray.of(left), TokenArray.of(right));
  }
}
