package dev.uncanned.report;

import dev.uncanned.report.ReportModel.CampaignCard;
import dev.uncanned.report.ReportModel.Fact;
import dev.uncanned.report.ReportModel.TemplateCard;
import dev.uncanned.report.ReportModel.Tile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the page shows, for programs: maps, lists and texts in the order of the page.
 *
 * <p>Figures are written as on the page, but without the narrow spaces; exact ones are in the
 * tables.
 */
public final class ReportFigures {

  private static final String NARROW_SPACE = "\u202F";

  private ReportFigures() {}

  /** The figures of the manager's page for the given tables. */
  public static Map<String, Object> of(ReportSource source) {
    ReportModel model = ReportBuilder.build(source);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("summary", plain(model.summary()));
    all.put("facts", facts(model.facts()));
    all.put("tiles", model.tiles().stream().map(ReportFigures::tile).toList());
    all.put("campaigns", model.campaigns().stream().map(ReportFigures::campaign).toList());
    all.put("templates", model.templates().stream().map(ReportFigures::template).toList());
    all.put(
        "inbound_templates",
        model.inboundTemplates().stream().map(ReportFigures::template).toList());
    all.put("tables", tables(model).stream().map(ReportFigures::table).toList());
    all.put("to_fix", plain(model.toFix()));
    all.put("trust", plain(model.trust()));
    all.put("limits", plain(model.limits().notes()));
    return all;
  }

  /** The figures of the analyst's page. */
  public static Map<String, Object> of(AnalystSource source) {
    return Map.of("tables", AnalystPage.tables(source).stream().map(ReportFigures::table).toList());
  }

  private static List<DataTable> tables(ReportModel model) {
    List<DataTable> tables = new ArrayList<>(List.of(model.teams(), model.levels().table()));
    model.trends().forEach(trend -> tables.add(trend.table()));
    tables.add(model.campaignTable());
    tables.add(model.reach().table());
    if (model.funnel() != null) {
      tables.add(model.funnel().table());
    }
    tables.add(model.defects());
    tables.add(model.examples());
    tables.addAll(model.limits().tables());
    return tables;
  }

  private static Map<String, Object> tile(Tile tile) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", tile.name());
    one.put("value", tile.measured() ? plain(tile.value()) : null);
    one.put("spread", plain(tile.spread()));
    one.put("basis", plain(tile.basis()));
    one.put("change", plain(tile.change()));
    return one;
  }

  private static Map<String, Object> campaign(CampaignCard card) {
    return card(card.name(), card.id(), card.facts());
  }

  private static Map<String, Object> template(TemplateCard card) {
    Map<String, Object> one = card(card.name(), card.id(), card.facts());
    one.put("skeleton", skeleton(card.skeleton()));
    one.put("slots", table(card.slots()));
    return one;
  }

  /** Slots in brackets; null where the text must not be shown. */
  private static String skeleton(List<SkeletonPart> parts) {
    return parts.isEmpty()
        ? null
        : parts.stream()
            .map(part -> part.family() == null ? part.text() : "[" + part.text() + "]")
            .collect(Collectors.joining());
  }

  private static Map<String, Object> card(String name, String id, List<Fact> facts) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", name);
    one.put("id", id);
    one.put("facts", facts(facts));
    return one;
  }

  private static Map<String, Object> facts(List<Fact> facts) {
    Map<String, Object> all = new LinkedHashMap<>();
    facts.forEach(fact -> all.put(fact.name(), plain(fact.value())));
    return all;
  }

  private static Map<String, Object> table(DataTable table) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("caption", table.caption());
    one.put("columns", table.columns().stream().map(DataTable.Column::name).toList());
    one.put("rows", table.rows().stream().map(ReportFigures::plain).toList());
    return one;
  }

  private static List<String> plain(List<String> texts) {
    return texts.stream().map(ReportFigures::plain).toList();
  }

  private static String plain(String text) {
    return text.replace(NARROW_SPACE, "");
  }
}
