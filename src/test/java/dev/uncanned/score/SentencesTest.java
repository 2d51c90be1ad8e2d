package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static List<String> texts(String text) {
    return of(text, null).stream().map(s -> text.substring(s.start(), s.end())).toList();
  }

  private static List<Sentence> of(String text, List<Integer> spans) {
    return Sentences.of(text, new Masker().places(text, null, List.of()), spans);
  }

  @Test
  void endsSentencesAtMarksAndLines() {
    assertThat(texts("Hi Ann,\n\nHow are you? I read it!! \"Great.\" Bye\nMax"))
        .containsExactly("Hi Ann,", "How are you?", "I read it!!", "\"Great.\"", "Bye", "Max");
  }

  @Test
  void keepsLinksNumbersInitialsAndTitlesWhole() {
    assertThat(texts("See https://a.example.com/x.y now. Grew 3.5 % at J. Doe and Dr. Ng. Yes"))
        .containsExactly(
            "See https://a.example.com/x.y now.", "Grew 3.5 % at J. Doe and Dr. Ng.", "Yes");
  }

  @Test
  void readsOnOverWrappedLines() {
    String wrapped =
        "We have spoken to several people in your team about the\nwarehouse. It went well.";
    assertThat(texts(wrapped)).hasSize(2).last().isEqualTo("It went well.");
  }

  @Test
  void endsChineseAndHindiSentences() {
    assertThat(texts("你好。我看了你的文章！谢谢")).containsExactly("你好。", "我看了你的文章！", "谢谢");
    assertThat(texts("नमस्ते। धन्यवाद")).hasSize(2);
  }

  @Test
  void putsEachTokenIntoOneSentence() {
    for (String text :
        List.of("", " \n ", "...", "a. b. c", "x.\n\n\ny? z", "你好。a½ b.ﬁ c\u200B.")) {
      TokenPlaces places = new Masker().places(text, null, List.of());
      int next = 0;
      for (Sentence sentence : Sentences.of(text, places, null)) {
        assertThat(sentence.first_token()).isEqualTo(next);
        next = sentence.end_token();
      }
      assertThat(next).isEqualTo(places.count());
    }
  }

  @Test
  void countsCustomisedWords() {
    String text = "Hi Ann, we sell. Your talk on Rust was good. Call me";
    List<Sentence> sentences = of(text, List.of(4, 10));
    assertThat(sentences).extracting(Sentence::customised_words).containsExactly(0, 6, 0);
    assertThat(sentences).extracting(Sentence::customised).containsExactly(false, true, false);
    assertThat(sentences.get(0).words()).isEqualTo(3);
    assertThat(of(text, List.of(4, 99)).get(2).customised_words()).isEqualTo(2);
  }
}
