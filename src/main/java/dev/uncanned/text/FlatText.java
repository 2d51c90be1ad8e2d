package dev.uncanned.text;

import java.util.Locale;

/** Cuts what can be cut safely from a text whose line breaks were lost. */
final class FlatText {

  private static final int MAX_HEADER = 220;
  private static final int MAX_TAIL = 60;
  private static final int MAX_NAME_WORDS = 5;
  private static final String[] OPENERS = {
    "On ", "Am ", "Le ", "El ", "Il ", "Em ", "Op ", "Den ", "W dniu ", "In data "
  };
  private static final String[] VERBS = {
    "wrote",
    "schrieb",
    "a écrit",
    "escribió",
    "escreveu",
    "ha scritto",
    "schreef",
    "skrev",
    "napisał"
  };
  private static final String[] DEVICES = {
    "Sent from my ", "Get Outlook for ", "Gesendet von ", "Von meinem iPhone", "Envoyé de mon ",
    "Enviado desde ", "Inviato da ", "Verstuurd vanaf ", "Skickat från ", "Enviado do meu "
  };
  private static final String SEPARATOR = "-----Original Message-----";

  private FlatText() {}

  /** What is left of a text of one line. */
  static String strip(String line) {
    String own = withoutThread(line);
    own = withoutDevice(own);
    String open = withoutClosing(own);
    return open.isBlank() ? own : open;
  }

  /** Without "On DATE, NAME &lt;ADDRESS&gt; wrote:" and what follows. */
  private static String withoutThread(String line) {
    int at = line.indexOf('@');
    while (at >= 0) {
      int start = headerStart(line, at);
      if (start >= 0) {
        return line.substring(0, start).stripTrailing();
      }
      at = line.indexOf('@', at + 1);
    }
    return line;
  }

  private static int headerStart(String line, int at) {
    int close = line.indexOf('>', at);
    if (close < 0 || close - at > MAX_HEADER / 2) {
      return -1;
    }
    String after = line.substring(close, Math.min(line.length(), close + 20));
    String before = line.substring(Math.max(0, at - MAX_HEADER), at);
    boolean verb = false;
    for (String candidate : VERBS) {
      verb |= after.contains(candidate) || (after.startsWith(">:") && before.contains(candidate));
    }
    return verb ? opener(line, at) : -1;
  }

  private static int opener(String line, int at) {
    int best = -1;
    for (String opener : OPENERS) {
      int start = line.lastIndexOf(opener, at);
      boolean near = start >= 0 && at - start <= MAX_HEADER;
      boolean begins = near && (start == 0 || line.charAt(start - 1) <= ' ');
      if (begins && hasDigit(line, start, Math.min(at, start + 30))) {
        best = Math.max(best, start);
      }
    }
    return best;
  }

  private static boolean hasDigit(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutDevice(String line) {
    if (line.endsWith(".")) {
      return line;
    }
    int from = Math.max(0, line.length() - MAX_TAIL);
    String tail = line.substring(from);
    for (String device : DEVICES) {
      int start = tail.lastIndexOf(device);
      if (start >= 0 && begins(line, from + start)) {
        return line.substring(0, from + start).stripTrailing();
      }
    }
    int separator = line.lastIndexOf(SEPARATOR);
    return begins(line, separator) ? line.substring(0, separator).stripTrailing() : line;
  }

  private static boolean begins(String line, int start) {
    return start > 0 && line.charAt(start - 1) <= ' ';
  }

  /** Without a closing phrase after the end of a sentence, a comma and a short name. */
  private static String withoutClosing(String line) {
    int comma = line.indexOf(',', Math.max(0, line.length() - MAX_TAIL));
    while (comma >= 0) {
      int start = sentenceStart(line, comma);
      if (start > 0) {
        String phrase = line.substring(start, comma).strip().toLowerCase(Locale.ROOT);
        if (!phrase.isEmpty() && SignOff.isClosing(phrase) && isShortName(line, comma + 1)) {
          return line.substring(0, start).stripTrailing();
        }
      }
      comma = line.indexOf(',', comma + 1);
    }
    return line;
  }

  private static boolean isShortName(String line, int from) {
    return line.substring(from).strip().split("\\s+").length <= MAX_NAME_WORDS;
  }

  private static int sentenceStart(String line, int comma) {
    for (int i = comma - 1; i > Math.max(0, comma - MAX_TAIL); i--) {
      char c = line.charAt(i);
      boolean blankLine = c == ' ' && line.charAt(i - 1) == ' ';
      if (c == '.' || c == '!' || c == '?' || blankLine) {
        return i + 1;
      }
    }
    return 0;
  }
}
