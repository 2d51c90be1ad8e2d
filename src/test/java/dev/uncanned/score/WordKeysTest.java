package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordKeysTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Gap, gap, Gap",
        "l'Gap, gap, Gap",
        "L\u2019Oréal, oreal, Oréal",
        "L'Oréal's, oreal, Oréal's",
        "qu'Indeed, indeed, Indeed",
        "quand'Indeed, quand'indeed, quand'Indeed",
        "Gap's, gap, Gap's",
        "I'm, i'm, I'm",
        "l's, l, l's",
      })
  void theNameBeginsWhereTheKeyDoes(String word, String key, String name) {
    assertThat(WordKeys.of(word, 1)).containsExactly(key);
    assertThat(word.substring(WordKeys.nameStart(word, 0, word.length()))).isEqualTo(name);
  }
}
