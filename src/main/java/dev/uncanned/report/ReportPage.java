package dev.uncanned.report;

import dev.uncanned.report.ReportModel.CampaignCard;
import dev.uncanned.report.ReportModel.TemplateCard;
import dev.uncanned.report.ReportModel.Tile;
import java.util.List;
import java.util.Locale;

/** Writes the page, section by section, in the order in which a manager reads it. */
final class ReportPage {

  private static final String DEFINITIONS = "definitions";

  private final ReportModel model;
  private final Html html = new Html();
  private final PageParts parts = new PageParts(html);

  private ReportPage(ReportModel model) {
    this.model = model;
  }

  static Html body(ReportModel model) {
    ReportPage page = new ReportPage(model);
    page.parts.head("How our first messages are written", model.summary(), model.facts());
    page.html.open("main", "id", "content").line();
    page.figures();
    page.trends();
    page.templates();
    page.senders();
    page.toFix();
    page.inbound();
    page.limits();
    page.html.close("main").line();
    return page.html;
  }

  private void figures() {
    parts.section("figures", "At a glance");
    html.open("div", "class", "tiles").line();
    model.tiles().forEach(this::tile);
    html.close("div").line();
    if (!model.teams().isEmpty()) {
      model.teams().writeFoldedTo(html, "Teams side by side");
      if (!model.limits().definitions().isEmpty()) {
        html.open("p", "class", "note").link("What the words mean", DEFINITIONS).close("p").line();
      }
    }
    levels();
    parts.endSection();
  }

  private void levels() {
    if (model.levels().isEmpty()) {
      return;
    }
    html.open("div", "class", "card narrow levels").line();
    html.element("h3", "How far the messages speak of their readers").line();
    if (!model.levels().shown().isEmpty()) {
      html.add(LevelChart.draw(model.levels(), "levels"));
    }
    parts.paragraph(
        "All bars are first messages, those of a team and those made from a template, and of them"
            + " only those whose level is known: something must be known of the reader, and there"
            + " must be enough copies to tell what was written for one of them. A template without"
            + " any has no bar.",
        "note");
    if (!model.levels().leftOut().isEmpty()) {
      parts.paragraph(model.levels().leftOut(), "note");
    }
    model.levels().table().writeFoldedTo(html, "Figures as a table");
    html.close("div").line();
  }

  private void tile(Tile tile) {
    html.open("div", "class", tile.measured() ? "tile" : "tile tile-empty");
    html.element("h3", tile.name());
    html.element("p", tile.value(), "class", "figure");
    for (String line : List.of(tile.spread(), tile.basis())) {
      if (!line.isEmpty()) {
        html.element("p", line, "class", "small");
      }
    }
    if (!tile.change().isEmpty()) {
      html.element("p", tile.change(), "class", "small change");
    }
    html.close("div").line();
  }

  private void trends() {
    parts.section("trends", "Week by week");
    if (model.trends().isEmpty()) {
      parts.paragraph("There are no teams with first messages.", null);
    } else {
      parts.paragraph(
          "The grey band is how far weeks of such an n lie from the mean of the weeks shown by chance"
              + " and by the team's usual change from week to week, since mails go out in batches"
              + " (3 standard deviations, Laney's p′ chart). ◆ outside the band · ● inside, or no"
              + " band · ○ incomplete week, left out of the limits · tick on the axis: too few first"
              + " messages for a rate; such weeks count for neither mean nor limits.",
          "note");
      html.open("div", "class", "pair").line();
      for (int i = 0; i < model.trends().size(); i++) {
        trend(model.trends().get(i), "trend-" + (i + 1));
      }
      html.close("div").line();
    }
    parts.endSection();
  }

  private void trend(Trend trend, String id) {
    html.open("div", "class", "card").line();
    html.element("h3", trend.title()).line();
    if (trend.isEmpty()) {
      parts.paragraph(
          "Not drawn: no week has "
              + Figures.SHOWN_FROM
              + " first messages, so that a weekly rate would be mostly chance.",
          "note");
    } else {
      html.add(TrendChart.draw(trend, id));
      parts.paragraph(trend.description(), "note");
    }
    trend.table().writeFoldedTo(html, "Figures as a table");
    html.close("div").line();
  }

  private void templates() {
    parts.section("templates", "Campaigns and templates that reached most people");
    campaigns();
    if (model.templates().isEmpty()) {
      parts.paragraph("No two messages of ours were alike enough to be a template.", null);
    } else {
      html.open("div", "class", "card narrow").line();
      html.element("h3", "People reached by template").line();
      html.add(ReachChart.draw(model.reach(), "reach"));
      model.reach().table().writeFoldedTo(html, "Figures as a table");
      html.close("div").line();
      html.open("div", "class", "cards").line();
      model.templates().forEach(this::template);
      html.close("div").line();
    }
    parts.endSection();
  }

  private void campaigns() {
    if (model.campaignTable().isEmpty()) {
      return;
    }
    html.element("h3", "Campaigns").line();
    parts.paragraph(
        "A campaign is one effort, its texts reworded from message to message or not. Campaigns of"
            + " several templates have a card here; one of a single template is that template. Where"
            + " outsiders wrote to us in the same phrases, a campaign counts their messages too; a"
            + " template does not.",
        "note");
    model.campaignTable().writeTo(html);
    html.open("div", "class", "cards").line();
    model.campaigns().forEach(this::campaign);
    html.close("div").line();
  }

