package dev.uncanned.report;

import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.encoder.Encode;

/**
 * Writes HTML and inline SVG in which every text and attribute value is escaped.
 *
 * <p>Tag and attribute names come from the program, never from data. Attributes that a content
 * security policy blocks cannot be written at all, and links lead to places on the same page only.
 */
final class Html {

  private static final Set<String> REFUSED = Set.of("style", "href", "src", "srcdoc", "action");
  private static final Pattern PLACE = Pattern.compile("[a-z]+(-[A-Z]?[0-9]+)?");
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder();

  /**
   * A start tag.
   *
   * @param attributes names and values in turn; an attribute whose value is null is left out
   * @throws IllegalArgumentException for an attribute that would run code, load something or be
   *     blocked
   */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    return this;
  }

  /** An element without content, closed as in XML; for SVG shapes. */
  Html shape(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  Html text(String text) {
    out.append(Encode.forHtml(visible(text)));
    return this;
  }

  /** A start tag, a text and the end tag. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /**
   * Begins a link to a place on the same page, which {@code close("a")} ends.
   *
   * @param place id of the element there, given by the program
   * @throws IllegalArgumentException if it is no such id
   */
  Html openLink(String place) {
    if (!PLACE.matcher(place).matches()) {
      throw new IllegalArgumentException("no place on the page: " + place);
    }
    out.append("<a href=\"#").append(place).append("\">");
    return this;
  }

  /** A whole link to a place on the same page. */
  Html link(String text, String place) {
    return openLink(place).text(text).close("a");
  }

  /** A line break in the source, so that the file can be read and compared. */
  Html line() {
    out.append('\n');
    return this;
  }

  Html add(Html other) {
    out.append(other.out);
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      if (name.startsWith("on") || REFUSED.contains(name)) {
        throw new IllegalArgumentException("attribute " + name + " is not allowed");
      }
      if (attributes[i + 1] != null) {
        out.append(' ').append(name).append("=\"");
        out.append(Encode.forHtmlAttribute(visible(attributes[i + 1]))).append('"');
      }
    }
  }

  /** Characters that turn the direction of what follows would let a name rewrite the page. */
  private static String visible(String text) {
    StringBuilder kept = null;
    for (int i = 0; i < text.length(); i++) {
      if (turnsDirection(text.charAt(i))) {
        kept = kept == null ? new StringBuilder(text) : kept;
        kept.setCharAt(i, REPLACEMENT);
      }
    }
    return kept == null ? text : kept.toString();
  }

  private static boolean turnsDirection(char c) {
    return c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200E
        || c == 0x200F
        || c == 0x2028
        || c == 0x2029;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
