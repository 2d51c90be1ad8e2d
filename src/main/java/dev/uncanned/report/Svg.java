package dev.uncanned.report;

import java.util.Locale;

/**
 * Writes one inline SVG picture that screen readers announce by its title and description.
 *
 * <p>Colours come from the style sheet by class, since they differ between light and dark.
 */
final class Svg {

  private final Html html = new Html();
  private boolean closed;

  /**
   * @param id unique on the page; ids of title and description are made from it
   * @param look class of the picture
   */
  Svg(String id, String look, int width, int height, String title, String description) {
    html.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        look,
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    html.element("title", title, "id", id + "-title");
    html.element("desc", description, "id", id + "-desc").line();
  }

  void line(String look, double x1, double y1, double x2, double y2) {
    html.shape("line", "class", look, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
  }

  void rectangle(String look, double x, double y, double width, double height) {
    html.shape(
        "rect",
        "class",
        look,
        "x",
        at(x),
        "y",
        at(y),
        "width",
        at(Math.max(0, width)),
        "height",
        at(Math.max(0, height)));
  }

  void circle(String look, double x, double y, double radius) {
    html.shape("circle", "class", look, "cx", at(x), "cy", at(y), "r", at(radius));
  }

  void diamond(String look, double x, double y, double radius) {
    Path path = new Path();
    path.move(x, y - radius);
    path.to(x + radius, y);
    path.to(x, y + radius);
    path.to(x - radius, y);
    path.to(x, y - radius);
    path(look, path);
  }

  void path(String look, Path path) {
    if (!path.isEmpty()) {
      html.shape("path", "class", look, "d", path.toString());
    }
  }

  /**
   * A text.
   *
   * @param anchor start, middle or end
   */
  void text(String look, double x, double y, String anchor, String text) {
    html.element("text", text, "class", look, "x", at(x), "y", at(y), "text-anchor", anchor);
  }

  /** A text that leads to a place on the page; without a place a text only. */
  void link(String look, double x, double y, String anchor, String text, String place) {
    if (place == null) {
      text(look, x, y, anchor, text);
      return;
    }
    html.openLink(place);
    text(look, x, y, anchor, text);
    html.close("a");
  }

  /** The picture; nothing can be drawn after that. */
  Html html() {
    if (!closed) {
      closed = true;
      html.close("svg").line();
    }
    return html;
  }

  private static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }

  /** Lines from point to point. */
  static final class Path {

    private final StringBuilder points = new StringBuilder();

    void move(double x, double y) {
      points.append('M').append(at(x)).append(' ').append(at(y));
    }

    /** A line to a point; the first point of a path is moved to. */
    void to(double x, double y) {
      points.append(points.length() == 0 ? 'M' : 'L').append(at(x)).append(' ').append(at(y));
    }

    boolean isEmpty() {
      return points.length() == 0;
    }

    @Override
    public String toString() {
      return points.toString();
    }
  }
}
