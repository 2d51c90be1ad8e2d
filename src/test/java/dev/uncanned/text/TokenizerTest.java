package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
      "𑄄𑄧",
      "๕",
      "១",
      "USD"
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

  /** Text, and what of it is the address. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          详情见https://example.com/a。请您看看 | https://example.com/a
          见https://example.com，谢谢！ | https://example.com
          请看（https://example.com/a?b=1&c=2）再回复 | https://example.com/a?b=1&c=2
          「https://example.com/a」をご覧ください | https://example.com/a
          《https://example.com/a》、【https | https://example.com/a
          资料https://example.com/a请您看看 | https://example.com/a
          資料はhttps://example.jp/lpをご覧ください | https://example.jp/lp
          자료는 https://example.co.kr/a에서 확인하세요 | https://example.co.kr/a
          ดูที่https://example.co.th/aขอบคุณครับ | https://example.co.th/a
          见example.com/demo，谢谢 | example.com/demo
          见www.example.com/demo谢谢 | www.example.com/demo
          التفاصيل https://example.com/ar، شكرا | https://example.com/ar
          यहाँ https://example.com/hi। धन्यवाद | https://example.com/hi
          “https://example.com/a” ok | https://example.com/a
          https://example.com/%E4%B8%AD%E6%96%87?q=%E8%AF%B7 请 | https://example.com/%e4%b8%ad%e6%96%87?q=%e8%af%b7
          https://example.com/wiki/中文 好 | https://example.com/wiki/
          https://пример.рф/путь/а да | https://пример.рф/путь/а
          https://例え.jp/aをご覧 | https://例え.jp/a
          https://例え.jpをご覧ください。 | https://例え.jp
          https://www.한국.kr에서 | https://www.한국.kr
          https://中文.中国请看 | https://中文.中国
          https://abc中文.com/x | https://abc中文.com/x
          https://example.com.请看 | https://example.com
          https://𠮷野.jp/𠮷 | https://𠮷野.jp/
          """)
  void endsAnAddressBeforeTheClauseBehindIt(String text, String address) {
    Tokenizer tokenizer = new Tokenizer();
    tokenizer.read(Folding.compatible(text));
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < tokenizer.count(); i++) {
      if (tokenizer.kind(i) == Placeholder.URL) {
        addresses.add(tokenizer.token(i));
      }
    }
    assertThat(addresses).containsExactly(address);
  }

  @Test
  void keepsTheClauseBehindAnAddress() {
    assertThat(Tokenizer.words("见https://example.com/a。请您看看，https:谢谢"))
        .containsExactly("见", "https://example.com/a", "请您看", "您看看", "https", "谢谢");
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
    assertThat(Tokenizer.words("https://例.".repeat(100_000))).isNotEmpty();
    assertThat(Tokenizer.words("https://a".repeat(100_000))).isNotEmpty();
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
