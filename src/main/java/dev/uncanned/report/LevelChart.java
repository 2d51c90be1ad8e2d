package dev.uncanned.report;

/** Draws how far messages speak of their readers, one divided bar for each group of them. */
final class LevelChart {

  private static final int WIDTH = 480;
  private static final int ROW = 28;
  private static final int THICK = 16;
  private static final int LEFT = 132;
  private static final int LONGEST = 244;
  private static final int KEY = 24;
  private static final int KEY_LEFT = 8;
  private static final int LONGEST_NAME = 14;
  private static final int KEY_COLUMN = 242;
  private static final double LABEL_FROM = 0.16;
  private static final int FIRST_DARK = 3;

  private LevelChart() {}

  static Html draw(Levels levels, String id) {
    int keyRows = (Levels.NAMES.size() + 1) / 2;
    int height = levels.shown().size() * ROW + keyRows * KEY + 16;
    Svg svg = new Svg(id, "chart", WIDTH, height, "Personal levels", levels.description());
    double y = 6;
    for (Levels.Row row : levels.shown()) {
      svg.link("tick", LEFT - 8, y + THICK - 2.5, "end", shortened(row.name()), row.place());
      bar(svg, row, y);
      svg.text(
          "tick",
          LEFT + LONGEST + 8,
          y + THICK - 2.5,
          "start",
          "n = " + Figures.count(row.known()));
      y += ROW;
    }
    key(svg, y + 4);
    return svg.html();
  }

  /** Names that would leave the picture; the table has them in full. */
  private static String shortened(String name) {
    int points = name.codePointCount(0, name.length());
    return points <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026";
  }

  private static void bar(Svg svg, Levels.Row row, double y) {
    double x = LEFT;
    for (int level = 0; level < Levels.NAMES.size(); level++) {
      double length = LONGEST * row.share(level);
      if (length > 0) {
        svg.rectangle("level level-" + level, x, y, length, THICK);
      }
      if (row.share(level) >= LABEL_FROM) {
        String look = level < FIRST_DARK ? "level-text" : "level-text level-text-dark";
        svg.text(look, x + length / 2, y + THICK - 3, "middle", Figures.percent(row.share(level)));
      }
      x += length;
    }
  }

  private static void key(Svg svg, double top) {
    for (int level = 0; level < Levels.NAMES.size(); level++) {
      double x = KEY_LEFT + (level % 2) * KEY_COLUMN;
      double y = top + level / 2 * KEY;
      svg.rectangle("level level-" + level, x, y, THICK, THICK);
      svg.text(
          "tick", x + THICK + 6, y + THICK - 2.5, "start", level + " " + Levels.NAMES.get(level));
    }
  }
}
