package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

  @ParameterizedTest
  @CsvSource({
    "José Pérez, Jose Perez",
    "Pat O'Neil, Pat O\u2019Neil",
    "Ann-Marie Roy, Ann Marie Roy",
    "'Lee, Ann', Ann Lee",
    "ANN LEE, Ann  Lee",
    "Ann Lee Lee, Ann Lee",
  })
  void spellingsOfOneNameAreOne(String name, String other) {
    assertThat(NameWords.of(name)).isNotEmpty().isEqualTo(NameWords.of(other));
  }

  @Test
  void otherNamesAreOthersAndSignsAreNone() {
    assertThat(NameWords.of("Ann Lee")).isNotEqualTo(NameWords.of("Anna Lee"));
    assertThat(NameWords.of(" - ")).isEmpty();
  }
}
