package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenHashTest {

  @Test
  void pinsOutput() {
    assertThat(TokenHash.of("", 0, 0)).isEqualTo(-749792998721194301L);
    assertThat(TokenHash.of("hello", 0, 5)).isEqualTo(9116613646461841669L);
    assertThat(TokenHash.of("héllo…", 0, 6)).isEqualTo(4393560502800400981L);
  }

  @Test
  void hashesOnlyTheGivenRange() {
    assertThat(TokenHash.of("say hello now", 4, 9)).isEqualTo(TokenHash.of("hello", 0, 5));
  }

  @Test
  void everyInputBitFlipsHalfOfTheOutput() {
    SplittableRandom random = new SplittableRandom(1);
    for (int bit = 0; bit < 8; bit++) {
      long flipped = 0;
      for (int trial = 0; trial < 1000; trial++) {
        char first = (char) ('a' + random.nextInt(26));
        char last = (char) ('a' + random.nextInt(26));
        String token = "tok" + first + last;
        String changed = "tok" + (char) (first ^ (1 << bit)) + last;
        flipped += Long.bitCount(TokenHash.of(token, 0, 5) ^ TokenHash.of(changed, 0, 5));
      }
      assertThat(flipped / 1000.0).isBetween(31.0, 33.0);
    }
  }
}
