package dev.uncanned.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Knows the classes and ids by which mail programs mark quoted threads and signatures.
 *
 * <p>Outlook writes {@code x_} before those of the mail that it answers.
 */
final class HtmlMark {

  private static final String GMAIL_QUOTE = "gmail_quote";
  private static final String GMAIL_EXTRA = "gmail_extra";
  private static final String GMAIL_HEADER = "gmail_attr";
  private static final String OUTLOOK_PREFIX = "x_";
  private static final String[] QUOTE_CLASSES = {
    GMAIL_QUOTE,
    GMAIL_EXTRA,
    "yahoo_quoted",
    "moz-cite-prefix",
    "protonmail_quote",
    "zmail_extra",
    "outlookmessageheader"
  };
  private static final Set<String> THREAD_IDS =
      Set.of("divrplyfwdmsg", "appendonsend", "mail-editor-reference-message-container");
  private static final Set<String> SIGNATURE_CLASSES =
      Set.of(
          "gmail_signature",
          "gmail_signature_prefix",
          "moz-signature",
          "protonmail_signature_block",
          "ms-outlook-mobile-signature");
  private static final Set<String> SIGNATURE_IDS =
      Set.of("signature", "applemailsignature", "ms-outlook-mobile-signature");

  private HtmlMark() {}

  /** Whether a signature begins, or the line of two hyphens above it. */
  static boolean isSignature(Element element) {
    if (element.hasAttr("id") && SIGNATURE_IDS.contains(plain(element.id()))) {
      return true;
    }
    if (element.hasAttr("class")) {
      for (String name : element.classNames()) {
        if (SIGNATURE_CLASSES.contains(plain(name))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether this and all that follows in the document is the thread. */
  static boolean beginsThread(Element element) {
    return element.hasAttr("id") && THREAD_IDS.contains(plain(element.id()));
  }

  private static String plain(String mark) {
    String plain = mark.toLowerCase(Locale.ROOT);
    return plain.startsWith(OUTLOOK_PREFIX) ? plain.substring(OUTLOOK_PREFIX.length()) : plain;
  }

  /** Whether quoted text begins. */
  static boolean isQuote(Element element) {
    if (isBlockquote(element) && element.attr("type").equalsIgnoreCase("cite")) {
      return true;
    }
    if (!element.hasAttr("class")) {
      return false;
    }
    String classes = element.className().toLowerCase(Locale.ROOT);
    if (classes.contains(GMAIL_EXTRA) && childOf(element, GMAIL_QUOTE) != null) {
      return false;
    }
    for (String quote : QUOTE_CLASSES) {
      if (classes.contains(quote)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The child with which a quote ends that does not reach to the end of its element, else null.
   *
   * <p>Gmail puts the answers between quotes into one element with them: only the header there and
   * each blockquote are quoted. Where there is no blockquote it is a forward, and all of it is.
   */
  static Element quoteEnd(Element element) {
    if (isBlockquote(element)) {
      return null;
    }
    Element first = childOf(element, GMAIL_QUOTE);
    if (first == null || !isBlockquote(first)) {
      return null;
    }
    Element header = childOf(element, GMAIL_HEADER);
    return header == null ? first : header;
  }

  private static boolean isBlockquote(Element element) {
    return element.normalName().equals("blockquote");
  }

  private static Element childOf(Element element, String name) {
    for (Node node : element.childNodes()) {
      if (node instanceof Element child && hasClass(child, name)) {
        return child;
      }
    }
    return null;
  }

  private static boolean hasClass(Element element, String name) {
    return element.hasAttr("class") && element.className().toLowerCase(Locale.ROOT).contains(name);
  }
}
