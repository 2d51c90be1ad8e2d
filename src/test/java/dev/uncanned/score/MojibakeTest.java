package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ÐŸÑ€Ð¸Ð²ÐµÑ‚ Anna",
        "Ð”Ð° Anna",
        "âœ… hi",
        "âž¡ hi",
        "â†’ hi",
        "â˜º",
        "â–º hi",
        "â„¢ hi",
        "It isnâ€™t"
      })
  void findsGarbledSymbolsAndCyrillic(String text) {
    assertThat(scan(text)).extracting(Defect::type).containsExactly(Defect.Type.MOJIBAKE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“Hoà â…” và",
        "« pâ » lâ — “â”.",
        "lâ’, ‘â’ … â…",
        "ESPAÑ… SPAÑ’",
        "GUÐ… og VIÐ“",
        "crâne, pâte, château"
      })
  void lettersBeforeMarksAreNotGarbled(String text) {
    assertThat(scan(text)).isEmpty();
  }

  private static List<Defect> scan(String text) {
    List<Defect> found = new ArrayList<>();
    Mojibake.scan(text, found);
    return found;
  }
}