  private void campaign(CampaignCard card) {
    html.open("article", "class", "card", "id", CampaignCard.place(card.name())).line();
    html.open("h4").text("Campaign " + card.name() + " ");
    html.element("span", card.id(), "class", "id").close("h4").line();
    parts.facts(card.facts(), "facts small-facts");
    if (card.largest() == null) {
      parts.paragraph("No two of its texts were alike enough to be a template.", "note");
    } else {
      html.open("p", "class", "note").text("Its largest template, ");
      templateName(card.largest().name());
      html.text(", which reached " + card.largest().value() + ":").close("p").line();
      text(card.skeleton());
    }
    html.close("article").line();
  }

  private void templateName(String name) {
    boolean shown = model.templates().stream().anyMatch(card -> card.name().equals(name));
    if (shown) {
      html.link(name, TemplateCard.place(name));
    } else {
      html.element("span", name, "class", "id");
    }
  }

  private void text(List<SkeletonPart> skeleton) {
    if (skeleton.isEmpty()) {
      parts.paragraph("Text not shown: fewer than 5 people got it, or it was not aligned.", "note");
    } else {
      skeleton(skeleton);
    }
  }

  private void template(TemplateCard card) {
    html.open("article", "class", "card", "id", TemplateCard.place(card.name())).line();
    html.open("h3").text("Template " + card.name() + " ");
    html.element("span", card.id(), "class", "id").close("h3").line();
    parts.facts(card.facts(), "facts small-facts");
    text(card.skeleton());
    if (!card.slots().isEmpty()) {
      card.slots().writeFoldedTo(html, "Slots");
    }
    html.close("article").line();
  }

  private void skeleton(List<SkeletonPart> parts) {
    html.open("p", "class", "skeleton", "dir", "auto");
    for (SkeletonPart part : parts) {
      if (part.family() == null) {
        html.text(part.text());
      } else {
        String look = "chip chip-" + part.family().name().toLowerCase(Locale.ROOT);
        html.element("span", part.text(), "class", look);
      }
    }
    html.close("p").line();
  }

  private void senders() {
    parts.section("senders", "Who differs by more than chance");
    parts.paragraph(model.funnelNote(), "note");
    if (model.funnel() != null) {
      html.open("div", "class", "card").line();
      html.add(FunnelChart.draw(model.funnel(), "funnel"));
      parts.paragraph(
          model.funnel().description()
              + " Line: pooled share; dashes: 95 % limits; dots: 99.8 % limits."
              + " ● inside · ◆ outside 95 %. Axes begin near the figures, not at 0.",
          "note");
      model.funnel().table().writeFoldedTo(html, "Figures as a table, sorted by name");
      html.close("div").line();
    }
    parts.endSection();
  }

  private void toFix() {
    parts.section("fix", "To fix now");
    if (model.teams().isEmpty()) {
      parts.paragraph("Not known: there are no first messages to look at.", null);
      parts.endSection();
      return;
    }
    if (model.defects().isEmpty()) {
      parts.paragraph(
          "No mail-merge defects were found in first messages that are long enough to judge.",
          null);
    } else {
      model.defects().writeTo(html);
    }
    if (!model.toFix().isEmpty()) {
      html.open("ul").line();
      model.toFix().forEach(sentence -> html.element("li", sentence).line());
      html.close("ul").line();
    }
    if (!model.fixNote().isEmpty()) {
      parts.paragraph(model.fixNote(), null);
    }
    if (!model.examples().isEmpty()) {
      model.examples().writeTo(html);
      html.open("p", "class", "note").text("To see such a message and what was found in it: ");
      html.element("code", "jobs/uncanned explain MESSAGE --out DIR");
      html.text(
              ", DIR being the folder that this run wrote to. It shows words only while texts are")
          .text(" kept there.")
          .close("p")
          .line();
    }
    parts.endSection();
  }

  private void inbound() {
    parts.section("inbound", "Who writes to us the same text");
    model.inbound().forEach(sentence -> parts.paragraph(sentence, null));
    if (model.inboundTemplates().isEmpty()) {
      parts.paragraph("No text came to us more than once.", null);
    } else {
      html.open("div", "class", "cards").line();
      model.inboundTemplates().forEach(this::template);
      html.close("div").line();
    }
    parts.endSection();
  }

  private void limits() {
    parts.section("trust", "How far these figures can be trusted");
    html.open("ul").line();
    model.trust().forEach(sentence -> html.element("li", sentence).line());
    html.close("ul").line();
    parts.endSection();
    parts.section("limits", "What this page cannot show");
    html.open("ul").line();
    model.limits().notes().forEach(note -> html.element("li", note).line());
    html.close("ul").line();
    model.limits().tables().forEach(parts::table);
    if (!model.limits().definitions().isEmpty()) {
      html.open("details").element("summary", "What the words mean").line();
      html.open("div", "id", DEFINITIONS).line();
      parts.facts(model.limits().definitions(), "definitions");
      html.close("div");
      html.close("details").line();
    }
    parts.endSection();
  }
}
