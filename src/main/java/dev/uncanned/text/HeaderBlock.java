package dev.uncanned.text;

import java.util.Locale;
import java.util.Map;

/** Recognises the block of From, Sent, To, Subject that mail programs put above a quoted thread. */
final class HeaderBlock {

  private static final int MAX_CHARS = 500;
  private static final int MAX_KEY = 22;
  private static final int MIN_KEYS = 2;
  private static final int BLOCK_LINES = 6;
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

  private HeaderBlock() {}

  /**
   * The role of a header key such as "From" or "*Betreff*": f, t, c, d, s; 0 for other words.
   *
   * @param key may have stars and spaces of any width around it: French puts one before a colon
   */
  static char keyOf(String key) {
    return KEYS.getOrDefault(trimmed(key).toLowerCase(Locale.ROOT), (char) 0);
  }

  private static String trimmed(String key) {
    int start = 0;
    int end = key.length();
    while (start < end && isPadding(key.charAt(start))) {
      start++;
    }
    while (end > start && isPadding(key.charAt(end - 1))) {
      end--;
    }
    StringBuilder plain = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      plain.append(Character.isSpaceChar(key.charAt(i)) ? ' ' : key.charAt(i));
    }
    return plain.toString();
  }

  private static boolean isPadding(char c) {
    return c == '*' || Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  /**
   * Whether a block of mail headers begins in line {@code i}: at least two of From, To, Sent,
   * Subject and their translations within six lines, a sender with a subject or somebody with a
   * date among them. A letter may list to whom a draft goes, or whence and when a train.
   */
  static boolean begins(Lines lines, int i) {
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
    boolean sender = seen.indexOf('f') >= 0;
    boolean people = sender || seen.indexOf('t') >= 0;
    boolean titled = sender && seen.indexOf('s') >= 0;
    boolean dated =
        seen.indexOf('d') >= 0
            && (hasAddress(lines, i) || seen.indexOf('f') == 0 && hasTime(lines, i));
    return seen.length() >= MIN_KEYS && (titled || people && dated);
  }

  /** Whether line {@code i} is a block of mail headers that lost its line ends. */
  static boolean isRow(Lines lines, int i) {
    return key(lines, i) == 'f' && FlatThread.start(lines.text(i)) == 0;
  }

  private static boolean hasTime(Lines lines, int i) {
    for (int k = i; k < Math.min(lines.count(), i + BLOCK_LINES); k++) {
      if (key(lines, k) == 'd' && ReplyDate.hasTime(lines.text(k))) {
        return true;
      }
    }
    return false;
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
    return keyOf(lines.text(i).substring(0, colon));
  }
}
