package dev.uncanned.report;

import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.report.ReportModel.CampaignCard;
import dev.uncanned.report.ReportModel.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Describes campaigns, those that reached most people first. */
final class CampaignCards {

  private static final Comparator<CampaignRow> BY_REACH =
      Comparator.comparingInt(CampaignRow::recipients_n)
          .reversed()
          .thenComparing(CampaignRow::campaign_id);

  private final List<CampaignRow> rows;
  private final Map<String, ClusterRow> largest;
  private final TemplateCards templates;

  /**
   * @param largest the template of a campaign that reached most people, by campaign
   * @param templates cards that a campaign can lead to
   */
  CampaignCards(List<CampaignRow> rows, Map<String, ClusterRow> largest, TemplateCards templates) {
    this.rows = rows.stream().sorted(BY_REACH).toList();
    this.largest = largest;
    this.templates = templates;
  }

  /** The campaigns of several templates; one of a single template is that template. */
  List<CampaignCard> cards() {
    List<CampaignCard> cards = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      CampaignRow row = rows.get(i);
      if (hasCard(row)) {
        ClusterRow template = largest.get(row.campaign_id());
        cards.add(
            new CampaignCard(
                name(i), row.campaign_id(), facts(row), largest(template), skeleton(template)));
      }
    }
    return cards;
  }

  private static boolean hasCard(CampaignRow row) {
    return row.templates_n() > 1;
  }

  private static String name(int index) {
    return "C" + (index + 1);
  }

  private static List<Fact> facts(CampaignRow row) {
    return List.of(
        new Fact("People", Figures.count(row.recipients_n())),
        new Fact("Messages", Figures.count(row.members_n())),
        new Fact("Templates", Figures.count(row.templates_n())),
        new Fact("Senders", Figures.count(row.senders_n())),
        new Fact("First seen", Figures.day(row.first_seen())),
        new Fact("Last seen", Figures.day(row.last_seen())));
  }

  /** The template that stands for a campaign, by its name on the page or by its id. */
  private Fact largest(ClusterRow template) {
    if (template == null) {
      return null;
    }
    String name = templates.name(template.cluster_id());
    return new Fact(
        name == null ? template.cluster_id() : name,
        Figures.count(templates.use(template).people(), "person", "people"));
  }

  private static List<SkeletonPart> skeleton(ClusterRow template) {
    return template == null || template.skeleton_public() == null
        ? List.of()
        : SkeletonPart.of(template.skeleton_public());
  }

  DataTable table() {
    List<List<String>> cells = new ArrayList<>();
    Map<String, String> places = new TreeMap<>(templates.places());
    for (int i = 0; i < rows.size(); i++) {
      CampaignRow row = rows.get(i);
      if (hasCard(row)) {
        places.put(name(i), CampaignCard.place(name(i)));
      }
      cells.add(cells(name(i), row));
    }
    return new DataTable(
        "Campaigns: templates that share recurring phrases, by people reached",
        List.of(
            DataTable.names("Campaign"),
            DataTable.figures("People"),
            DataTable.figures("Messages"),
            DataTable.figures("Templates"),
            DataTable.names("Largest template"),
            DataTable.figures("Senders"),
            DataTable.figures("Companies"),
            DataTable.figures("First seen"),
            DataTable.figures("Last seen"),
            DataTable.words("Id")),
        cells,
        places);
  }

  private List<String> cells(String name, CampaignRow row) {
    ClusterRow template = largest.get(row.campaign_id());
    return List.of(
        name,
        Figures.count(row.recipients_n()),
        Figures.count(row.members_n()),
        Figures.count(row.templates_n()),
        template == null ? Figures.NONE : templates.nameOrId(template.cluster_id()),
        Figures.count(row.senders_n()),
        row.companies_n() == null ? Figures.UNKNOWN : Figures.count(row.companies_n()),
        Figures.day(row.first_seen()),
        Figures.day(row.last_seen()),
        row.campaign_id());
  }
}
