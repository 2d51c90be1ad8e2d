package dev.uncanned.text;

import java.util.Arrays;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** One walk over a document; jsoup walks without recursion, so depth costs memory only. */
final class HtmlWalk implements NodeFilter {

  private static final int FIRST_DEPTH = 64;
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

  private final HtmlStyleSheet sheet;
  private final boolean withSignatures;
  private final StringBuilder out = new StringBuilder();
  private boolean[] tiny = new boolean[FIRST_DEPTH];
  private int quoteDepth = -1;
  private Node quoteEnd;
  private int preDepth = -1;
  private boolean restIsQuote;
  private boolean signed;
  private boolean quotes;
  private int pendingLines;
  private boolean pendingSpace;

  /**
   * @param withSignatures whether the signatures that mail programs mark are text too
   */
  HtmlWalk(HtmlStyleSheet sheet, boolean withSignatures) {
    this.sheet = sheet;
    this.withSignatures = withSignatures;
  }

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
      if (quoteDepth == depth || node == quoteEnd) {
        quoteDepth = -1;
        quoteEnd = null;
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
    if (UNSEEN.contains(name) || element.hasAttr("hidden") || isHidden(element, depth)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!withSignatures && HtmlMark.isSignature(element)) {
      signed = true;
      breakLine(name);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br")) {
      pendingLines++;
    } else {
      breakLine(name);
    }
    openQuote(element, depth);
    if (name.equals("pre") && preDepth < 0) {
      preDepth = depth;
    }
    if (name.equals("li")) {
      append("- ");
      pendingSpace = true;
    }
    return FilterResult.CONTINUE;
  }

  private boolean isHidden(Element element, int depth) {
    boolean hidden = sheet.hides(element);
    if (element.hasAttr("style")) {
      HtmlStyle style = new HtmlStyle(element.attr("style"));
      hidden = style.isHidden() || hidden && !style.isDisplayed();
      tiny[depth] = style.setsFontSize() ? style.hasTinyFont() : tiny[depth];
    }
    return hidden;
  }

  private void openQuote(Element element, int depth) {
    if (quoteDepth < 0 && HtmlMark.isQuote(element)) {
      pendingLines = Math.max(pendingLines, 1);
      quoteDepth = depth;
      quoteEnd = HtmlMark.quoteEnd(element);
    }
    restIsQuote |= HtmlMark.beginsThread(element);
  }

  private void breakLine(String name) {
    if (BLOCKS.contains(name)) {
      pendingLines = Math.max(pendingLines, PARAGRAPHS.contains(name) ? 2 : 1);
    }
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
        quotes = true;
      }
    } else if (pendingSpace) {
      out.append(' ');
    }
    pendingLines = 0;
    pendingSpace = false;
  }

  String text() {
    return out.toString();
  }

  SeenText seen() {
    return new SeenText(text(), quotes);
  }

  /** Whether a signature was left out. */
  boolean isSigned() {
    return signed;
  }
}
