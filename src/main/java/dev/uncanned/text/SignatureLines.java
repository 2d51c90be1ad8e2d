package dev.uncanned.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells where a signature among the lines of a letter ends: a name, what its bearer is, addresses,
 * what companies have to name, an advertisement. Whatever reads as prose is none of it.
 */
final class SignatureLines {

  /** Lines of a signature, and of what may stand under a name without a sign of anything. */
  private static final int MAX_LINES = 20;

  private static final int MAX_UNDER_NAME = 3;
  private static final int MAX_MOTTO = 50;
  private static final int MAX_NAME = 60;

  private final Lines lines;
  private final int[] kept;
  private final String sender;
  private Set<String> senderWords;
  private int tail = -1;
  private final SignatureLine[] looks;

  /**
   * Looks at lines that are neither blank nor cut yet.
   *
   * @param kept their numbers
   * @param sender the sender's name, empty if it is unknown
   */
  SignatureLines(Lines lines, int[] kept, String sender) {
    this.lines = lines;
    this.kept = kept;
    this.sender = sender;
    this.looks = new SignatureLine[kept.length];
  }

  SignatureLine look(int k) {
    if (looks[k] == null) {
      List<String> words = senderWords().isEmpty() ? List.of() : nameWords(k);
      boolean sendersName = !words.isEmpty() && senderWords().containsAll(words);
      looks[k] = sendersName ? SignatureLine.NAME : SignatureLine.of(lines.text(kept[k]));
    }
    return looks[k];
  }

  /** Whether a line is a name, and one of its words is known to be in that of the sender. */
  boolean isSender(int k) {
    return isName(k) && nameWords(k).stream().anyMatch(senderWords()::contains);
  }

  private Set<String> senderWords() {
    if (senderWords == null) {
      senderWords = new HashSet<>(words(sender));
      senderWords.removeIf(word -> word.length() < 2);
    }
    return senderWords;
  }

  /** The words of a line that is short enough for a name, otherwise none. */
  private List<String> nameWords(int k) {
    return lines.length(kept[k]) > MAX_NAME ? List.of() : words(lines.text(kept[k]));
  }

  /** The name keys of the words of a name. */
  private static List<String> words(String name) {
    String key = Folding.nameKey(name);
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < key.length()) {
      int start = i;
      while (i < key.length()
          && (Character.isLetterOrDigit(key.charAt(i)) || key.charAt(i) == '\'')) {
        i++;
      }
      if (i > start) {
        words.add(key.substring(start, i));
      }
      i++;
    }
    return words;
  }

  boolean isName(int k) {
    return k < kept.length && look(k) == SignatureLine.NAME;
  }

  /** Whether a line is directly below the one before it. */
  boolean isAdjacent(int k) {
    return k < kept.length && kept[k] - kept[k - 1] == 1;
  }

  /** End of the signature that begins with a line; that line if none does. */
  int end(int first) {
    int end = first;
    int k = first;
    boolean contact = false;
    while (k < kept.length && k - first < MAX_LINES && !isPostscript(k)) {
      SignatureLine look = look(k);
      if (look == SignatureLine.PROSE && !isMotto(k, end)
          || look == SignatureLine.BANNER && !contact && !(k > first && isAdjacent(k))) {
        return end;
      }
      contact |= isContact(look);
      boolean under = k == end && k - first < MAX_UNDER_NAME && (k == first || isAdjacent(k));
      k++;
      if (look.isSign() || under && look != SignatureLine.FRAGMENT && look != SignatureLine.PROSE) {
        end = k;
      }
    }
    boolean all = k == kept.length || isPostscript(k);
    return all && arePlain(end, k) ? k : end;
  }

  /** Whether a line that speaks ("Your partner for …") has lines with signs around it. */
  private boolean isMotto(int k, int end) {
    return k == end
        && lines.length(kept[k]) <= MAX_MOTTO
        && ".?!:".indexOf(lines.last(kept[k])) < 0
        && k + 1 < kept.length
        && look(k + 1).isSign()
        && look(k - 1) != SignatureLine.PROSE;
  }

  private boolean arePlain(int from, int to) {
    for (int k = from; k < to; k++) {
      SignatureLine look = look(k);
      if (look == SignatureLine.FRAGMENT || look == SignatureLine.PROSE) {
        return false;
      }
    }
    return true;
  }

  /** Whether a signature begins with a line and ends the text, a postscript aside. */
  boolean endsText(int first) {
    if (first >= kept.length) {
      return false;
    }
    int end = end(first);
    return end > first && (end == kept.length || isPostscript(end));
  }

  /** First of the lines at the end of the text, a postscript aside, that may be a signature. */
  private int tail() {
    if (tail < 0) {
      int end = kept.length;
      for (int k = kept.length - 1; k >= Math.max(0, kept.length - MAX_LINES); k--) {
        end = isPostscript(k) ? k : end;
      }
      tail = end;
      while (tail > 0 && end - tail < MAX_LINES && mayBelong(tail - 1, end)) {
        tail--;
      }
    }
    return tail;
  }

  private boolean mayBelong(int k, int end) {
    return look(k) != SignatureLine.PROSE || k + 1 < end && look(k + 1).isSign();
  }

  /** Whether a line among some tells how to reach somebody. */
  boolean hasContact(int from, int to) {
    for (int k = from; k < to; k++) {
      if (isContact(look(k))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isContact(SignatureLine look) {
    return look == SignatureLine.CONTACT || look == SignatureLine.ADDRESS;
  }

  /**
   * Whether a line is the sender's name with nothing but a signature below it. Where the sender is
   * unknown it has to be two words and more at the beginning of the last paragraph, with more than
   * a link below it.
   */
  boolean isSignature(int k) {
    if (k < tail() || !isName(k) || lines.last(kept[k - 1]) == ':' || !endsText(k)) {
      return false;
    }
    int end = end(k);
    if (!senderWords().isEmpty()) {
      return hasContact(k, end) && isSender(k);
    }
    boolean paragraph = !isAdjacent(k) && kept[end - 1] - kept[k] == end - 1 - k;
    boolean reachable = false;
    for (int i = k; i < end && paragraph; i++) {
      reachable |= look(i) == SignatureLine.CONTACT;
    }
    return reachable && nameWords(k).size() > 1;
  }

  boolean isPostscript(int k) {
    if (k >= kept.length || Character.toLowerCase(lines.first(kept[k])) != 'p') {
      return false;
    }
    String line = lines.text(kept[k]);
    return line.regionMatches(true, 0, "p.s", 0, 3)
        || line.startsWith("PS:")
        || line.startsWith("PS ")
        || line.startsWith("PS.");
  }
}
