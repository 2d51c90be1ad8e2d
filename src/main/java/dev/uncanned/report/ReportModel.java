package dev.uncanned.report;

import java.util.List;

/**
 * Everything the page says, in its order, with numbers already written out; only the charts still
 * have theirs.
 *
 * @param summary the one sentence at the top
 * @param facts period, archives, coverage and the like, names with values
 * @param tiles the six figures
 * @param teams the teams side by side
 * @param levels the personal levels of the teams and of the top templates
 * @param trends by team, mass share before reply rate
 * @param templates those of our own senders
 * @param funnel null where it is not drawn
 * @param funnelNote what it means, or why it is not drawn
 * @param campaigns those of several templates
 * @param campaignTable all of them
 * @param examples messages in which the things to fix can be seen
 * @param fixNote what there is not to fix, and what is not known; may be empty
 * @param trust what the run found out about its own figures, one sentence each
 */
record ReportModel(
    String summary,
    List<Fact> facts,
    List<Tile> tiles,
    DataTable teams,
    Levels levels,
    List<Trend> trends,
    Reach reach,
    List<TemplateCard> templates,
    List<CampaignCard> campaigns,
    DataTable campaignTable,
    Funnel funnel,
    String funnelNote,
    DataTable defects,
    DataTable examples,
    List<String> toFix,
    String fixNote,
    List<String> inbound,
    List<TemplateCard> inboundTemplates,
    List<String> trust,
    Limits limits) {

  /** A name with its value. */
  record Fact(String name, String value) {}

  /**
   * One of the figures that come first.
   *
   * @param value the figure, or why there is none
   * @param measured whether the value is a figure
   * @param spread its interval or quartiles; empty without
   * @param basis among how many
   * @param change against the weeks before; empty without
   */
  record Tile(
      String name, String value, boolean measured, String spread, String basis, String change) {}

  /**
   * One template.
   *
   * @param name what charts call it
   * @param id its id
   * @param skeleton empty where it must not be shown
   * @param slots empty where there are none
   */
  record TemplateCard(
      String name, String id, List<Fact> facts, List<SkeletonPart> skeleton, DataTable slots) {

    /** Where the card of that name stands on the page. */
    static String place(String name) {
      return "template-" + name;
    }
  }

  /**
   * One campaign of several templates.
   *
   * @param largest name or id of its largest template, with its people; null if it has none
   * @param skeleton of that template; empty where it must not be shown
   */
  record CampaignCard(
      String name, String id, List<Fact> facts, Fact largest, List<SkeletonPart> skeleton) {

    /** Where the card of that name stands on the page. */
    static String place(String name) {
      return "campaign-" + name;
    }
  }

  /**
   * What the page cannot show.
   *
   * @param notes one sentence each
   * @param tables counts behind the notes
   * @param definitions labels of the page with their meaning
   */
  record Limits(List<String> notes, List<DataTable> tables, List<Fact> definitions) {}
}
