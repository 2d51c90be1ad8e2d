package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlEntitiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ol&aacute; Ann&#44; voc&ecirc; j&aacute; viu as solu&ccedil;&otilde;es? | Olá Ann, você já viu as soluções?
          &Eacute; r&aacute;pido &ndash; 15 minutos &raquo; ter&ccedil;a | É rápido – 15 minutos » terça
          No&euml;l, &agrave; bient&ocirc;t &laquo; c&oelig;ur &raquo; | Noël, à bientôt « cœur »
          &iquest;Ma&ntilde;ana? &iexcl;S&iacute;! | ¿Mañana? ¡Sí!
          Gr&uuml;&szlig;e aus K&ouml;ln, &Uuml;bermorgen &bdquo;ja&ldquo; | Grüße aus Köln, Übermorgen „ja“
          perch&eacute; no&comma; &egrave; cos&igrave; | perché no, è così
          ge&iuml;nteresseerd&quest; 40&nbsp;&euro; | geïnteresseerd? 40\u00A0€
          H&aring;kan &amp; S&oslash;ren | Håkan & Søren
          """)
  void decodesNamesOfAnyLanguage(String text, String decoded) {
    assertThat(HtmlEntities.decode(text)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT&T and R&D; P&L, Q&A; B&Bs; H&M; S&P; T&Cs;",
        "https://x.example/?a=1&copy=2&reg=3&amp=4&eacute",
        "https://x.example/?a=1&lang=de;b&not a name;",
        "&bogus; & <b> &; &#; &#x; &amp",
        "&#99999999999; &#xD800; &",
      })
  void whatIsNoEntityStays(String text) {
    assertThat(HtmlEntities.decode(text)).isEqualTo(text);
  }

  @Test
  void decodesWithoutTouchingTags() {
    assertThat(HtmlEntities.decode("a &amp; b &#39;c&#x27; <3 &nbsp;&rsquo; & <b>&lt;"))
        .isEqualTo("a & b 'c' <3 \u00A0\u2019 & <b><");
  }

  @Test
  @Timeout(120)
  void readsHostileTextsInLinearTime() {
    assertThat(HtmlEntities.decode("&".repeat(2_000_000))).hasSize(2_000_000);
    assertThat(HtmlEntities.decode("&#".repeat(1_000_000) + ";")).isNotEmpty();
  }
}
