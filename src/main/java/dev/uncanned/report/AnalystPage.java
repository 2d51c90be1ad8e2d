package dev.uncanned.report;

import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.report.AnalystSource.RejectedCell;
import dev.uncanned.report.ReportModel.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the analyst's page: spreads, limits, what is missing and what was measured. */
final class AnalystPage {

  private final AnalystSource source;
  private final Html html = new Html();
  private final PageParts parts = new PageParts(html);

  private AnalystPage(AnalystSource source) {
    this.source = source;
  }

  static Html body(AnalystSource source) {
    AnalystPage page = new AnalystPage(source);
    page.head();
    page.html.open("main", "id", "content").line();
    page.spreads();
    page.sensitivity();
    page.missing();
    page.run();
    page.html.close("main").line();
    return page.html;
  }

  /** All that it shows, in its order. */
  static List<DataTable> tables(AnalystSource source) {
    AnalystPage page = new AnalystPage(source);
    List<DataTable> tables = new ArrayList<>();
    for (Spread spread : Spread.values()) {
      tables.add(page.bars(spread).table());
    }
    tables.add(Sensitivity.byReach(source.reach(), source.massReach()).table());
    tables.add(Sensitivity.bySimilarity(source.similar()).table());
    tables.addAll(List.of(page.rejected(), page.nullReasons(), page.checks()));
    page.metrics().forEach((step, rows) -> tables.add(metrics(step, rows)));
    return tables;
  }

  private Bars bars(Spread spread) {
    List<Long> counts = source.spreads().get(spread);
    return Spreads.of(spread, counts, source.unknown().getOrDefault(spread, 0L));
  }

  private Map<String, List<RunMetricRow>> metrics() {
    Map<String, List<RunMetricRow>> bySteps = new TreeMap<>();
    for (RunMetricRow row : source.metrics()) {
      bySteps.computeIfAbsent(row.stage(), step -> new ArrayList<>()).add(row);
    }
    return bySteps;
  }

  private void head() {
    String first = Figures.count(source.firstMessages(), "first message", "first messages");
    String period = Figures.day(source.firstDay()) + " to " + Figures.day(source.asOf());
    parts.head(
        "How the figures are spread, and what they hang on",
        "For analysts: " + first + " of ours, delivery by delivery.",
        List.of(
            new Fact("Period", period),
            new Fact("Run", source.runId()),
            new Fact("Metric version", source.metricVersion())));
  }

  private void section(String id, String title, String note) {
    parts.section(id, title);
    parts.paragraph(note, "note");
  }

  private void card(Bars bars, String id, String note) {
    html.open("div", "class", "card").line();
    html.element("h3", bars.title()).line();
    parts.paragraph(bars.description() + note, "note");
    if (bars.isEmpty()) {
      parts.paragraph("Not drawn: there is none.", "note");
    } else {
      html.add(BarChart.draw(bars, id));
    }
    bars.table().writeFoldedTo(html, "Figures as a table");
    html.close("div").line();
  }

  private void spreads() {
    section(
        "spreads",
        "Distributions",
        "Bars are shares of the deliveries whose figure is known, each with its count. Classes are"
            + " of unequal width.");
    html.open("div", "class", "pair").line();
    for (Spread spread : Spread.values()) {
      card(bars(spread), "spread-" + (spread.ordinal() + 1), limit(spread));
    }
    html.close("div").line();
    parts.endSection();
  }

  /** How high a figure can be at all, where a parameter of the run decides it. */
  private String limit(Spread spread) {
    return spread == Spread.REPLY_LATENCY
        ? " Answers count within " + ReplyHorizon.words(ReplyHorizon.days(source.metrics())) + "."
        : "";
  }

