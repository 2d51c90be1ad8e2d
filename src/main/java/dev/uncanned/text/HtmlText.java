package dev.uncanned.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Turns the HTML of a message into the text that a reader sees.
 *
 * <p>Blocks and table rows become lines, list items begin with a dash, images and link targets are
 * left out, and so is what a reader does not see: scripts, styles, comments, hidden preview text.
 * Lines of a quoted thread, as the known mail programs mark it, begin with {@code "> "}, so that
 * {@link QuoteStripper} cuts them like those of plain mail. Nothing is fetched.
 *
 * <p>Never throws: HTML beyond 4 Mi characters is cut, and what the parser cannot take, or what has
 * more than 100 000 tags, is only stripped of its tags.
 */
public final class HtmlText {

  private static final int MAX_CHARS = 4 * 1024 * 1024;
  private static final int MAX_TAGS = 100_000;
  private static final int MAX_ENTITY = 10;
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "head",
          "title",
          "noscript",
          "template",
          "img",
          "svg",
          "object",
          "iframe",
          "select",
          "button",
          "textarea",
          "input",
          "audio",
          "video");
  private static final Set<String> BLOCKS =
      Set.of(
          "div",
          "p",
          "tr",
          "table",
          "ul",
          "ol",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "section",
          "article",
          "header",
          "footer",
          "hr",
          "center",
          "dl",
          "dt",
          "dd",
          "address",
          "form",
          "fieldset",
          "main",
          "nav",
          "aside");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "hr");
  private static final String[] QUOTE_CLASSES = {
    "gmail_quote",
    "gmail_extra",
    "yahoo_quoted",
    "moz-cite-prefix",
    "protonmail_quote",
    "zmail_extra",
    "outlookmessageheader"
  };
  private static final Set<String> REST_IS_QUOTE =
      Set.of(
          "divrplyfwdmsg",
          "appendonsend",
          "mail-editor-reference-message-container",
          "x_divrplyfwdmsg",
          "x_appendonsend");

  private HtmlText() {}

  /** The text of an HTML document or fragment; empty if there is none. */
  public static String of(String html) {
    String capped = html.length() > MAX_CHARS ? html.substring(0, MAX_CHARS) : html;
    if (hasTooManyTags(capped)) {
      return decodeEntities(withoutTags(capped));
    }
    try {
      Document document = Jsoup.parse(capped);
      Walk walk = new Walk();
      NodeTraversor.filter(walk, document);
      return walk.text();
    } catch (StackOverflowError | IllegalArgumentException tooDeep) {
      return decodeEntities(withoutTags(capped));
    }
  }

  /** Letters have some thousand tags; a million of them, nested, cost the parser minutes. */
  private static boolean hasTooManyTags(String html) {
    int tags = 0;
    for (int i = html.indexOf('<'); i >= 0 && tags <= MAX_TAGS; i = html.indexOf('<', i + 1)) {
      tags++;
    }
    return tags > MAX_TAGS;
  }

  /** Plain text with the entities that LinkedIn leaves in it decoded; tags stay as they are. */
  public static String decodeEntities(String text) {
    int next = text.indexOf('&');
    if (next < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (next >= 0) {
      int end = text.indexOf(';', next);
      int point = end < 0 || end - next > MAX_ENTITY ? -1 : entity(text.substring(next + 1, end));
      if (point >= 0) {
        out.append(text, from, next).appendCodePoint(point);
        from = end + 1;
      }
      next = text.indexOf('&', point >= 0 ? from : next + 1);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int entity(String name) {
    if (name.startsWith("#")) {
      return numeric(name);
    }
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> '\u00A0';
      case "rsquo" -> '\u2019';
      case "lsquo" -> '\u2018';
      case "rdquo" -> '\u201D';
      case "ldquo" -> '\u201C';
      case "ndash" -> '\u2013';
      case "mdash" -> '\u2014';
      case "hellip" -> '\u2026';
      case "bull" -> '\u2022';
      case "euro" -> '\u20AC';
      case "pound" -> '\u00A3';
      case "copy" -> '\u00A9';
      case "reg" -> '\u00AE';
      case "trade" -> '\u2122';
      case "auml" -> 'ä';
      case "ouml" -> 'ö';
      case "uuml" -> 'ü';
      case "szlig" -> 'ß';
      case "eacute" -> 'é';
      case "egrave" -> 'è';
      case "agrave" -> 'à';
      case "aacute" -> 'á';
      case "oacute" -> 'ó';
      case "iacute" -> 'í';
      case "uacute" -> 'ú';
      case "ntilde" -> 'ñ';
      case "ccedil" -> 'ç';
      case "zwnj", "zwj" -> '\u200B';
      default -> -1;
    };
  }

  private static int numeric(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    int radix = hex ? 16 : 10;
    int point = 0;
    int first = hex ? 2 : 1;
    for (int i = first; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), radix);
      if (digit < 0 || point > Character.MAX_CODE_POINT) {
        return -1;
      }
      point = point * radix + digit;
    }
    boolean valid =
        name.length() > first
            && Character.isValidCodePoint(point)
            && point > 0
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    return valid ? point : -1;
  }

  private static String withoutTags(String html) {
    StringBuilder out = new StringBuilder(html.length());
    boolean inTag = false;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '<') {
        inTag = true;
      } else if (c == '>' && inTag) {
        inTag = false;
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : "\n");
      } else if (!inTag) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** One walk over a document; jsoup walks without recursion, so depth costs memory only. */
  private static final class Walk implements NodeFilter {

    private static final int FIRST_DEPTH = 64;

    private final StringBuilder out = new StringBuilder();
    private boolean[] tiny = new boolean[FIRST_DEPTH];
    private int quoteDepth = -1;
    private int preDepth = -1;
    private boolean restIsQuote;
    private int pendingLines;
    private boolean pendingSpace;

    @Override
    public FilterResult head(Node node, int depth) {
      if (depth >= tiny.length) {
        tiny = Arrays.copyOf(tiny, depth * 2);
      }
      tiny[depth] = depth > 0 && tiny[depth - 1];
      if (node instanceof TextNode textNode) {
        if (!tiny[depth]) {
          append(textNode.getWholeText());
        }
        return FilterResult.CONTINUE;
      }
      return node instanceof Element element ? open(element, depth) : FilterResult.SKIP_CHILDREN;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        breakLine(element.normalName());
        if (quoteDepth == depth) {
          quoteDepth = -1;
        }
        if (preDepth == depth) {
          preDepth = -1;
        }
        if (element.normalName().equals("td") || element.normalName().equals("th")) {
          pendingSpace = true;
        }
      }
      return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element, int depth) {
      String name = element.normalName();
      if (UNSEEN.contains(name) || element.hasAttr("hidden")) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (element.hasAttr("style")) {
        String style = packed(element.attr("style"));
        if (isHidden(style)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (style.contains("font-size:")) {
          tiny[depth] = isZero(style, "font-size:");
        }
      }
      if (name.equals("br")) {
        pendingLines++;
      } else {
        breakLine(name);
      }
      if (quoteDepth < 0 && isQuote(element, name)) {
        pendingLines = Math.max(pendingLines, 1);
        quoteDepth = depth;
      }
      restIsQuote |=
          element.hasAttr("id") && REST_IS_QUOTE.contains(element.id().toLowerCase(Locale.ROOT));
      if (name.equals("pre") && preDepth < 0) {
        preDepth = depth;
      }
      if (name.equals("li")) {
        append("- ");
        pendingSpace = true;
      }
      return FilterResult.CONTINUE;
    }

    private void breakLine(String name) {
      if (BLOCKS.contains(name)) {
        pendingLines = Math.max(pendingLines, PARAGRAPHS.contains(name) ? 2 : 1);
      }
    }

    private static boolean isQuote(Element element, String name) {
      if (name.equals("blockquote") && element.attr("type").equalsIgnoreCase("cite")) {
        return true;
      }
      if (!element.hasAttr("class")) {
        return false;
      }
      String classes = element.className().toLowerCase(Locale.ROOT);
      for (String quote : QUOTE_CLASSES) {
        if (classes.contains(quote)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isHidden(String style) {
      return style.contains("display:none")
          || style.contains("visibility:hidden")
          || style.contains("mso-hide:all")
          || isZero(style, "max-height:")
          || isZero(style, "opacity:");
    }

    private static boolean isZero(String style, String property) {
      int at = style.indexOf(property);
      int value = at + property.length();
      if (at < 0 || value >= style.length() || style.charAt(value) != '0') {
        return false;
      }
      return value + 1 == style.length()
          || (style.charAt(value + 1) != '.' && !Character.isDigit(style.charAt(value + 1)));
    }

    private static String packed(String style) {
      StringBuilder packed = new StringBuilder(style.length());
      for (int i = 0; i < style.length(); i++) {
        char c = style.charAt(i);
        if (c > ' ') {
          packed.append(Character.toLowerCase(c));
        }
      }
      return packed.toString();
    }

    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\n' && preDepth >= 0) {
          pendingLines++;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
          pendingSpace = true;
        } else {
          flush();
          out.append(c);
        }
      }
    }

    private void flush() {
      if (pendingLines > 0 || out.isEmpty()) {
        if (!out.isEmpty()) {
          out.append(pendingLines > 1 ? "\n\n" : "\n");
        }
        if (restIsQuote || quoteDepth >= 0) {
          out.append("> ");
        }
      } else if (pendingSpace) {
        out.append(' ');
      }
      pendingLines = 0;
      pendingSpace = false;
    }

    private String text() {
      return out.toString();
    }
  }
}
