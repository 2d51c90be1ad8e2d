package dev.uncanned.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Recognises the lines that mail programs put above a quoted thread, in about 15 languages: "On …
 * wrote:", a separator such as "-----Original Message-----", a block of From, Sent, To, Subject.
 */
final class ReplyHeader {

  private static final int MAX_LINES = 4;
  private static final int MAX_CHARS = 500;
  private static final int MAX_KEY = 22;
  private static final int MIN_KEYS = 2;
  private static final int BLOCK_LINES = 6;
  private static final String[] VERBS = {
    "wrote",
    "schrieb",
    "geschrieben",
    "écrit",
    "ecrit",
    "escribió",
    "escribio",
    "escreveu",
    "scritto",
    "schreef",
    "geschreven",
    "skrev",
    "skreiv",
    "kirjoitti",
    "pisze",
    "napisał",
    "napsal",
    "írta",
    "yazdı",
    "scris",
    "написал",
    "пишет",
    "写道",
    "寫道",
    "작성",
    "のメッセージ"
  };
  private static final Set<String> OPENERS =
      Set.of(
          "on",
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
          "za");
  private static final Map<String, Character> KEYS =
      Map.ofEntries(
          Map.entry("from", 'f'),
          Map.entry("von", 'f'),
          Map.entry("de", 'f'),
          Map.entry("van", 'f'),
          Map.entry("da", 'f'),
          Map.entry("fra", 'f'),
          Map.entry("från", 'f'),
          Map.entry("od", 'f'),
          Map.entry("lähettäjä", 'f'),
          Map.entry("от", 'f'),
          Map.entry("expéditeur", 'f'),
          Map.entry("to", 't'),
          Map.entry("an", 't'),
          Map.entry("à", 't'),
          Map.entry("a", 't'),
          Map.entry("para", 't'),
          Map.entry("aan", 't'),
          Map.entry("til", 't'),
          Map.entry("till", 't'),
          Map.entry("do", 't'),
          Map.entry("кому", 't'),
          Map.entry("cc", 'c'),
          Map.entry("bcc", 'c'),
          Map.entry("copie à", 'c'),
          Map.entry("kopie", 'c'),
          Map.entry("sent", 'd'),
          Map.entry("date", 'd'),
          Map.entry("gesendet", 'd'),
          Map.entry("datum", 'd'),
          Map.entry("envoyé le", 'd'),
          Map.entry("envoyé", 'd'),
          Map.entry("enviado", 'd'),
          Map.entry("enviado el", 'd'),
          Map.entry("enviada em", 'd'),
          Map.entry("fecha", 'd'),
          Map.entry("data", 'd'),
          Map.entry("inviato", 'd'),
          Map.entry("verzonden", 'd'),
          Map.entry("skickat", 'd'),
          Map.entry("sendt", 'd'),
          Map.entry("dato", 'd'),
          Map.entry("wysłano", 'd'),
          Map.entry("дата", 'd'),
          Map.entry("message du", 'd'),
          Map.entry("subject", 's'),
          Map.entry("betreff", 's'),
          Map.entry("objet", 's'),
          Map.entry("asunto", 's'),
          Map.entry("assunto", 's'),
          Map.entry("oggetto", 's'),
          Map.entry("onderwerp", 's'),
          Map.entry("ämne", 's'),
          Map.entry("emne", 's'),
          Map.entry("temat", 's'),
          Map.entry("тема", 's'),
          Map.entry("sujet", 's'),
          Map.entry("absender", 'f'),
          Map.entry("remitente", 'f'),
          Map.entry("mittente", 'f'),
          Map.entry("afzender", 'f'),
          Map.entry("avsändare", 'f'),
          Map.entry("empfänger", 't'),
          Map.entry("destinataire", 't'),
          Map.entry("destinatario", 't'),
          Map.entry("destinatário", 't'),
          Map.entry("ontvanger", 't'),
          Map.entry("mottagare", 't'),
          Map.entry("kopia", 'c'),
          Map.entry("copie", 'c'),
          Map.entry("copia", 'c'),
          Map.entry("cópia", 'c'),
          Map.entry("gesendet am", 'd'),
          Map.entry("date d'envoi", 'd'),
          Map.entry("enviado em", 'd'),
          Map.entry("enviada", 'd'),
          Map.entry("inviato il", 'd'),
          Map.entry("fecha de envío", 'd'),
          Map.entry("verzonden op", 'd'),
          Map.entry("onderwerp van bericht", 's'),
          Map.entry("título", 's'),
          Map.entry("sent at", 'd'),
          Map.entry("date sent", 'd'),
          Map.entry("reply-to", 'c'));
  private static final String[] SEPARATORS = {
    "original message",
    "original appointment",
    "ursprüngliche nachricht",
    "originalnachricht",
    "message d'origine",
    "message d’origine",
    "message original",
    "mensaje original",
    "mensagem original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "originele bericht",
    "oprindelig besked",
    "oprindelig meddelelse",
    "ursprungligt meddelande",
    "opprinnelig melding",
    "wiadomość oryginalna",
    "oryginalna wiadomość",
    "forwarded",
    "weitergeleitet",
    "transféré",
    "reenviado",
    "encaminhada",
    "inoltrato",
    "doorgestuurd",
    "vidarebefordrat",
    "videresendt",
    "reply message",
    "reply separator",
    "alkuperäinen viesti",
    "исходное сообщение"
  };
  private static final String[] FORWARDS = {
    "begin forwarded message",
    "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail",
    "début du message réexpédié",
    "début du message transféré",
    "début du courriel transféré",
    "inicio del mensaje reenviado",
    "início da mensagem encaminhada",
    "início da mensagem reencaminhada",
    "começo da mensagem encaminhada",
    "inizio messaggio inoltrato",
    "inizio del messaggio inoltrato",
    "begin doorgestuurd bericht",
    "vidarebefordrat brev",
    "vidarebefordrat mejl",
    "vidarebefordrat meddelande"
  };

