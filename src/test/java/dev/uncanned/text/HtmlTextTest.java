package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

  @Test
  void breaksLinesAtBlocksAndListItems() {
    assertThat(
            HtmlText.of("<p>Hi <b>Ann</b>,</p><div>one<br>two</div><ul><li>a</li><li>b</li></ul>"))
        .isEqualTo("Hi Ann,\n\none\ntwo\n\n- a\n- b");
  }

  @Test
  void dropsWhatIsNotSeen() {
    assertThat(
            HtmlText.of(
                "<head><title>t</title><style>x{}</style></head><div style='DISPLAY:"
                    + " none'>pre</div><span"
                    + " style='font-size:0px'>tiny</span><script>s</script><img src=x alt=y><!-- c"
                    + " -->seen"))
        .isEqualTo("seen");
  }

  @Test
  void keepsTextInsideTinyWrappersThatSetTheirOwnSize() {
    assertThat(HtmlText.of("<td style='font-size:0'><p style='font-size:14px'>text</p></td>"))
        .isEqualTo("text");
    assertThat(HtmlText.of("<p style='font-size:0.9em'>text</p>")).isEqualTo("text");
  }

  @Test
  void marksQuotedThreads() {
    String html = "<div>new</div><div class='gmail_quote'>old<br>older</div>";
    assertThat(HtmlText.of(html)).isEqualTo("new\n> old\n> older");
    assertThat(HtmlText.of("<p>new</p><div id='divRplyFwdMsg'>From: x</div><div>old</div>"))
        .startsWith("new")
        .contains("> From: x", "> old");
  }

  @Test
  void keepsLinkTextsWithoutTargets() {
    assertThat(HtmlText.of("<a href='https://x.example'>our site</a>")).isEqualTo("our site");
  }

  @Test
  void survivesDeepNesting() {
    assertThat(HtmlText.of("<div>".repeat(200_000) + "deep")).contains("deep");
    assertThat(HtmlText.of("<b><i><font>".repeat(3_000) + "x")).contains("x");
  }

  @Test
  void dropsEveryKindOfHiddenPreview() {
    for (String style :
        new String[] {
          "display:none",
          "display: none !important; visibility: hidden",
          "DISPLAY:NONE",
          "display:none;mso-hide:all",
          "height:0;width:0;overflow:hidden;font-size:1px",
          "height:0px; overflow:hidden",
          "overflow: hidden; width: 0",
          "max-height:0px;overflow:hidden",
          "max-height: 0; font-size: 0",
          "font-size:0",
          "font-size: 0px; line-height: 0",
          "font-size:1px;color:#ffffff;opacity:0;overflow:hidden",
          "visibility:hidden",
          "opacity:0"
        }) {
      assertThat(HtmlText.of("<div style='" + style + "'>Preview &zwnj;</div><p>seen</p>"))
          .as(style)
          .isEqualTo("seen");
    }
  }

  @Test
  void keepsWhatOnlyLooksHidden() {
    for (String style :
        new String[] {
          "display:block",
          "max-height:0.5em",
          "max-height:100px",
          "opacity:0.9",
          "font-size:10px",
          "line-height:0",
          "mso-hide:all",
          "height:0",
          "width:0.5em;overflow:hidden",
          "line-height:0;overflow:hidden",
          "max-width:0;overflow:hidden",
          "border-width:0;overflow:hidden"
        }) {
      assertThat(HtmlText.of("<p style='" + style + "'>seen</p>")).as(style).isEqualTo("seen");
    }
  }

  @Test
  void dropsTrackingPixels() {
    assertThat(
            HtmlText.of(
                "<p>seen</p><img src='https://t.example/o/1.gif' width=1 height=1"
                    + " alt='pixel'><table"
                    + " background='https://t.example/p'><tr><td></td></tr></table><div"
                    + " style=\"background:url('https://t.example/x')\"></div><object"
                    + " data='x'>o</object><iframe src='x'>i</iframe><svg><text>s</text></svg>"))
        .isEqualTo("seen");
  }

  @Test
  void dropsStylesAndScriptsWhereverTheyStand() {
    assertThat(
            HtmlText.of(
                "<html><head><title>t</title><meta name=x content=y></head><body>one"
                    + "<style>p { color: red }</style><script>var a = '<p>no</p>';</script>"
                    + "<!--[if mso]><p>office</p><![endif]--><noscript>no</noscript> two"))
        .isEqualTo("one two");
  }

  @Test
  void readsFourMebiCharactersAndNoMore() {
    int half = 2 * 1024 * 1024;
    String text = HtmlText.of("<p>" + "a ".repeat(half - 10) + "</p><p>end</p>" + "b".repeat(half));
    assertThat(text).startsWith("a a").contains("end").hasSizeLessThanOrEqualTo(2 * half);
    assertThat(HtmlText.of("<p>" + "a ".repeat(half) + "</p><p>end</p>")).doesNotContain("end");
  }

  @Test
  void survivesAMillionNestedTags() {
    assertThat(HtmlText.of("<div>".repeat(830_000) + "deep")).contains("deep");
    assertThat(HtmlText.of("<b>".repeat(1_000_000) + "deep")).contains("deep");
    assertThat(HtmlText.of("<a><b>".repeat(600_000) + "deep" + "</b></a>".repeat(10)))
        .contains("deep");
    assertThat(HtmlText.of("<".repeat(1_000_000))).isNotNull();
    assertThat(HtmlText.of("<table><tr><td>".repeat(10_000) + "deep")).contains("deep");
  }
}
