package dev.uncanned.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where web and mail addresses end.
 *
 * <p>Chinese, Japanese, Korean and Thai text goes on behind an address without a space. A web
 * address therefore ends before the first letter and before the punctuation of such a script, as in
 * the programs that make links of mail: what a browser copies from its address bar has these
 * letters percent-encoded, so a path with bare ones is much rarer than a clause that follows an
 * address. A path that does have them is cut there, and its rest counts as words. Letters of other
 * scripts, such as Cyrillic, stay in the path.
 *
 * <p>A host may have such letters where the Latin ones before them make no host yet, as in {@code
 * https://例え.jp/a} and {@code https://www.한국.kr}. It has to end with a Latin label or with one of a
 * few domains in those scripts; {@code https://例え.jpをご覧} ends behind {@code jp}.
 */
final class Addresses {

  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto", "tel");
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "com", "org", "net", "io", "co", "ai", "de", "fr", "es", "it", "nl", "se", "dk", "no",
          "pl", "pt", "br", "uk", "eu", "us", "ch", "at", "be", "ie", "ca", "au", "in", "app",
          "dev", "ly", "me", "info", "biz", "gov", "edu", "tv", "xyz", "cloud", "tech");
  private static final int MAX_SCHEME = 6;
  private static final int MAX_HOST = 253;
  private static final int MIN_TOP_LEVEL = 2;
  private static final String SLASHES = "//";
  private static final int ASCII_END = 0x80;
  private static final String STOPS = " \t\n\"<>|";
  private static final String QUOTES = "\u00AB\u00BB\u201C\u201D\u201E\u2039\u203A";

  /** Signs that end a clause, not an address; the last are Arabic, Urdu and Hindi. */
  private static final String LAST_SIGNS = ".,;:!?)]'\u060C\u061B\u061F\u06D4\u0964";

  private static final int WIDE_SIGNS = 0x3000;
  private static final int WIDE_SIGNS_END = 0x3040;
  private static final int WIDE_FORMS = 0xFE10;
  private static final int WIDE_FORMS_END = 0xFFF0;

  /** Top-level domains of scripts in which text goes on without a space. */
  private static final List<String> WIDE_TOP_LEVEL =
      List.of(
          "中国", "中國", "香港", "台湾", "台灣", "澳門", "新加坡", "公司", "网络", "網絡", "网址", "商城", "みんな", "コム",
          "한국", "닷컴", "ไทย");

  private Addresses() {}

  /** End of {@code https://…} whose scheme is {@code [from, colon)}, or -1. */
  static int schemeEnd(String text, int from, int colon) {
    if (colon - from > MAX_SCHEME
        || colon + 1 >= text.length()
        || !SCHEMES.contains(text.substring(from, colon).toLowerCase(Locale.ROOT))) {
      return -1;
    }
    char next = text.charAt(colon + 1);
    if (next != '/' && !Character.isLetterOrDigit(next)) {
      return -1;
    }
    int host = colon + 1;
    int path = text.startsWith(SLASHES, host) ? wideHostEnd(text, host + SLASHES.length()) : host;
    int end = pathEnd(text, path);
    return end > host ? end : -1;
  }

  /** End of a host that has letters of a script without spaces; {@code from} if none does. */
  private static int wideHostEnd(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_HOST);
    boolean wide = false;
    int label = from;
    while (label < limit) {
      int narrow = hostPartEnd(text, label, limit, false);
      int end = hostPartEnd(text, narrow, limit, true);
      boolean more = end > label && end < limit && text.charAt(end) == '.';
      boolean first = label == from;
      if (narrow == end) {
        more &= end + 1 < limit && Character.isLetterOrDigit(text.codePointAt(end + 1));
        if (!more) {
          return wide && end - label >= MIN_TOP_LEVEL ? end : from;
        }
      } else if (narrow > label && !first) {
        return wide && narrow - label >= MIN_TOP_LEVEL ? narrow : from;
      } else {
        int top = first ? -1 : topLevelEnd(text, label);
        if (top > 0 && !(top == end && more)) {
          return top;
        }
        if (!more) {
          return from;
        }
        wide = true;
      }
      label = end + 1;
    }
    return from;
  }

  /** End of letters, digits and hyphens; without those of scripts without spaces, or with them. */
  private static int hostPartEnd(String text, int from, int limit, boolean wide) {
    int i = from;
    while (i < limit) {
      int point = text.codePointAt(i);
      boolean part = Character.isLetterOrDigit(point) || point == '-';
      if (!part || (!wide && isWide(point))) {
        break;
      }
      i += Character.charCount(point);
    }
    return i;
  }

  private static int topLevelEnd(String text, int label) {
    for (String domain : WIDE_TOP_LEVEL) {
      if (text.startsWith(domain, label)) {
        return label + domain.length();
      }
    }
    return -1;
  }

  private static boolean isWide(int point) {
    return Scripts.isUnspaced(point) || Scripts.isSyllable(point);
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
    while (end < text.length() && !isStop(text, end)) {
      end++;
    }
    while (end > from && LAST_SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isStop(String text, int i) {
    char c = text.charAt(i);
    if (c < ASCII_END) {
      return STOPS.indexOf(c) >= 0;
    }
    boolean form = c >= WIDE_FORMS && c < WIDE_FORMS_END && !Character.isLetterOrDigit(c);
    return form
        || (c >= WIDE_SIGNS && c < WIDE_SIGNS_END)
        || QUOTES.indexOf(c) >= 0
        || Character.isSpaceChar(c)
        || isWide(text.codePointAt(i));
  }
}
