package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandsTest {

  /**
   * The 48 keys of {@link #MASKED} in the shipped shape, worked out by a second program after the
   * description of hash, signature and bands.
   *
   * <p>A state keeps such keys. Other values need another version ({@link TokenHash#VERSION},
   * {@link MinHasher#VERSION}, or that of the state's format), so that a state with the old ones is
   * refused.
   */
  private static final long[] SHIPPED_KEYS = {
    7358371186589299201L,
    -6141947831635490635L,
    462379903658679602L,
    307861282723441001L,
    -8801841897533476803L,
    -1937526490264728478L,
    6331098647146168356L,
    -6481914105749495260L,
    -4421394497489389451L,
    2688337906693213823L,
    8755056655293408710L,
    -6139689554405988120L,
    -5742863082398768048L,
    -7315285418317176278L,
    6324226080269143528L,
    8418638901834513125L,
    1954579372217847196L,
    3516567743869034120L,
    9112423293884197419L,
    -9105553292581786860L,
    7328229853996379904L,
    -2026542027317855735L,
    1912784518618700452L,
    3223304316009138649L,
    5098353582807788962L,
    -7215325553683879884L,
    7658371062481085463L,
    -4875453804787538156L,
    8747705981576180919L,
    -7964537312046418100L,
    -7266574205240973148L,
    -661281222377049844L,
    -1936851603432431546L,
    -8691228189548648199L,
    -9195485352689177546L,
    6862487037758019099L,
    -972823407498980494L,
    -8152575333573478169L,
    -2559407484551630861L,
    6381571411483990471L,
    -6781132886391234874L,
    -6419735371289514402L,
    5148901733512195740L,
    -2226798130777671617L,
    2947513807093785332L,
    -4074124597551417780L,
    5675066998855260167L,
    -6238117730188853238L
  };

  private static final String MASKED =
      "hi \u27E8FIRST\u27E9 we help teams like \u27E8ORG\u27E9 to hire good people faster"
          + " shall we talk on \u27E8DATE\u27E9";

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

  @Test
  void pinsTheKeysOfAMaskedTextInTheShippedShape() {
    SignatureConfig shipped = SignatureConfig.defaults();
    Shingler shingler = new Shingler(shipped);
    shingler.read(MASKED);
    long[] slots = new long[shipped.slots()];
    new MinHasher(shipped).sign(shingler.shingles(), shingler.shingleCount(), slots);
    Bands keys = new Bands(shipped);
    assertThat(slots).hasSize(144);
    assertThat(IntStream.range(0, keys.count()).mapToLong(band -> keys.key(slots, band)))
        .containsExactly(Arrays.stream(SHIPPED_KEYS).boxed().toArray(Long[]::new));
  }
}
