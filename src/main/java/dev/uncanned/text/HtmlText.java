package dev.uncanned.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/**
 * Turns the HTML of a message into the text that a reader sees.
 *
 * <p>Blocks and table rows become lines, list items begin with a dash, images and link targets are
 * left out, and so is what a reader does not see (scripts, styles, comments, hidden preview text)
 * and the signatures that mail programs mark. Lines of a quoted thread, as the known mail programs
 * mark it, begin with {@code "> "}, so that {@link QuoteStripper} cuts them like those of plain
 * mail. Nothing is fetched.
 *
 * <p>Never throws: HTML beyond 4 Mi characters is cut, and what the parser cannot take, or what has
 * more than 100 000 tags, is only stripped of its tags.
 */
public final class HtmlText {

  private static final int MAX_CHARS = 4 * 1024 * 1024;
  private static final int MAX_TAGS = 100_000;

  private HtmlText() {}

  /** The text of an HTML document or fragment; empty if there is none. */
  public static String of(String html) {
    return read(html).text();
  }

  /** The same, with whether the mail program marked quotes in it. */
  static SeenText read(String html) {
    String capped = html.length() > MAX_CHARS ? html.substring(0, MAX_CHARS) : html;
    if (hasTooManyTags(capped)) {
      return tagless(capped);
    }
    try {
      return text(Jsoup.parse(capped));
    } catch (StackOverflowError | IllegalArgumentException tooDeep) {
      return tagless(capped);
    }
  }

  private static SeenText tagless(String html) {
    return new SeenText(HtmlEntities.decode(withoutTags(html)), false);
  }

  /** Letters have some thousand tags; a million of them, nested, cost the parser minutes. */
  private static boolean hasTooManyTags(String html) {
    int tags = 0;
    for (int i = html.indexOf('<'); i >= 0 && tags <= MAX_TAGS; i = html.indexOf('<', i + 1)) {
      tags++;
    }
    return tags > MAX_TAGS;
  }

  /**
   * The text without its signatures, or with them where nothing but a greeting stands outside: some
   * people write their letter into the signature.
   */
  private static SeenText text(Document document) {
    HtmlStyleSheet sheet = new HtmlStyleSheet(document);
    HtmlWalk walk = new HtmlWalk(sheet, false);
    NodeTraversor.filter(walk, document);
    if (!walk.isSigned() || hasLetter(walk.text())) {
      return walk.seen();
    }
    HtmlWalk full = new HtmlWalk(sheet, true);
    NodeTraversor.filter(full, document);
    return full.seen();
  }

  private static boolean hasLetter(String text) {
    String own = QuoteStripper.strip(text);
    return !own.isEmpty() && !own.startsWith(">") && (own.indexOf('\n') >= 0 || !own.endsWith(","));
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
}
