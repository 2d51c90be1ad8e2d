package dev.uncanned.report;

import dev.uncanned.report.ReportModel.Fact;
import java.util.List;

/** Writes what all pages have: the head, sections, lists of facts, and tables that may be empty. */
final class PageParts {

  private final Html html;

  PageParts(Html html) {
    this.html = html;
  }

  void head(String title, String summary, List<Fact> facts) {
    html.open("header", "class", "head").line();
    html.element("p", "uncanned", "class", "brand").line();
    html.element("h1", title).line();
    paragraph(summary, "summary");
    facts(facts, "facts");
    html.close("header").line();
  }

  void facts(List<Fact> facts, String look) {
    html.open("dl", "class", look).line();
    for (Fact fact : facts) {
      html.open("div").element("dt", fact.name()).element("dd", fact.value()).close("div").line();
    }
    html.close("dl").line();
  }

  void section(String id, String title) {
    html.open("section", "id", id, "aria-labelledby", id + "-title").line();
    html.element("h2", title, "id", id + "-title").line();
  }

  void endSection() {
    html.close("section").line();
  }

  /**
   * A paragraph.
   *
   * @param look its class; null for none
   */
  void paragraph(String text, String look) {
    html.element("p", text, "class", look).line();
  }

  /** A table, or a note that it has no rows. */
  void table(DataTable table) {
    if (table.isEmpty()) {
      paragraph(table.caption() + ": none.", "note");
    } else {
      table.writeTo(html);
    }
  }
}
