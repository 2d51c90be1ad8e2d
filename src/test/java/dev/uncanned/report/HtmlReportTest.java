package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import dev.uncanned.mart.TeamSummaryRow;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlReportTest {

  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern SVG = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"full", "empty"})
  void looksAsItDidBefore(String name) throws IOException {
    String page = HtmlReport.render(source(name));
    Path expected = Path.of("src/test/resources/golden/report", name + ".html");
    Path actual = Path.of("target/golden/report", name + ".html");
    if (!Files.exists(expected) || !Files.readString(expected).equals(page)) {
      Files.createDirectories(actual.getParent());
      Files.writeString(actual, page);
      fail("the page differs from " + expected + "; look at " + actual + " and copy it if right");
    }
  }

  private static ReportSource source(String name) {
    return name.equals("full") ? MadeUpReport.full() : MadeUpReport.empty();
  }

  @Test
  void doesNotDependOnTheOrderOfRows() {
    assertThat(HtmlReport.render(MadeUpReport.reversed(MadeUpReport.full())))
        .isEqualTo(HtmlReport.render(MadeUpReport.full()));
  }

  @Test
  void doesNotDependOnTheLocale() {
    String page = HtmlReport.render(MadeUpReport.full());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(HtmlReport.render(MadeUpReport.full())).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void allowsItsOneStyleElementByHash() throws Exception {
    String page = HtmlReport.render(MadeUpReport.full());
    Matcher style = STYLE.matcher(page);
    assertThat(style.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(style.find()).isFalse();
    Document parsed = Jsoup.parse(page);
    assertThat(parsed.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; img-src data:; base-uri 'none'; form-action 'none'");
  }

  @Test
  void escapesHostileTextInEveryPlace() {
    for (String payload : Payloads.ALL) {
      String page = HtmlReport.render(MadeUpReport.hostile(payload));
      assertThat(page).as(payload).doesNotContain("<script", "style=\"");
      assertHarmless(Jsoup.parse(page), payload);
    }
  }

  @Test
  void showsHostileTextAsTextInEveryPlace() {
    Document page = Jsoup.parse(HtmlReport.render(MadeUpReport.hostile("<b onclick=x()>\"'&")));
    String[] places = {
      "h3", "th", "td", "li", "dd", "caption", ".skeleton", "svg title", "svg text", ".id"
    };
    for (String place : places) {
      assertThat(page.select(place).stream().map(Element::text))
          .as(place)
          .anySatisfy(text -> assertThat(text).contains("<b on"));
    }
  }

  /** Names of elements and attributes must be those of the page without hostile text. */
  private static void assertHarmless(Document page, String payload) {
    Document clean = Jsoup.parse(HtmlReport.render(MadeUpReport.hostile("harmless")));
    assertThat(names(page)).as(payload).isEqualTo(names(clean));
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(payload).doesNotStartWith("on").isNotEqualTo("style");
      }
    }
  }

  private static List<String> names(Document page) {
    List<String> names = new ArrayList<>();
    // Whether the name of a sender is drawn depends on the room that it takes.
    page.select("svg text.value").remove();
    for (Element element : page.body().getAllElements()) {
      StringBuilder name = new StringBuilder(element.normalName());
      element.attributes().forEach(attribute -> name.append(' ').append(attribute.getKey()));
      names.add(name.toString());
    }
    return names;
  }

  @Test
  void drawsEveryPictureAsWellFormedXml() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    String pages =
        HtmlReport.render(MadeUpReport.full())
            + HtmlReport.render(MadeUpReport.hostile("<x>&\"'\u0000\u0001\uFFFE]]>\uD800"));
    Matcher svg = SVG.matcher(pages);
    int pictures = 0;
    while (svg.find()) {
      pictures++;
      var root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg.group())))
              .getDocumentElement();
      assertThat(root.getAttribute("role")).isEqualTo("img");
      assertThat(root.getElementsByTagName("title").getLength()).isEqualTo(1);
      assertThat(root.getElementsByTagName("desc").getLength()).isEqualTo(1);
    }
    assertThat(pictures).isEqualTo(12);
  }

  @Test
  void everyPictureHasATableWithTheSameNumbers() {
    Document page = Jsoup.parse(HtmlReport.render(MadeUpReport.full()));
    ReportModel model = ReportBuilder.build(MadeUpReport.full());
    assertThat(page.select("svg")).hasSize(model.trends().size() + 3);
    for (Element svg : page.select("svg")) {
      Element card = svg.closest(".card");
      assertThat(card.select("details table tbody tr")).isNotEmpty();
    }
    for (int i = 0; i < model.trends().size(); i++) {
      assertTwin(page, "trend-" + (i + 1), model.trends().get(i).table());
      int drawn = svg(page, "trend-" + (i + 1)).select(".point, .hollow, .unusual").size();
      assertThat(drawn).isEqualTo((int) model.trends().get(i).shown().count());
    }
    assertTwin(page, "funnel", model.funnel().table());
    assertThat(svg(page, "funnel").select(".point, .unusual"))
        .hasSize(model.funnel().senders().size());
    assertTwin(page, "levels", model.levels().table());
    assertTwin(page, "reach", model.reach().table());
    assertThat(svg(page, "reach").select(".bar")).hasSize(model.reach().bars().size());
  }

  private static Element svg(Document page, String id) {
    return page.getElementById(id + "-title").closest("svg");
  }

  private static void assertTwin(Document page, String id, DataTable expected) {
    List<List<String>> rows =
        svg(page, id).closest(".card").select("details table tbody tr").stream()
            .map(row -> row.children().stream().map(Element::wholeText).toList())
            .toList();
    assertThat(rows).isEqualTo(expected.rows());
  }

  @Test
  void headingsFollowEachOtherWithoutGapsAndIdsAreUnique() {
    Document page = Jsoup.parse(HtmlReport.render(MadeUpReport.full()));
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
    int before = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).isLessThanOrEqualTo(before + 1);
      before = level;
    }
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void everyLinkLeadsToAPlaceOnThePage() {
    Document page = Jsoup.parse(HtmlReport.render(MadeUpReport.full()));
    assertThat(page.select("a")).isNotEmpty();
    for (Element link : page.select("a")) {
      assertThat(link.attr("href")).startsWith("#");
      assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
    }
    assertThat(svg(page, "levels").select("a[href=#template-T1]")).hasSize(1);
    assertThat(page.select("#fix a[href=#template-T3]")).hasSize(1);
    assertThat(page.select("#campaign-C2 a[href=#template-T2]")).hasSize(1);
  }

  @Test
  void writesNoLinkThatLeavesThePage() {
    for (String place : List.of("https://a", "javascript:x", "a\"b", "", "T1")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Html().openLink(place));
    }
  }

  @Test
  void theFunnelSpreadsSendersOverItsWidth() {
    List<Funnel.Sender> senders =
        List.of(
            new Funnel.Sender("a", new Count(200, 400)),
            new Funnel.Sender("b", new Count(210, 480)));
    List<Double> xs =
        Jsoup.parse(FunnelChart.draw(Funnel.of(senders), "f").toString())
            .select(".point, .unusual")
            .stream()
            .map(point -> Double.valueOf(point.attr("cx")))
            .toList();
    for (Element point :
        Jsoup.parse(FunnelChart.draw(Funnel.of(senders), "f").toString()).select(".point")) {
      assertThat(Double.parseDouble(point.attr("cy"))).isBetween(16.0, 284.0);
    }
    assertThat(xs).hasSize(2).allMatch(x -> x > 60 && x < 460);
    assertThat(Math.abs(xs.get(0) - xs.get(1))).isGreaterThan(130);
  }

  @Test
  void theFunnelIsDrawnWhereAllSharesAreNoneOrAll() {
    for (long hits : List.of(0L, 100L)) {
      Funnel funnel = Funnel.of(List.of(new Funnel.Sender("a", new Count(hits, 100))));
      assertThat(FunnelChart.draw(funnel, "f").toString()).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void drawsNoLevelsWhereEveryGroupHasTooFew() {
    TeamSummaryRow few = MadeUpReport.team("Team North", null, true, 24, 9, 0, 0, 3.0);
    Document page = Jsoup.parse(HtmlReport.render(MadeUpReport.of(List.of(few), List.of())));
    Element card = page.selectFirst(".levels");
    assertThat(card.select("svg")).isEmpty();
    assertThat(card.text()).contains("fewer than 30 such messages: Team North (n = 13).");
    assertThat(card.select("details table tbody tr")).hasSize(1);
  }

  @Test
  void saysThatNothingWasFoundInAnEmptySource() {
    Document page = Jsoup.parse(HtmlReport.render(MadeUpReport.empty()));
    assertThat(page.selectFirst(".summary").text()).startsWith("No first message");
    assertThat(page.select(".tile")).hasSize(6).allMatch(tile -> tile.hasClass("tile-empty"));
    assertThat(page.select("svg")).isEmpty();
    assertThat(page.select("main > section")).hasSize(8);
    assertThat(page.text()).doesNotContain("null", "NaN", "Infinity");
  }
}
