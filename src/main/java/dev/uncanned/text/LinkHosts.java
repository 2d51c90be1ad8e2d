package dev.uncanned.text;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the hosts that the links of a text lead to.
 *
 * <p>A link is what masking takes for one: {@code https://…}, {@code www.…} and {@code acme.com}
 * with a common ending; mail addresses are none. No list of public suffixes is at hand, so {@code
 * news.acme.co.uk} and {@code acme.co.uk} are two hosts.
 */
public final class LinkHosts {

  private static final String WWW = "www.";
  private static final String SLASHES = "//";

  private LinkHosts() {}

  /** The hosts in lower case without {@code www.}, sorted; none for null. */
  public static Set<String> of(String text) {
    Set<String> hosts = new TreeSet<>();
    int i = 0;
    while (text != null && i < text.length()) {
      char c = text.charAt(i);
      if (!isWordPart(c)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && isWordPart(text.charAt(end))) {
        end++;
      }
      i = end < text.length() ? link(text, i, end, hosts) : end;
    }
    return hosts;
  }

  /** Looks at what follows a word; the answer is where to go on. */
  private static int link(String text, int from, int end, Set<String> hosts) {
    char sign = text.charAt(end);
    if (sign == ':' && text.startsWith(SLASHES, end + 1)) {
      int close = Addresses.schemeEnd(text, from, end);
      if (close > 0) {
        add(text, end + 1 + SLASHES.length(), close, hosts);
        return close;
      }
    }
    boolean fresh = from == 0 || "@./-_+".indexOf(text.charAt(from - 1)) < 0;
    if (sign == '.' && fresh) {
      int close = Addresses.domainEnd(text, from, end);
      if (close > 0) {
        add(text, from, close, hosts);
        return close;
      }
    }
    return end + 1;
  }

  private static void add(String text, int from, int close, Set<String> hosts) {
    int end = from;
    while (end < close && (isLabel(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    String host = text.substring(from, end).toLowerCase(Locale.ROOT);
    host = host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    if (host.indexOf('.') > 0) {
      hosts.add(host);
    }
  }

  /** A link may stand behind a word of a script without spaces. */
  private static boolean isWordPart(char c) {
    return isLabel(c) && !Scripts.isUnspaced(c);
  }

  private static boolean isLabel(char c) {
    return Character.isLetterOrDigit(c) || c == '-';
  }
}
