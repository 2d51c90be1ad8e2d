package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi Ann, would you be open? | <div>Hi Ann,</div><div><br></div><div>would you be open?</div>",
        "Schöne Grüße, Jörg | <p>Sch&ouml;ne Gr&uuml;&szlig;e,&nbsp;J&#246;rg</p>",
        "réduire de moitié | <p>r&eacute;duire de moiti&#xe9;</p>",
        "¿Mañana, señor? | <b>&iquest;Ma&ntilde;ana,</b> se&ntilde;or?",
        "Op één lijn | <p>Op &eacute;&eacute;n lijn</p>",
        "Book here <https://cal.example/x> *now* | <a href='https://cal.example/x'>Book here</a> <b>now</b>",
        "Tom [image: logo] | Tom <img src='cid:1' alt='logo'>",
        "Tom [cid:image001.png@01DB] | Tom <img src='cid:1'>",
        "- one - two | <ul><li>one</li><li>two</li></ul>",
        "AT&T & you: I <3 it | <p>AT&amp;T &amp; you: I &lt;3 it</p>",
        "Hi | <html><head><style>p {color: red}</style><title>x</title></head><!-- y --><p>Hi"
      })
  void areTheSameInPlainTextAndHtml(String plain, String html) {
    assertThat(BareWords.of(html)).isEqualTo(BareWords.of(plain)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi Ann | Hi Anna",
        "Call at 9 | Call at 8",
        "Hi Ann | <p>Hi Ann</p><p>Also, one more thing</p>"
      })
  void areOthersInOtherTexts(String one, String other) {
    assertThat(BareWords.of(one)).isNotEqualTo(BareWords.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<br>", "\ud83d\udc4d", "?!", "caf\ufffd"})
  void haveNoHashWhereNobodyKnowsThem(String text) {
    assertThat(BareWords.hash(new ContentNames(), text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a  <b\n>c",
        "x &\n amp; y",
        "[image:\u00a0 z]",
        "e\u0301 <p >",
        "<",
        "&",
        "&#",
        "&#xffffff;",
        "[cid:"
      })
  void doNotDependOnWhiteSpaceThatIsCollapsed(String text) {
    assertThat(BareWords.of(CollapsedText.of(text))).isEqualTo(BareWords.of(text));
  }

  @Test
  void areTheSameWhetherATextHasMarkupOrNot() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 30; k++) {
        text.append("aZ09 '.-\t\n\u0001~@".charAt(random.nextInt(13)));
      }
      assertThat(BareWords.of(text.toString())).isEqualTo(BareWords.of(text + "<br>"));
    }
  }

  @Test
  @Timeout(120)
  void takeLinearTime() {
    for (String piece : new String[] {"<a", "<!--", "<style", "&#", "[image:", "<title>", "&amp"}) {
      assertThat(BareWords.of(piece.repeat(1_000_000))).isNotNull();
    }
  }

  @Test
  void areTheSameWhetherLookedAtOneByOneOrNot() {
    for (char c = 1; c < 0x2100; c++) {
      if ("<[&".indexOf(c) < 0) {
        assertThat(BareWords.of("a" + c + "Z")).isEqualTo(BareWords.of("a" + c + "Z<br>"));
      }
    }
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        int c = random.nextInt(8) == 0 ? 0x2000 + random.nextInt(0x70) : random.nextInt(0x300);
        text.append("<[&".indexOf(c) < 0 ? (char) c : ' ');
      }
      assertThat(BareWords.of(text.toString())).isEqualTo(BareWords.of(text + "<br>"));
    }
  }
}
