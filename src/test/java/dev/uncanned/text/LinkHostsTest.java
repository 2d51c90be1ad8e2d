package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHostsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://www.Acme.example/demo?u=other.com now | acme.example",
        "at http://calendly.com/ann/15min. | calendly.com",
        "visit www.acme.example, please | acme.example",
        "our site acme.io/pricing | acme.io",
        "(https://news.acme.co.uk:8080/x) | news.acme.co.uk",
        "<https://a.example/b.com/c> | a.example",
        "HTTPS://ACME.COM | acme.com",
        "详情见https://acme.example/a。请您看看 | acme.example",
        "见https://acme.example，谢谢 | acme.example",
        "见acme.com谢谢 | acme.com",
        "https://例え.jp/aをご覧 | 例え.jp",
        "https://www.한국.kr에서 | 한국.kr"
      })
  void findsTheHostOfALink(String text, String host) {
    assertThat(LinkHosts.of(text)).containsExactly(host);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to ann.lee@acme.com today",
        "mailto:ann@acme.com",
        "that was it.Then we met",
        "version 3.14 of node.js",
        "https:// nothing",
        "http://localhost/x"
      })
  void takesNothingElseForALink(String text) {
    assertThat(LinkHosts.of(text)).isEmpty();
  }

  @Test
  void listsEachHostOnceAndSorted() {
    assertThat(LinkHosts.of("https://b.example/1 a.com https://b.example/2"))
        .containsExactly("a.com", "b.example");
    assertThat(LinkHosts.of(null)).isEmpty();
    assertThat(LinkHosts.of("")).isEmpty();
  }
}
