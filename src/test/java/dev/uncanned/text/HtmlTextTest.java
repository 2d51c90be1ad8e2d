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
                    + " --><i style='mso-hide: all'>m</i>seen"))
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
  void decodesEntitiesWithoutTouchingTags() {
    assertThat(HtmlText.decodeEntities("a &amp; b &#39;c&#x27; <3 &nbsp;&rsquo; &bogus; & <b>"))
        .isEqualTo("a & b 'c' <3 \u00A0\u2019 &bogus; & <b>");
    assertThat(HtmlText.decodeEntities("&#99999999999; &#xD800; &"))
        .isEqualTo("&#99999999999; &#xD800; &");
  }
}
