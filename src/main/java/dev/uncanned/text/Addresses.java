package dev.uncanned.text;

import java.util.Locale;
import java.util.Set;

/** Finds where web and mail addresses end. */
final class Addresses {

  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto", "tel");
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "com", "org", "net", "io", "co", "ai", "de", "fr", "es", "it", "nl", "se", "dk", "no",
          "pl", "pt", "br", "uk", "eu", "us", "ch", "at", "be", "ie", "ca", "au", "in", "app",
          "dev", "ly", "me", "info", "biz", "gov", "edu", "tv", "xyz", "cloud", "tech");
  private static final int MAX_SCHEME = 6;

  private Addresses() {}

  /** End of {@code https://…} whose scheme is {@code [from, colon)}, or -1. */
  static int schemeEnd(String text, int from, int colon) {
    if (colon - from > MAX_SCHEME
        || colon + 1 >= text.length()
        || !SCHEMES.contains(text.substring(from, colon).toLowerCase(Locale.ROOT))) {
      return -1;
    }
    char next = text.charAt(colon + 1);
    return next == '/' || Character.isLetterOrDigit(next) ? pathEnd(text, colon + 1) : -1;
  }

  /** End of {@code acme.com/demo} whose first label is {@code [from, dot)}, or -1. */
  static int domainEnd(String text, int from, int dot) {
    int label = dot + 1;
    int end = labelEnd(text, label);
    while (end > label
        && end + 1 < text.length()
        && text.charAt(end) == '.'
        && isLabel(text.charAt(end + 1))) {
      label = end + 1;
      end = labelEnd(text, label);
    }
    if (end == label) {
      return -1;
    }
    boolean www = dot - from == 3 && text.regionMatches(true, from, "www", 0, 3);
    boolean path = end < text.length() && text.charAt(end) == '/';
    if (end < text.length() && text.charAt(end) == '@') {
      return -1;
    }
    boolean known = TOP_LEVEL.contains(text.substring(label, end).toLowerCase(Locale.ROOT));
    return www || known ? (path ? pathEnd(text, end) : end) : -1;
  }

  /** End of the mail address whose at sign stands at {@code at}, or -1. */
  static int mailEnd(String text, int at) {
    int end = at + 1;
    while (end < text.length()
        && (isLabel(text.charAt(end))
            || (text.charAt(end) == '.'
                && end + 1 < text.length()
                && isLabel(text.charAt(end + 1))))) {
      end++;
    }
    return text.substring(at + 1, end).indexOf('.') > 0 ? end : -1;
  }

  private static int labelEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isLabel(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLabel(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  private static int pathEnd(String text, int from) {
    int end = from;
    while (end < text.length() && " \t\n\"<>|".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > from && ".,;:!?)]'".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
