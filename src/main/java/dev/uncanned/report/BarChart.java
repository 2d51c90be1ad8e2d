package dev.uncanned.report;

/** Draws bars of shares, one below the other, the longest as long as there is room. */
final class BarChart {

  private static final int WIDTH = 480;
  private static final int ROW = 28;
  private static final int THICK = 16;
  private static final int LEFT = 84;
  private static final int LONGEST = 236;

  private BarChart() {}

  static Html draw(Bars bars, String id) {
    int height = bars.bars().size() * ROW + 8;
    Svg svg = new Svg(id, "chart", WIDTH, height, bars.title(), bars.description());
    double most = bars.bars().stream().mapToDouble(Bars.Bar::possible).max().orElse(1);
    int y = 6;
    for (Bars.Bar bar : bars.bars()) {
      double sure = LONGEST * bar.sure() / most;
      double possible = LONGEST * bar.possible() / most;
      svg.text("tick", LEFT - 8, y + THICK - 2.5, "end", bar.label());
      svg.rectangle("bar", LEFT, y, bar.sure() > 0 ? Math.max(1, sure) : 0, THICK);
      if (possible > sure) {
        svg.rectangle("hollow", LEFT + sure, y + 1, possible - sure, THICK - 2);
      }
      svg.text("value", LEFT + possible + 8, y + THICK - 2.5, "start", bar.value());
      y += ROW;
    }
    return svg.html();
  }
}
