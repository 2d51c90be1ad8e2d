package dev.uncanned.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises the end of a letter: delimiter, closing phrase with the name under it, device footer,
 * disclaimer, unsubscribe line. A postscript after it stays.
 */
final class SignOff {

  private static final int MAX_SHORT = 70;
  private static final int MAX_CLOSING = 60;
  private static final int MAX_CLOSING_WORDS = 5;
  private static final int MAX_NAME_LINES = 14;
  private static final int MAX_LIST_FOOTER = 10;
  private static final int MIN_RULER = 3;
  private static final int MIN_SENTENCE_WORDS = 4;
  private static final int MIN_LONG_RULER = 40;
  private static final int MAX_SIGNATURE = 400;

  /** A letter is longer than a greeting, below which an offer may be framed by lines. */
  private static final int MIN_LETTER = 20;

  private static final Set<String> CLOSING_WORDS =
      Set.of(
          "regards",
          "sincerely",
          "cheers",
          "best",
          "wishes",
          "cordially",
          "respectfully",
          "truly",
          "faithfully",
          "warmly",
          "grüße",
          "grüßen",
          "gruß",
          "gruss",
          "grüsse",
          "grüssen",
          "lg",
          "mfg",
          "vg",
          "cordialement",
          "salutations",
          "bientôt",
          "amicalement",
          "saludos",
          "saludo",
          "atentamente",
          "cordialmente",
          "abrazo",
          "abraços",
          "abraço",
          "atenciosamente",
          "cumprimentos",
          "saluti",
          "saluto",
          "distinti",
          "groeten",
          "groet",
          "groetjes",
          "hälsningar",
          "hälsning",
          "mvh",
          "vänligen",
          "hilsen",
          "hilsner",
          "pozdrowieniami",
          "pozdrawiam",
          "poważaniem",
          "terveisin",
          "уважением",
          "thx",
          "journée",
          "soirée",
          "ystävällisin");
  private static final Set<String> THANKS =
      Set.of(
          "thanks",
          "thank you",
          "many thanks",
          "thanks again",
          "thanks in advance",
          "thanks so much",
          "thank you very much",
          "thanks a lot",
          "danke",
          "vielen dank",
          "besten dank",
          "merci",
          "merci d'avance",
          "gracias",
          "muchas gracias",
          "obrigado",
          "obrigada",
          "muito obrigado",
          "grazie",
          "grazie mille",
          "bedankt",
          "alvast bedankt",
          "dank je wel",
          "tack",
          "tack på förhand",
          "tak",
          "takk",
          "dziękuję",
          "yours",
          "love",
          "take care",
          "talk soon",
          "спасибо");
  private static final String[] DEVICES = {
    "sent from ",
    "sent via ",
    "get outlook for ",
    "gesendet von ",
    "von meinem ",
    "gesendet mit ",
    "envoyé depuis ",
    "envoyé de ",
    "envoyé à partir de ",
    "télécharger outlook",
    "enviado desde ",
    "enviado do ",
    "enviado a partir ",
    "enviado de ",
    "inviato da ",
    "verzonden vanaf ",
    "verstuurd vanaf ",
    "skickat från ",
    "sendt fra ",
    "hämta outlook",
    "lähetetty ",
    "wysłane z ",
    "отправлено с ",
    "obtener outlook",
    "obter o outlook",
    "outlook für ",
    "download outlook"
  };

  private SignOff() {}

  /** Marks the lines of sign-off and footers among those that are not gone yet. */
  static void cut(Lines lines, boolean[] gone) {
    int[] kept = kept(lines, gone);
    int p = 1;
    while (p < kept.length) {
      int end = blockEnd(lines, kept, p);
      for (int k = p; k < end; k++) {
        gone[kept[k]] = true;
      }
      p = Math.max(p + 1, end);
    }
  }

