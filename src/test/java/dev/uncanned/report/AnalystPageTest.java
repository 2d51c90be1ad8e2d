package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.report.AnalystSource.ReachCell;
import dev.uncanned.report.AnalystSource.RejectedCell;
import dev.uncanned.report.AnalystSource.SimilarCell;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AnalystPageTest {

  private static AnalystSource source(long n, String text) {
    Map<Spread, List<Long>> spreads = new EnumMap<>(Spread.class);
    for (Spread spread : Spread.values()) {
      spreads.put(spread, Collections.nCopies(spread.bins(), n));
    }
    return new AnalystSource(
        "r1",
        "1",
        n == 0 ? null : LocalDate.of(2026, 1, 2),
        LocalDate.of(2026, 10, 31),
        100 * n,
        spreads,
        Map.of(Spread.PERSONAL_LEVEL, 7 * n),
        n == 0 ? List.of() : List.of(new ReachCell(false, false, 2, 90, 100 * n)),
        5,
        n == 0 ? List.of() : List.of(new SimilarCell(SimilarCell.TEMPLATE, 15, 100 * n)),
        n == 0 ? List.of() : List.of(new RejectedCell(text, "csv_columns", n)),
        n == 0 ? Map.of() : Map.of("personal_level", Map.of(text, 7 * n)),
        List.of(
            new RunMetricRow(text, 0.5, "rows", text, "r1", "1", "k"),
            new RunMetricRow(ReplyHorizon.NAME, 30, "", "config", "r1", "1", "k")),
        List.of(
            new DataQualityRow(
                text, "run", null, 3, null, null, 1.0, null, "pass", "r1", "1", "k")));
  }

  @Test
  void showsEveryFigureAsPictureAndAsTable() {
    Document page = Jsoup.parse(HtmlReport.render(source(40, "eml")));
    assertThat(page.select("svg")).hasSize(Spread.values().length + 2);
    for (Element svg : page.select("svg")) {
      assertThat(svg.attr("role")).isEqualTo("img");
      assertThat(svg.nextElementSibling().selectFirst("table")).isNotNull();
    }
    assertThat(page.title()).isEqualTo("uncanned: how the figures are spread");
    assertThat(page.select("#missing td").eachText())
        .contains("A CSV row has the wrong number of cells.", "280");
    assertThat(page.select("#limit-1-title").text()).contains("recipients");
    assertThat(page.select(".hollow")).as("what is not certain is drawn open").isNotEmpty();
  }

  @Test
  void tellsWithinHowManyDaysAnAnswerCounted() {
    Document page = Jsoup.parse(HtmlReport.render(source(40, "eml")));
    Element latency =
        page.selectFirst("#spread-" + (Spread.REPLY_LATENCY.ordinal() + 1) + "-title")
            .closest(".card");
    assertThat(latency.text()).contains("Answers count within 30 days.", "7 d up");
    assertThat(page.text()).doesNotContain("14 d");
  }

  @Test
  void isDrawnWithoutAnyMessage() {
    Document page = Jsoup.parse(HtmlReport.render(source(0, "eml")));
    assertThat(page.select("svg")).isEmpty();
    assertThat(page.text()).contains("Not drawn", "Rejected records, by format of the input");
  }

  @Test
  void escapesHostileText() {
    List<String> names = elements("harmless");
    for (String payload : Payloads.ALL) {
      assertThat(elements(payload)).as(payload).isEqualTo(names);
    }
  }

  private static List<String> elements(String text) {
    Document page = Jsoup.parse(HtmlReport.render(source(40, text)));
    return page.getAllElements().stream()
        .map(
            element ->
                element.normalName()
                    + element.attributes().asList().stream().map(a -> a.getKey()).toList())
        .toList();
  }
}
