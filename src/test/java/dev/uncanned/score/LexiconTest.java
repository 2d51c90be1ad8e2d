package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

  @ParameterizedTest
  @CsvSource({
    "praise-en.txt, 1",
    "praise-de.txt, 1",
    "praise-fr.txt, 1",
    "praise-es.txt, 1",
    "praise-pt.txt, 1",
    "replies-en.txt, 2",
    "replies-de.txt, 2",
    "replies-fr.txt, 2",
    "replies-es.txt, 2",
    "replies-pt.txt, 2",
    "title-families.txt, 1"
  })
  void readsEveryList(String name, String version) {
    assertThat(Lexicon.of(name).version()).isEqualTo(version);
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

  @Test
  void tellsWhereSentencesEnd() {
    Words words = Words.of("No, 3.5 is not it. Why\nnot? Yes\n\nthanks");
    assertThat(words.sentenceStart(1)).isZero();
    assertThat(words.sentenceEnd(1)).isEqualTo(6);
    assertThat(words.isFollowedBy(0, ",")).isTrue();
    assertThat(words.isFollowedBy(1, ",?")).isFalse();
    assertThat(words.sentenceEnd(6)).isEqualTo(7);
    assertThat(words.sentenceEnd(7)).isEqualTo(8);
    assertThat(words.isFollowedBy(7, "?")).isTrue();
    assertThat(words.sentenceEnd(8)).isEqualTo(9);
    assertThat(words.sentenceStart(9)).isEqualTo(9);
  }

  @Test
  void readsOverLinesThatAMailProgramWrapped() {
    Words words = Words.of("x".repeat(30) + " " + "y".repeat(30) + "\nends here\nnot there");
    assertThat(words.sentenceEnd(0)).isEqualTo(4);
  }
}
