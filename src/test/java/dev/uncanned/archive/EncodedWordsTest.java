package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?Q?caf=C3=A9_au?= lait          | café au lait",
        "=?UTF-8?B?Y2Fmw6k=?=                   | café",
        "=?utf-8?B?w?= =?utf-8?Q?x?=            | x",
        "=?utf-8?Q?=C3?= =?utf-8?Q?=A9?= x      | é x",
        "a =?utf-8?Q?b?=  =?utf-8?Q?c?= d       | a bc d",
        "=?utf-8?Q?caf=E9?=                     | café",
        "=?bogus?Q?caf=C3=A9?=                  | café",
        "=?utf-7?Q?+AGE-?=                      | +AGE-",
        "=?UTF-8*en?Q?a_b?=                     | a b",
        "=?utf-8?Q?a b?=                        | a b",
        "=?iso-8859-1?Q?=80?=                   | €",
        "=?utf-8?Q?=ZZ?=                        | =ZZ",
        "=?x?=                                  | =?x?=",
        "=?utf-8?X?abc?=                        | =?utf-8?X?abc?=",
        "=?utf-8?Q?open                         | =?utf-8?Q?open",
        "no words                               | no words"
      })
  void decodes(String text, String expected) {
    assertThat(EncodedWords.decode(text)).isEqualTo(expected);
  }

  @Test
  void decodesHundredThousandWordsAndFloods() {
    assertThat(EncodedWords.decode("=?utf-8?Q?a=C3=A9?= ".repeat(100_000)).strip())
        .hasSize(200_000);
    assertThat(EncodedWords.decode("=?".repeat(500_000))).hasSize(1_000_000);
    assertThat(EncodedWords.decode("=?a?Q?".repeat(100_000) + "?=")).isNotEmpty();
    assertThat(EncodedWords.decode(null)).isNull();
  }
}