  private ReplyHeader() {}

  /** The role of a header key such as "From" or "Betreff": f, t, c, d, s; 0 for other words. */
  static char keyOf(String key) {
    return KEYS.getOrDefault(key.toLowerCase(Locale.ROOT), (char) 0);
  }

  /** Whether a word may begin a reply header: "On", weekdays. */
  static boolean isOpener(String word) {
    return OPENERS.contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether a text in lower case begins with the words of a separator, three words at most before.
   */
  static boolean startsWithSeparator(String lower) {
    for (String separator : SEPARATORS) {
      int at = lower.indexOf(separator);
      if (at >= 0 && at <= MAX_KEY) {
        return true;
      }
    }
    return false;
  }

  /** Where the "Begin forwarded message" begins that ends with a colon at this place, or -1. */
  static int forwardStart(String line, int colon) {
    int end = colon;
    while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\u00A0')) {
      end--;
    }
    for (String forward : FORWARDS) {
      int start = end - forward.length();
      if (line.regionMatches(true, start, forward, 0, forward.length())
          && Character.isUpperCase(line.charAt(start))) {
        return start;
      }
    }
    return -1;
  }

  /** First line after the "On … wrote:" that begins in line {@code i}, or -1. */
  static int introEnd(Lines lines, int i) {
    if (!mayOpen(lines, i)) {
      return -1;
    }
    if (!closesSoon(lines, i)) {
      return -1;
    }
    StringBuilder joined = new StringBuilder();
    for (int k = i; k < Math.min(lines.count(), i + MAX_LINES) && !lines.isBlank(k); k++) {
      joined.append(k == i ? "" : " ").append(lines.text(k));
      if (joined.length() > MAX_CHARS) {
        return -1;
      }
      if (mayClose(joined) && isIntro(joined.toString(), k == i)) {
        return k + 1;
      }
      if (k > i && lines.isQuoted(k)) {
        return -1;
      }
    }
    return -1;
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
    return last == ':'
        || last == '\uFF1A'
        || (end > 5 && joined.substring(end - 5, end).equals("wrote"));
  }

  private static boolean isIntro(String joined, boolean oneLine) {
    boolean verb = hasVerb(joined);
    if (!hasDigit(joined)) {
      return false;
    }
    boolean address = joined.indexOf('@') >= 0;
    boolean opener = OPENERS.contains(firstWord(joined)) || startsWithDigit(joined);
    return (verb && (opener || (address && oneLine)))
        || (address && opener && hasTime(joined) && joined.stripTrailing().endsWith(">:"));
  }

  private static boolean hasVerb(String text) {
    for (String verb : VERBS) {
      if (text.contains(verb)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Two digits, a colon or dot, two digits. */
  private static boolean hasTime(String text) {
    for (int i = 2; i + 2 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == ':' || c == '.')
          && Character.isDigit(text.charAt(i - 1))
          && Character.isDigit(text.charAt(i + 1))
          && Character.isDigit(text.charAt(i + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithDigit(String text) {
    return Character.isDigit(text.charAt(0));
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

  /** Whether line {@code i} is a separator such as "-----Original Message-----". */
  static boolean isSeparator(Lines lines, int i) {
    char first = lines.first(i);
    if (first == '-' || first == '_' || first == '*') {
      String line = lines.text(i);
      return line.length() < 200
          && line.startsWith("--")
          && containsAny(line.toLowerCase(Locale.ROOT), SEPARATORS);
    }
    if ("BbAaDdIiVvCcPp".indexOf(first) >= 0 && lines.last(i) == ':') {
      return containsAny(lines.text(i).toLowerCase(Locale.ROOT), FORWARDS);
    }
    return false;
  }

  private static boolean containsAny(String lower, String[] phrases) {
    for (String phrase : phrases) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a block of mail headers begins in line {@code i}: at least two of From, To, Sent,
   * Subject and their translations within six lines, the sender or recipient among them.
   */
  static boolean isBlock(Lines lines, int i) {
    char first = key(lines, i);
    if (first == 0 || first == 'c' || first == 's') {
      return false;
    }
    String seen = "" + first;
    for (int k = i + 1; k < Math.min(lines.count(), i + BLOCK_LINES); k++) {
      char key = key(lines, k);
      if (key != 0 && seen.indexOf(key) < 0) {
        seen += key;
      }
    }
    boolean people = seen.indexOf('f') >= 0 || seen.indexOf('t') >= 0;
    boolean subject = seen.indexOf('s') >= 0;
    boolean dated = seen.indexOf('d') >= 0 && (hasAddress(lines, i) || seen.indexOf('f') == 0);
    return seen.length() >= MIN_KEYS && people && (subject || dated);
  }

  /** Journeys have from, to and a date as well, mails have addresses. */
  private static boolean hasAddress(Lines lines, int i) {
    for (int k = i; k < Math.min(lines.count(), i + BLOCK_LINES); k++) {
      if (lines.indexOf(k, '@', MAX_CHARS) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static char key(Lines lines, int i) {
    if (lines.isBlank(i) || lines.isQuoted(i)) {
      return 0;
    }
    char first = lines.first(i);
    if (first != '*' && !Character.isUpperCase(first) && first != 'c') {
      return 0;
    }
    int colon = lines.indexOf(i, ':', MAX_KEY);
    if (colon < 0) {
      return 0;
    }
    String key = lines.text(i).substring(0, colon).replace("*", "").strip();
    return keyOf(key);
  }
}
