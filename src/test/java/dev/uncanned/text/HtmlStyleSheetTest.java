package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlStyleSheetTest {

  private static String text(String css) {
    return HtmlText.of(
        "<html><head><style>"
            + css
            + "</style></head><body><span class='a preheader' id=top>Preview</span>"
            + "<p>seen</p></body></html>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".preheader{display:none}",
        ".preheader { display: none !important; visibility: hidden }",
        "p{color:red} .x , span.preheader{ mso-hide:all; display:none; }",
        "#top{display:none}",
        "@import url(x.css); .preheader{max-height:0}",
        "@media (max-width:600px){ .b{display:block} .c{color:red} } .preheader{display:none}",
        "<!-- /* preview } */ .PREHEADER{opacity:0} -->",
        ".preheader{display:none",
      })
  void dropsWhatAClassOrAnIdHides(String css) {
    assertThat(text(css)).isEqualTo("seen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".preheader{color:white}",
        "@media print{.preheader{display:none}}",
        "@media (max-width:600px){ .b{display:block} .preheader{display:none} }",
        ".b .preheader{display:none}",
        ".preheader:empty{display:none}",
        ".preheader img{display:none}",
        ".preheader[data-x]{display:none}",
        "span{display:none",
        ".preheaders{display:none}",
        ".preheader{display:none} .preheader{display:block}",
        "/* .preheader{display:none} */",
        ".preheader{mso-hide:all}",
        "@media{.preheader{display:none}",
      })
  void keepsWhatNoSimpleRuleHides(String css) {
    assertThat(text(css)).isEqualTo("Preview\n\nseen");
  }

  @Test
  void anElementThatIsDisplayedByItselfIsSeen() {
    assertThat(
            HtmlText.of("<style>.x{display:none}</style><p class=x style='display:block'>seen</p>"))
        .isEqualTo("seen");
  }

  @Test
  void buttonsOutsideOfOutlookAreSeen() {
    assertThat(
            HtmlText.of(
                "<p>Hi</p><!--[if mso]><v:roundrect><center>Save my seat</center></v:roundrect>"
                    + "<![endif]--><a style='display:inline-block;mso-hide:all;'>Save my seat</a>"))
        .isEqualTo("Hi\n\nSave my seat");
  }

  @Test
  void readsHostileSheetsInLinearTime() {
    for (String part : new String[] {"{", "}", "@media{", ".a{", "/*", ",", ".a,", ";", ":"}) {
      assertThat(HtmlText.of("<style>" + part.repeat(60_000) + "</style>x")).isEqualTo("x");
      assertThat(HtmlText.of("<p style='" + part.repeat(500_000) + "'>x</p>")).isEqualTo("x");
    }
  }
}
