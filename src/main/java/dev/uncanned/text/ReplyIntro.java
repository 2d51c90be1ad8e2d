package dev.uncanned.text;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises the "On … wrote:" that mail programs put above a quoted thread, in about 15 languages
 * and on up to four lines.
 *
 * <p>Letters cite as well: "In your post from 12 May you wrote:". So where no quoted lines follow,
 * such words count only with a mail address, or with a whole date and a clock time; and never where
 * somebody speaks of himself or to the reader, for mail programs write names.
 */
final class ReplyIntro {

  private static final int MAX_LINES = 4;
  private static final int MAX_CHARS = 500;
  private static final Set<String> OPENERS =
      Set.of(
          "on",
          "at",
          "mån",
          "le",
          "el",
          "il",
          "em",
          "am",
          "op",
          "w",
          "dnia",
          "den",
          "in",
          "pe",
          "på",
          "dne",
          "вт",
          "ср",
          "чт",
          "пт",
          "сб",
          "вс",
          "пн",
          "在",
          "lun",
          "mar",
          "mer",
          "jeu",
          "ven",
          "sam",
          "dim",
          "mon",
          "tue",
          "wed",
          "thu",
          "fri",
          "sat",
          "sun",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "tir",
          "ons",
          "tor",
          "fre",
          "lør",
          "søn",
          "man",
          "ma",
          "ti",
          "ke",
          "to",
          "la",
          "su",
          "zo",
          "di",
          "wo",
          "do",
          "vr",
          "za",
          "pon",
          "wt",
          "śr",
          "czw",
          "pt",
          "sob",
          "niedz");

  private ReplyIntro() {}

  /** Whether a word may begin a reply header: "On", weekdays. */
  static boolean isOpener(String word) {
    return OPENERS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** First line after the "On … wrote:" that begins in line {@code i}, or -1. */
  static int end(Lines lines, int i) {
    if (!mayOpen(lines, i) || !closesSoon(lines, i)) {
      return -1;
    }
    StringBuilder joined = new StringBuilder();
    for (int k = i; k < Math.min(lines.count(), i + MAX_LINES) && !lines.isBlank(k); k++) {
      joined.append(k == i ? "" : " ").append(lines.text(k));
      if (joined.length() > MAX_CHARS) {
        return -1;
      }
      if (mayClose(joined)) {
        boolean intro = isIntro(joined.toString(), k == i, lines.isQuotedNext(k + 1));
        return intro && begins(lines, i, k) ? k + 1 : -1;
      }
      if (k > i && lines.isQuoted(k)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether lines {@code i} to {@code k} are all of the header, without own text above it. */
  private static boolean begins(Lines lines, int i, int k) {
    if (k == i || SignOff.isRuler(lines, i)) {
      return true;
    }
    String first = lines.text(i);
    if (!opens(first) && !ReplyDate.isWhole(first)) {
      return false;
    }
    String rest = "";
    for (int j = k; j > i; j--) {
      rest = lines.text(j) + " " + rest;
      if (isOpener(firstWord(rest)) && ReplyDate.isWhole(rest)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIntro(String joined, boolean oneLine, boolean quotedNext) {
    boolean address = joined.indexOf('@') >= 0;
    boolean timed = ReplyDate.hasTime(joined);
    boolean opens = opens(joined) && hasDigit(joined);
    WroteVerb verb = WroteVerb.lastIn(joined);
    if (verb == null) {
      boolean bare = address && timed && joined.stripTrailing().endsWith(">:");
      return opens && (bare || quotedNext && ReplyDate.hasSeconds(joined));
    }
    boolean dated = timed && ReplyDate.isWhole(joined);
    if (!opens && !(address && (dated || oneLine && hasDigit(joined)))) {
      return false;
    }
    return quotedNext
        || ReplyDate.hasSeconds(joined)
        || !verb.isSpoken()
            && (address || verb.isOfName() && (dated || ReplyDate.isOfMail(joined)));
  }

  private static boolean opens(String text) {
    return Character.isDigit(text.charAt(0)) || OPENERS.contains(firstWord(text));
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean mayOpen(Lines lines, int i) {
    if (lines.isBlank(i)) {
      return false;
    }
    char first = lines.first(i);
    return Character.isLetterOrDigit(first) || first == '-' || first == '"' || first == '\u5728';
  }

  /** A cheap look at the ends of the next lines: few lines end like a reply header. */
  private static boolean closesSoon(Lines lines, int i) {
    for (int k = i; k < Math.min(lines.count(), i + MAX_LINES) && !lines.isBlank(k); k++) {
      char last = lines.last(k);
      if (last == ':' || last == '\uFF1A' || last == '-' || last == 'e') {
        return true;
      }
    }
    return false;
  }

  private static boolean mayClose(StringBuilder joined) {
    int end = joined.length();
    while (end > 0 && " -\u00A0".indexOf(joined.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == 0) {
      return false;
    }
    char last = joined.charAt(end - 1);
    return last == ':' || last == '\uFF1A' || joined.substring(0, end).endsWith("wrote");
  }

  private static String firstWord(String text) {
    int from = 0;
    while (from < text.length() && !Character.isLetter(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
