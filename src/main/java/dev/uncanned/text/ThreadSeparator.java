package dev.uncanned.text;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Recognises the lines that part a letter from the thread below it, in about 15 languages:
 * "-----Original Message-----", "Begin forwarded message:".
 */
final class ThreadSeparator {

  private static final int MAX_LINE = 200;
  private static final int MAX_BEFORE = 22;

  /** Compared without spaces and hyphens: "Original-Nachricht" and "Originalnachricht" are one. */
  private static final String[] SEPARATORS =
      Stream.of(
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
              "исходное сообщение")
          .map(ThreadSeparator::joined)
          .toArray(String[]::new);

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

  private ThreadSeparator() {}

  /** Whether line {@code i} is such a line. */
  static boolean is(Lines lines, int i) {
    char first = lines.first(i);
    if (first == '-' || first == '_' || first == '*') {
      return lines.length(i) < MAX_LINE && isRuled(lines, i) && separatorAt(lines.text(i)) >= 0;
    }
    if ("BbAaDdIiVvCcPp".indexOf(first) >= 0 && lines.last(i) == ':') {
      return containsForward(lines.text(i).toLowerCase(Locale.ROOT));
    }
    return false;
  }

  /** Two hyphens may begin an item of a list, so they must end the line, too. */
  private static boolean isRuled(Lines lines, int i) {
    String line = lines.text(i);
    return line.startsWith("---") || line.startsWith("--") && lines.last(i) == '-';
  }

  private static boolean containsForward(String lower) {
    for (String forward : FORWARDS) {
      if (lower.contains(forward)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text begins with the words of a separator, three words at most before. */
  static boolean starts(String text) {
    int at = separatorAt(text);
    return at >= 0 && at <= MAX_BEFORE;
  }

  /** Where the first words of a separator stand, counted without spaces and hyphens, or -1. */
  private static int separatorAt(String text) {
    String joined = joined(text);
    int best = -1;
    for (String separator : SEPARATORS) {
      int at = joined.indexOf(separator);
      best = at >= 0 && (best < 0 || at < best) ? at : best;
    }
    return best;
  }

  private static String joined(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '-' && !Character.isSpaceChar(c) && !Character.isWhitespace(c)) {
        joined.append(c);
      }
    }
    return joined.toString().toLowerCase(Locale.ROOT);
  }

  /** Where the "Begin forwarded message" begins that ends with a colon at this place, or -1. */
  static int forwardStart(String line, int colon) {
    int end = colon;
    while (end > 0 && Character.isSpaceChar(line.charAt(end - 1))) {
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
}