  private void sensitivity() {
    section(
        "sensitivity",
        "What the mass share hangs on",
        "Counted from what the run has published, so only as far as that tells. A lower similarity"
            + " than that of the run would join texts that stand apart here, and every other limit"
            + " changes templates and campaigns themselves: for that, uncanned sweep reads the"
            + " archives anew.");
    html.open("div", "class", "pair").line();
    card(
        Sensitivity.byReach(source.reach(), source.massReach()),
        "limit-1",
        " Open bars: may be, where the template alone decides and its reach is known by class only."
            + " Mass sends that only their headers prove count at every limit.");
    card(
        Sensitivity.bySimilarity(source.similar()),
        "limit-2",
        " What is left if texts less similar to the medoid of their template are no copies of it;"
            + " that the reach of the others shrinks with them is not counted. Mass sends that"
            + " campaign or headers prove stay.");
    html.close("div").line();
    parts.endSection();
  }

  private void missing() {
    section(
        "missing",
        "What is missing, and why",
        "Records that could not be read, and figures that a first message of ours has not.");
    parts.table(rejected());
    parts.table(nullReasons());
    parts.endSection();
  }

  private DataTable rejected() {
    List<List<String>> rows =
        source.rejected().stream()
            .sorted(Comparator.comparing(RejectedCell::format).thenComparing(RejectedCell::reason))
            .map(
                cell ->
                    List.of(
                        cell.format(),
                        Vocabulary.name(cell.reason()),
                        Figures.count(cell.n()),
                        Vocabulary.reject(cell.reason())))
            .toList();
    return new DataTable(
        "Rejected records, by format of the input and reason",
        List.of(
            DataTable.words("Format"),
            DataTable.words("Reason"),
            DataTable.figures("Records"),
            DataTable.words("Meaning")),
        rows);
  }

  private DataTable nullReasons() {
    List<List<String>> rows = new ArrayList<>();
    new TreeMap<>(source.nullReasons())
        .forEach(
            (figure, reasons) ->
                new TreeMap<>(reasons)
                    .forEach(
                        (reason, n) ->
                            rows.add(
                                List.of(
                                    figure,
                                    Vocabulary.name(reason),
                                    Figures.count(n),
                                    Figures.rate(n, source.firstMessages()),
                                    Vocabulary.nullReason(reason)))));
    return new DataTable(
        "First messages of ours without a figure, by figure and reason",
        List.of(
            DataTable.words("Figure"),
            DataTable.words("Reason"),
            DataTable.figures("First messages"),
            DataTable.figures("Share"),
            DataTable.words("Meaning")),
        rows);
  }

  private void run() {
    section(
        "run",
        "What the run measured",
        "Checks of the input with the limits that were in force, and all figures of run_metrics;"
            + " those of the step config are its parameters.");
    parts.table(checks());
    metrics()
        .forEach((step, rows) -> metrics(step, rows).writeFoldedTo(html, "Figures of: " + step));
    parts.endSection();
  }

  private DataTable checks() {
    List<List<String>> rows =
        source.checks().stream()
            .filter(row -> row.scope().equals("run"))
            .sorted(Comparator.comparing(DataQualityRow::check_name))
            .map(
                row ->
                    List.of(
                        Vocabulary.name(row.check_name()),
                        row.verdict(),
                        Figures.count(row.n()),
                        row.of_n() == null ? Figures.NONE : Figures.count(row.of_n()),
                        plain(row.warn_above()),
                        plain(row.fail_above())))
            .toList();
    return new DataTable(
        "Checks of the run",
        List.of(
            DataTable.words("Check"),
            DataTable.words("Verdict"),
            DataTable.figures("n"),
            DataTable.figures("Of"),
            DataTable.figures("Warns above"),
            DataTable.figures("Fails above")),
        rows);
  }

  private static DataTable metrics(String step, List<RunMetricRow> metrics) {
    List<List<String>> rows =
        metrics.stream()
            .sorted(Comparator.comparing(RunMetricRow::name))
            .map(row -> List.of(row.name(), plain(row.value()), row.unit()))
            .toList();
    return new DataTable(
        "Figures of the step " + step,
        List.of(DataTable.words("Name"), DataTable.figures("Value"), DataTable.words("Unit")),
        rows);
  }

  /** A number as it is, without zeros behind it. */
  private static String plain(Double value) {
    return value == null
        ? Figures.NONE
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
