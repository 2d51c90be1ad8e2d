package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  void cutsRareHanAndKanaAndBopomofoAsTheCommonOnes() {
    assertThat(Tokenizer.words("𠮷野家𩸽丼 𪚥")).containsExactly("𠮷野家", "野家𩸽", "家𩸽丼", "𪚥");
    assertThat(Tokenizer.words("𠀀𠀁𠀂𠀃x")).containsExactly("𠀀𠀁𠀂", "𠀁𠀂𠀃", "x");
    assertThat(Tokenizer.words("佐々木二〇二六年")).hasSize(6).contains("佐々木", "〇二六");
    assertThat(Tokenizer.words("ㄅㄆㄇㄈ ㆠㆡㆢㆣ")).hasSize(4);
    assertThat(Tokenizer.words("アイㇰㇱ")).containsExactly("アイㇰ", "イㇰㇱ");
    assertThat(Tokenizer.words("abc𠮷野")).containsExactly("abc", "𠮷野");
    assertThat(Tokenizer.words("𛀁𛀂𛀃𛀄")).hasSize(2);
  }

  @Test
  void neverCutsACharacterInTheMiddle() {
    Random random = new Random(5);
    String[] pieces = {
      "𠮷",
      "野",
      "𛀁",
      "ア",
      "ㄅ",
      "𞤀",
      "𞤢",
      "𞥐",
      "𐐀",
      "𑄶",
      "😀",
      "a",
      "7",
      "'",
      " ",
      "@",
      ".com",
      "https://",
      "{",
      "สี",
      "김",
      "𑄄𑄧"
    };
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      for (String word : Tokenizer.words(text.toString())) {
        assertThat(word).as(text.toString()).isNotEmpty();
        assertThat(word.codePoints().noneMatch(TokenizerTest::isHalf)).as(word).isTrue();
      }
    }
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  @Test
  void readsDigitsAndWordsOfEveryPlane() {
    assertThat(kinds("call 𞥑𞥒 or 𑄷𑄸 now"))
        .containsExactly(null, Placeholder.NUM, null, Placeholder.NUM, null);
    assertThat(Tokenizer.words("𞤀𞤁𞤂 𞤢𞤣𞤤 𑄌𑄋𑄴𑄟𑄳𑄦"))
        .containsExactly("𞤢𞤣𞤤", "𞤢𞤣𞤤", "𑄌𑄋𑄴𑄟𑄳𑄦");
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
