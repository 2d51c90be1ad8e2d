package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandsTest {

  private final Bands bands = new Bands(new SignatureConfig(2, 32, 4, 20261122L));

  @Test
  void givesEveryBandItsOwnKeyEvenForEqualSlots() {
    long[] same = new long[128];
    assertThat(IntStream.range(0, 32).mapToLong(band -> bands.key(same, band)))
        .doesNotHaveDuplicates();
  }

  @Test
  void keyDependsOnTheSlotsOfItsBandOnly() {
    long[] slots = new SplittableRandom(1).longs(128).toArray();
    for (int changed = 0; changed < 128; changed++) {
      long[] other = slots.clone();
      other[changed]++;
      for (int band = 0; band < bands.count(); band++) {
        boolean equal = bands.key(slots, band) == bands.key(other, band);
        assertThat(equal).isEqualTo(changed / 4 != band);
      }
    }
  }

  @Test
  void keyDependsOnTheOrderOfSlots() {
    long[] slots = new long[128];
    slots[0] = 1;
    long[] swapped = new long[128];
    swapped[1] = 1;
    assertThat(bands.key(slots, 0)).isNotEqualTo(bands.key(swapped, 0));
  }

  @Test
  void pinsOutput() {
    assertThat(bands.key(new long[128], 31)).isEqualTo(6507900214403233162L);
  }
}