  private static int[] kept(Lines lines, boolean[] gone) {
    int[] kept = new int[lines.count()];
    int n = 0;
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i] && !lines.isBlank(i)) {
        kept[n++] = i;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  /** End of the block that begins with the p-th line, or p if none does. */
  private static int blockEnd(Lines lines, int[] kept, int p) {
    int line = kept[p];
    int length = lines.length(line);
    if (isDelimiter(lines, kept, p)) {
      return postscript(lines, kept, p);
    }
    if (length > MAX_CLOSING + 30) {
      return p;
    }
    String lower = lines.text(line).toLowerCase(Locale.ROOT);
    if (isDevice(lower)) {
      return kept.length;
    }
    return length <= MAX_CLOSING ? closingEnd(lines, kept, p, lower) : p;
  }

  private static boolean isDelimiter(Lines lines, int[] kept, int p) {
    return isShortDelimiter(lines, kept, p) || isAboveSignature(lines, kept, p);
  }

  private static boolean isShortDelimiter(Lines lines, int[] kept, int p) {
    int line = kept[p];
    int length = lines.length(line);
    char c = lines.first(line);
    if ((c != '-' && c != '_' && c != '\u2014' && c != '\u2013') || !isRun(lines, line, c)) {
      return false;
    }
    int rest = kept.length - p - 1;
    if (c == '-') {
      return length == 2 || (length == 3 && rest > 0 && areShort(lines, kept, p + 1, 8));
    }
    if (c == '_') {
      return rest <= MAX_LIST_FOOTER
          && rest > 0
          && (length <= 4 || hasAddress(lines, kept, p + 1, kept.length));
    }
    return rest > 0 && areShort(lines, kept, p + 1, 8);
  }

  /**
   * Whether a line is drawn across the page and below it stands only what is set apart from a
   * letter in this way: a few short lines with an address, at the end or above another delimiter.
   * The advertisements of mailing lists stand like that above the footer of the list.
   */
  private static boolean isAboveSignature(Lines lines, int[] kept, int p) {
    if (lines.length(kept[p]) < MIN_LONG_RULER
        || lines.first(kept[p]) == '*'
        || !isRuler(lines, kept[p])) {
      return false;
    }
    int above = 0;
    for (int k = 0; k < p && above < MIN_LETTER; k++) {
      above += isRuler(lines, kept[k]) ? 0 : lines.length(kept[k]);
    }
    int end = p + 1;
    int chars = 0;
    while (above >= MIN_LETTER && end < kept.length && !isShortDelimiter(lines, kept, end)) {
      chars += isRuler(lines, kept[end]) ? 0 : lines.length(kept[end]);
      if (chars > MAX_SIGNATURE || end - p > MAX_LIST_FOOTER) {
        return false;
      }
      end++;
    }
    return above >= MIN_LETTER && hasAddress(lines, kept, p + 1, end);
  }

  /** Whether a line is drawn of three and more equal signs. */
  static boolean isRuler(Lines lines, int line) {
    char c = lines.first(line);
    return "-_=*\u2014".indexOf(c) >= 0 && lines.length(line) >= MIN_RULER && isRun(lines, line, c);
  }

  private static boolean isRun(Lines lines, int line, char c) {
    if (lines.last(line) != c) {
      return false;
    }
    String text = lines.text(line);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != c) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAddress(Lines lines, int[] kept, int from, int end) {
    for (int k = from; k < end; k++) {
      String text = lines.text(kept[k]);
      if (text.contains("@") || text.contains("http")) {
        return true;
      }
    }
    return false;
  }

  private static boolean areShort(Lines lines, int[] kept, int from, int max) {
    if (kept.length - from > max) {
      return false;
    }
    for (int k = from; k < kept.length; k++) {
      if (lines.length(kept[k]) > MAX_SHORT) {
        return false;
      }
    }
    return true;
  }

  private static int closingEnd(Lines lines, int[] kept, int p, String lower) {
    boolean thanks = isThanks(lower);
    boolean withName = isClosingWithName(lines.text(kept[p]), lower);
    if (!thanks && !withName && !isClosing(lower)) {
      return p;
    }
    int end = p + 1;
    while (end < kept.length
        && end - p <= MAX_NAME_LINES
        && lines.length(kept[end]) <= MAX_SHORT
        && !isPostscript(lines.text(kept[end]))) {
      end++;
    }
    boolean stopped = end < kept.length && !isPostscript(lines.text(kept[end]));
    if (stopped) {
      // More text follows: only what stands directly under the phrase is the name.
      end = p + 1;
      while (end < kept.length && end - p < 4 && kept[end] - kept[end - 1] == 1) {
        if (lines.length(kept[end]) > MAX_SHORT) {
          return p;
        }
        end++;
      }
    }
    boolean goesOn = end == p + 1 || isSentence(lines.text(kept[p + 1]));
    return thanks && goesOn ? p : end;
  }

  /** Whether a line is no name: some words that a full stop or the like ends. */
  private static boolean isSentence(String line) {
    boolean ended = ".!?".indexOf(line.charAt(line.length() - 1)) >= 0;
    return ended && line.split(" +").length >= MIN_SENTENCE_WORDS;
  }

  private static int postscript(Lines lines, int[] kept, int p) {
    return lines.length(kept[p]) == 2 ? kept.length : shortEnd(lines, kept, p);
  }

  private static int shortEnd(Lines lines, int[] kept, int p) {
    int end = p + 1;
    while (end < kept.length && !isPostscript(lines.text(kept[end]))) {
      end++;
    }
    return end;
  }

  private static boolean isPostscript(String line) {
    return line.regionMatches(true, 0, "p.s", 0, 3)
        || line.startsWith("PS:")
        || line.startsWith("PS ")
        || line.startsWith("PS.");
  }

  /** A closing phrase alone in its line, such as "Mit freundlichen Grüßen". */
  static boolean isClosing(String lower) {
    String phrase = withoutTail(lower);
    if (Phrases.footers().is(Phrases.Kind.CLOSING, phrase, 0, phrase.length())
        && !THANKS.contains(phrase)) {
      return lower.indexOf('?') < 0;
    }
    int last = phrase.lastIndexOf(' ') + 1;
    int words = 1;
    for (int i = 0; i < phrase.length(); i++) {
      words += phrase.charAt(i) == ' ' ? 1 : 0;
    }
    return words <= MAX_CLOSING_WORDS
        && (CLOSING_WORDS.contains(phrase.substring(last))
            || phrase.equals("sincerely yours")
            || phrase.equals("yours")
            || phrase.equals("all the best to you")
            || phrase.endsWith("distinti saluti"))
        && !phrase.startsWith("in ")
        && !phrase.startsWith("as ")
        && phrase.indexOf('.') < 0
        && phrase.indexOf('?') < 0
        && lower.indexOf('?') < 0;
  }

  private static boolean isThanks(String lower) {
    return THANKS.contains(withoutTail(lower));
  }

  /** "Best regards, Ann Lee": a closing phrase, a comma, at most four capitalised words. */
  private static boolean isClosingWithName(String line, String lower) {
    int comma = line.indexOf(',');
    if (comma < 0 || comma + 2 >= line.length()) {
      return false;
    }
    String phrase = lower.substring(0, Math.min(comma, lower.length()));
    if (!isClosing(phrase) && !isThanks(phrase)) {
      return false;
    }
    String[] words = line.substring(comma + 1).strip().split("\\s+");
    if (words.length > 4) {
      return false;
    }
    for (String word : words) {
      if (Character.isLowerCase(word.codePointAt(0))) {
        return false;
      }
    }
    return !line.endsWith("?");
  }

  /** Without the comma, exclamation mark or emoji at the end. */
  private static String withoutTail(String lower) {
    int end = lower.length();
    while (end > 0 && !Character.isLetter(lower.charAt(end - 1))) {
      end--;
    }
    return lower.substring(0, end).strip();
  }

  private static boolean isDevice(String lower) {
    for (String device : DEVICES) {
      if (lower.startsWith(device)) {
        char last = lower.charAt(lower.length() - 1);
        return last != '.' && last != '?' && lower.indexOf(',') < 0;
      }
    }
    return lower.startsWith("von ") && lower.endsWith(" gesendet");
  }
}
