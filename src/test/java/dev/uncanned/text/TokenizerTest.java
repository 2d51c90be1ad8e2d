package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  @Test
  void dropsPunctuationAndEmojiAndKeepsApostrophes() {
    assertThat(Tokenizer.words("Don\u2019t wait \uD83D\uDE00 -- it's 'now'!"))
        .containsExactly("don't", "wait", "it's", "now");
  }

  @Test
  void cutsScriptsWithoutSpacesIntoThreeGrams() {
    assertThat(Tokenizer.words("你好世界 ok")).containsExactly("你好世", "好世界", "ok");
  }

  @Test
  void seesPatternsAsOneToken() {
    assertThat(kinds("see https://a.example/x?y=1, www.b.example or acme.com/demo"))
        .containsExactly(null, Placeholder.URL, Placeholder.URL, null, Placeholder.URL);
    assertThat(kinds("ann.lee+x@acme.example")).containsExactly(Placeholder.EMAIL);
    assertThat(kinds("+49 30 1234567")).containsExactly(Placeholder.PHONE);
    assertThat(kinds("(555) 123-4567")).containsExactly(Placeholder.PHONE);
    assertThat(kinds("35% of 1,000")).containsExactly(Placeholder.NUM, null, Placeholder.NUM);
  }

  @Test
  void readsDatesInManyForms() {
    for (String date :
        List.of(
            "2026-11-22",
            "22.11.2026",
            "11/22/26",
            "10:30",
            "November 22",
            "22 November 2026",
            "22 de noviembre de 2026",
            "Nov 22nd, 2026",
            "22. März")) {
      assertThat(kinds(date)).as(date).containsExactly(Placeholder.DATE);
    }
  }

  @Test
  void findsEveryMergeSyntax() {
    for (String token :
        List.of(
            "{name}",
            "{{first_name}}",
            "[First Name]",
            "<First Name>",
            "%FIRSTNAME%",
            "%%x%%",
            "*|FNAME|*",
            "${x}",
            "$name$",
            "\u00ABname\u00BB",
            "#name#")) {
      assertThat(kinds(token)).as(token).containsExactly(Placeholder.TOKEN);
    }
  }

  @Test
  void leavesOrdinarySignsAlone() {
    assertThat(kinds("I <3 it [see below] costs $5 #hiring 50% off"))
        .doesNotContain(Placeholder.TOKEN);
  }

  @Test
  void readsHugeTextsInLinearTime() {
    assertThat(Tokenizer.words("a@".repeat(200_000))).isNotEmpty();
    assertThat(Tokenizer.words("{".repeat(300_000))).isEmpty();
    assertThat(Tokenizer.words("1-".repeat(200_000))).isNotEmpty();
  }

  private static List<Placeholder> kinds(String text) {
    Tokenizer tokenizer = new Tokenizer();
    tokenizer.read(Folding.compatible(text));
    List<Placeholder> kinds = new ArrayList<>();
    for (int i = 0; i < tokenizer.count(); i++) {
      kinds.add(tokenizer.kind(i));
    }
    return kinds;
  }
}
