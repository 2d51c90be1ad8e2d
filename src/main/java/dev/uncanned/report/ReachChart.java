package dev.uncanned.report;

/** Draws how many people each template reached, one bar a template. */
final class ReachChart {

  private static final int WIDTH = 480;
  private static final int ROW = 28;
  private static final int THICK = 16;
  private static final int LEFT = 44;
  private static final int LONGEST = 180;

  private ReachChart() {}

  static Html draw(Reach reach, String id) {
    int height = reach.bars().size() * ROW + 8;
    Svg svg =
        new Svg(id, "chart", WIDTH, height, "People reached by template", reach.description());
    long most = reach.bars().stream().mapToLong(Reach.Bar::recipients).max().orElse(1);
    int y = 6;
    for (Reach.Bar bar : reach.bars()) {
      double length = Math.max(2, (double) LONGEST * bar.recipients() / Math.max(1, most));
      svg.link("tick", LEFT - 8, y + THICK - 2.5, "end", bar.name(), bar.place());
      svg.rectangle("bar", LEFT, y, length, THICK);
      svg.text(
          "value",
          LEFT + length + 8,
          y + THICK - 2.5,
          "start",
          Figures.count(bar.recipients(), "person", "people")
              + ", "
              + Figures.count(bar.messages(), "message", "messages"));
      y += ROW;
    }
    return svg.html();
  }
}
