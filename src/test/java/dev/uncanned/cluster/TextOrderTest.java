package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextOrderTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 1_000, 1_025, 70_000})
  void theOrderIsThatOfComparingNumbersAndThenFingerprints(int texts) {
    Random random = new Random(texts);
    long[] nights = random.longs(texts, -1, 3).toArray();
    long[] dates = random.longs(texts, -texts, 1 + texts).map(date -> date * 60_000).toArray();
    String[] fingerprints = random.longs(texts).mapToObj(Long::toHexString).toArray(String[]::new);

    int[] order = TextOrder.of(nights, dates, text -> fingerprints[text]);

    int[] compared =
        IntStream.range(0, texts)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(text -> nights[text])
                    .thenComparingLong(text -> dates[text])
                    .thenComparing(text -> fingerprints[text]))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(order).isEqualTo(compared);
  }

  @Test
  void undatedTextsAreTheYoungest() {
    long[] dates = {Long.MAX_VALUE, 5, Long.MIN_VALUE, 5};
    String[] fingerprints = {"a", "d", "b", "c"};

    int[] order = TextOrder.of(LongStream.of(1, 1, 1, 1).toArray(), dates, i -> fingerprints[i]);

    assertThat(order).containsExactly(2, 3, 1, 0);
  }
}
