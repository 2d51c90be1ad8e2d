package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpintaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{Hi|Hello|Hey} Anna, how are you?",
        "{Good morning|Hello} Anna",
        "Dear Anna, {hope you are well|trust all is good}!",
        "Anna, {we have met before|} hello",
        "{Hallo|Guten Tag} Anna,",
        "{Bonjour|Salut} Anna,"
      })
  void aChoiceOfGreetingsOrOfSeveralWordsIsATokenNobodyResolved(String text) {
    assertThat(found(text)).hasSize(1);
  }

  @Test
  void choicesOfSingleWordsCountBesideOneOfSeveralWords() {
    String text = "Hi Anna, {hope you are well|trust all is good}! We {help|support} teams.";
    assertThat(found(text))
        .containsExactly("{hope you are well|trust all is good}", "{help|support}");
  }

  @Test
  void severalChoicesOfSingleWordsAmongEverydayWordsCount() {
    assertThat(found("We {help|support} you in {Berlin|Munich} and we like {your|this} work."))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run service {start|stop} now",
        "ip {addr|route|link} {add|del|show}",
        "the set {x | x is even} and {n|n in N}",
        "{ls -l | grep foo}",
        "{good|bad} and {c|l|r}",
        "git stash {push|pop} or {apply|drop}",
        "\\begin{tabular}{ll|rr}",
        "foo{bar baz|qux}",
        "{a b|c=d}",
        "x = {red|green}",
        "{Hi|x} is a type and {dear|cheap} a price.",
        "In prose {a|b} or {yes|no} and {up|down} are two and one."
      })
  void choicesOfCommandsFormulasAndCodeAreNone(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void theScannerReportsAChoiceOnce() {
    DefectScanner scanner = new DefectScanner(ScoreConfig.DEFAULT);
    assertThat(scanner.scan("{Hi|Hello} Anna, how are you?", List.of()))
        .containsExactly(new Defect(Defect.Type.UNRESOLVED_TOKEN, Defect.Severity.HARD, 0, 10));
    assertThat(scanner.scan("{{Hi|Hello}} Anna, how are you?", List.of())).hasSize(1);
  }

  @Test
  void bearsHostileTexts() {
    assertThat(found("{a" + "|b c".repeat(50_000) + "}")).isEmpty();
    assertThat(found("{ab ".repeat(20_000) + "|")).isEmpty();
    assertThat(found("{Hi|Hello} ".repeat(500))).hasSize(DefectScanner.MAX_DEFECTS);
  }

  private static List<String> found(String text) {
    List<Defect> found = new ArrayList<>();
    Spintax.scan(text, found);
    return found.stream().map(defect -> text.substring(defect.start(), defect.end())).toList();
  }
}
