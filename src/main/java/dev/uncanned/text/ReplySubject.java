package dev.uncanned.text;

import java.util.Locale;
import java.util.Set;

/** Recognises the subject of an answer or a forward: "Re: offer", "[list] AW: Angebot". */
final class ReplySubject {

  private static final Set<String> MARKS =
      Set.of(
          "re", "fw", "fwd", "aw", "wg", "sv", "vs", "vb", "tr", "rv", "res", "enc", "antw", "r",
          "rif", "rép", "odp", "ynt", "vá", "回复", "答复", "转发", "回覆", "轉寄");

  private static final int MAX_CHARS = 500;

  private ReplySubject() {}

  /** A mark counts wherever a colon follows: "offer (was: Re: seats)" answers too. */
  static boolean is(String subject) {
    if (subject == null) {
      return false;
    }
    int end = Math.min(MAX_CHARS, subject.length());
    for (int i = 0; i < end; i++) {
      char c = subject.charAt(i);
      if ((c == ':' || c == '\uFF1A') && MARKS.contains(wordBefore(subject, i))) {
        return true;
      }
    }
    return false;
  }

  /** The letters before a colon; some programs count there: "Re[2]:", "AW (3):". */
  private static String wordBefore(String subject, int colon) {
    int to = colon;
    while (to > 0 && !Character.isLetter(subject.charAt(to - 1))) {
      to--;
    }
    int from = to;
    while (from > 0 && Character.isLetter(subject.charAt(from - 1))) {
      from--;
    }
    return subject.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
