package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "praise-en.txt",
        "praise-de.txt",
        "praise-fr.txt",
        "praise-es.txt",
        "praise-pt.txt",
        "replies-en.txt",
        "replies-de.txt",
        "replies-fr.txt",
        "replies-es.txt",
        "replies-pt.txt",
        "title-families.txt"
      })
  void readsEveryList(String name) {
    assertThat(Lexicon.of(name).version()).matches("[1-9][0-9]*");
  }

  @Test
  void refusesAListThatIsNotThere() {
    assertThatIllegalStateException().isThrownBy(() -> Lexicon.of("praise-xx.txt"));
  }

  @Test
  void findsInflectedFormsPhrasesAndCompounds() {
    Lexicon list = Lexicon.of("praise-de.txt");
    Words words = Words.of("Der beeindruckende Karriereweg spricht f\u00fcr sich.");
    List<LexiconHit> hits = list.find(words, 0, words.count());
    assertThat(hits)
        .contains(
            new LexiconHit("praise", "de-p01", 1, 2),
            new LexiconHit("object", "de-o04", 2, 3),
            new LexiconHit("praise", "de-p15", 3, 6));
  }

  @Test
  void seesAPhraseOnlyOutsideOfAnotherKind() {
    Lexicon list = Lexicon.of("praise-en.txt");
    Lexicon part = list.only(Set.of("weak"));
    assertThat(part.isIn(Words.of("it would be great"), list, "idle")).isFalse();
    assertThat(part.isIn(Words.of("it would be great, great work"), list, "idle")).isTrue();
    assertThat(part.isIn(Words.of("impressive"), list, "idle")).isFalse();
  }

  @Test
  void findsNoPhraseThatTheRangeCuts() {
    Lexicon list = Lexicon.of("praise-de.txt");
    Words words = Words.of("spricht f\u00fcr sich");
    assertThat(list.find(words, 0, 2)).noneMatch(hit -> hit.id().equals("de-p15"));
  }

  @Test
  void cutsWordsAtSignsAndFoldsThem() {
    Words words = Words.of("L\u2019\u00c9T\u00c9 caf\u00e9-bar e\u0301t\u00e9 42!");
    assertThat(words.count()).isEqualTo(6);
    assertThat(words.folded(1)).isEqualTo("ete");
    assertThat(words.hash(1)).isEqualTo(words.hash(4));
    assertThat(words.isCapital(1)).isTrue();
    assertThat(words.isCapital(2)).isFalse();
    assertThat(words.firstFrom(words.start(3))).isEqualTo(3);
    assertThat(words.firstFrom(1_000)).isEqualTo(6);
    assertThat(Words.of("").count()).isZero();
  }
}
