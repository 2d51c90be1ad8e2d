package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FoldingTest {

  @Test
  void returnsPlainTextUnchanged() {
    String text = "plain text\nwith lines";
    assertThat(Folding.fold(text)).isSameAs(text);
  }

  @Test
  void makesMathematicalLettersPlain() {
    assertThat(Folding.fold("\uD835\uDC07\uD835\uDC1E\uD835\uDC25\uD835\uDC25\uD835\uDC28"))
        .isEqualTo("hello");
  }

  @Test
  void dropsInvisibleCharacters() {
    assertThat(Folding.fold("off\u200Ber\uFEFF \u202Eto\u00AD\u2060day")).isEqualTo("offer today");
  }

  @Test
  void keepsEightMarksOnALetter() {
    String flood = "a" + "\u0323".repeat(100_000) + "b";
    assertThat(Folding.fold(flood)).hasSizeLessThanOrEqualTo(10).endsWith("b");
  }

  @Test
  void lowersTheSameWayUnderTurkishLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(Folding.fold("TITLE I")).isEqualTo("title i");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void nameKeysHaveNoDiacritics() {
    assertThat(Folding.nameKey("Łukasz GROß Ørsted José")).isEqualTo("lukasz gross orsted jose");
    assertThat(Folding.nameKey("مُحَمَّد")).isEqualTo("محمد");
    assertThat(Folding.nameKey("Αλέξης")).isEqualTo(Folding.nameKey("ΑΛΕΞΗΣ"));
  }

  @Test
  void nameKeysKeepTheVowelsAndSyllablesOfAsianScripts() {
    assertThat(Folding.nameKey("मैं")).isNotEqualTo(Folding.nameKey("में"));
    assertThat(Folding.nameKey("ガク")).isNotEqualTo(Folding.nameKey("カク"));
    assertThat(Folding.nameKey("이")).isEqualTo("이");
    assertThat(Folding.nameKey("김민수")).isEqualTo("김민수");
  }

  @Test
  void dropsBidirectionalAndZeroWidthFloods() {
    String flood = "\u202E\u200B\u2066\u200D".repeat(50_000);
    assertThat(Folding.fold("a" + flood + "b")).isEqualTo("ab");
  }

  @Test
  void capsEveryFloodOfMarksInLinearTime() {
    String flooded = ("e" + "\u0301\u0323".repeat(50)).repeat(5_000);
    assertThat(Folding.fold(flooded).length()).isLessThanOrEqualTo(5_000 * 9);
  }
}
