package dev.uncanned.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the names of unknown people at the beginning of lines, in scripts without spaces.
 *
 * <ul>
 *   <li>Chinese: a family name and up to two letters before a form of address or a greeting, or
 *       between a greeting and a punctuation mark.
 *   <li>Japanese: the word before 様 and the like, where that ends a word, behind no more than the
 *       company and the department.
 *   <li>Thai: the word behind คุณ and the like, where a greeting before or the end of the line
 *       behind it tells that it is no sentence ("คุณ" is "you" as well).
 * </ul>
 *
 * <p>Words that greet anybody ("お客様", "เรียน คุณลูกค้า") are no names. A family name alone is
 * {@link Placeholder#LAST}, any other name {@link Placeholder#FIRST}. Linear in the length of the
 * text.
 */
final class UnspacedSalutations {

  /** A name and its place. */
  record Name(int start, int end, Placeholder kind) {}

  private static final List<String> OPENINGS =
      SalutationWords.longestFirst("zh-greeting", "th-greeting");
  private static final List<String> HELLOS = SalutationWords.longestFirst("zh-hello");
  private static final List<String> CHINESE_TITLES = SalutationWords.longestFirst("zh-title");
  private static final List<String> CHINESE_WORDS = SalutationWords.longestFirst("zh-stop");
  private static final List<String> ADDRESSES = SalutationWords.longestFirst("ja-address");
  private static final Set<String> NOBODY = Set.copyOf(SalutationWords.longestFirst("ja-stop"));
  private static final List<String> THAI_TITLES = SalutationWords.longestFirst("th-title");
  private static final List<String> THAI_PARTICLES = SalutationWords.longestFirst("th-particle");
  private static final List<String> THAI_WORDS = SalutationWords.longestFirst("th-stop");

  /** Beginnings and ends of words for anybody, and ends of departments and companies. */
  private static final String POLITE = "おご各貴";

  private static final String ANYBODY = "者客位方";
  private static final String UNITS = "部課室社店係局所会院校庁省科";

  private static final String PAUSES = " ,!、";
  private static final String CLOSINGS = ",!:、。\n";
  private static final String SEGMENT_ENDS = ",.!?:;、。\n";
  private static final char THAI = '\u0E00';
  private static final int MAX_OPENINGS = 2;
  private static final int MAX_LATIN = 8;
  private static final int MAX_GIVEN = 2;
  private static final int MAX_SEGMENT = 60;
  private static final int MAX_PIECES = 5;
  private static final int MAX_FAMILY = 3;
  private static final int MAX_JAPANESE = 6;
  private static final int MIN_THAI = 2;
  private static final int MAX_THAI = 14;

  private final String text;
  private final List<Name> found = new ArrayList<>();

  private UnspacedSalutations(String text) {
    this.text = text;
  }

  /** The names in a folded text, in their order. */
  static List<Name> in(String text) {
    UnspacedSalutations salutations = new UnspacedSalutations(text);
    int line = 0;
    while (line < text.length()) {
      int begin = salutations.spaceEnd(line);
      if (begin < text.length()) {
        salutations.read(begin);
      }
      int end = text.indexOf('\n', begin);
      line = end < 0 ? text.length() : end + 1;
    }
    return salutations.found;
  }

  private void read(int begin) {
    int name = begin;
    for (int i = 0; i < MAX_OPENINGS; i++) {
      name = openingEnd(name);
    }
    boolean greeted = name > begin;
    if (!chinese(name, greeted) && !thai(name, greeted)) {
      japanese(begin);
    }
  }

  private int openingEnd(int from) {
    int end = from;
    if (end < text.length() && text.charAt(end) >= THAI) {
      end += SalutationWords.lengthAt(text, from, OPENINGS);
    } else {
      while (end < text.length() && end - from < MAX_LATIN && isLatin(text.charAt(end))) {
        end++;
      }
      end = SalutationWords.GREETINGS.contains(key(from, end)) ? end : from;
    }
    if (end == from) {
      return from;
    }
    while (end < text.length() && PAUSES.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private String key(int start, int end) {
    return Folding.nameKey(text.substring(start, end));
  }

  private boolean chinese(int begin, boolean greeted) {
    int end = begin;
    if (SalutationWords.lengthAt(text, begin, CHINESE_WORDS) == 0) {
      end += SalutationWords.lengthAt(text, begin, SalutationWords.CHINESE_FAMILIES);
    }
    if (end == begin) {
      return false;
    }
    for (int given = 0; given <= MAX_GIVEN; given++) {
      if (isAddressed(end, given) || (greeted && isClosed(begin, end, given))) {
        found.add(new Name(begin, end, given == 0 ? Placeholder.LAST : Placeholder.FIRST));
        return true;
      }
      if (end == text.length() || !Scripts.isHan(text.codePointAt(end))) {
        return false;
      }
      end += Character.charCount(text.codePointAt(end));
    }
    return false;
  }

  private boolean isAddressed(int end, int given) {
    int title = spaceEnd(end);
    int length = SalutationWords.lengthAt(text, title, CHINESE_TITLES);
    boolean titled = length > 0 && isTitleClosed(text, title + length);
    return titled || (given > 0 && SalutationWords.lengthAt(text, end, HELLOS) > 0);
  }

  /** Whether no longer word goes on behind a title. */
  static boolean isTitleClosed(String text, int end) {
    return end == text.length()
        || !Scripts.isHan(text.codePointAt(end))
        || SalutationWords.lengthAt(text, end, HELLOS) > 0;
  }

  /** Two letters behind a comma are too often a word. */
  private boolean isClosed(int begin, int end, int given) {
    int before = begin - 1;
    while (before > 0 && text.charAt(before) == ' ') {
      before--;
    }
    boolean adjoins = PAUSES.indexOf(text.charAt(before)) < 0;
    boolean full = given == MAX_GIVEN || (given > 0 && adjoins);
    return full && (end == text.length() || CLOSINGS.indexOf(text.charAt(end)) >= 0);
  }

  private boolean thai(int begin, boolean greeted) {
    int title = SalutationWords.lengthAt(text, begin, THAI_TITLES);
    if (title == 0) {
      return false;
    }
    int start = spaceEnd(begin + title);
    int end = start;
    while (end < text.length() && isUnspacedLetter(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    boolean ends = end == text.length() || CLOSINGS.indexOf(text.charAt(end)) >= 0;
    String word = text.substring(start, end);
    for (String particle : THAI_PARTICLES) {
      if (word.endsWith(particle)) {
        word = word.substring(0, word.length() - particle.length());
        ends = true;
        break;
      }
    }
    boolean name =
        word.length() >= MIN_THAI
            && word.length() <= MAX_THAI
            && SalutationWords.lengthAt(word, 0, THAI_WORDS) == 0;
    if (name && (greeted || ends)) {
      found.add(new Name(start, start + word.length(), Placeholder.FIRST));
    }
    return name;
  }

  /** The words of the first clause of a line are tried until one ends with a form of address. */
  private void japanese(int begin) {
    int limit = Math.min(text.length(), begin + MAX_SEGMENT);
    int before = begin;
    int beforeEnd = begin;
    int family = begin;
    int familyEnd = begin;
    int start = begin;
    for (int piece = 0; piece < MAX_PIECES && start < limit; piece++) {
      int end = start;
      while (end < limit && text.charAt(end) != ' ' && SEGMENT_ENDS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      int name = addressStart(start, end);
      if (name > start) {
        japaneseName(before, beforeEnd, start, name);
        return;
      }
      if (name == start) {
        japaneseName(family, familyEnd, before, beforeEnd);
        return;
      }
      if (end == limit || text.charAt(end) != ' ') {
        return;
      }
      family = before;
      familyEnd = beforeEnd;
      before = start;
      beforeEnd = end;
      start = spaceEnd(end);
    }
  }

  /** Where the form of address begins that ends a word; -1 if none does. */
  private int addressStart(int start, int end) {
    for (String address : ADDRESSES) {
      if (end - address.length() >= start && text.startsWith(address, end - address.length())) {
        return end - address.length();
      }
    }
    return -1;
  }

  private void japaneseName(int family, int familyEnd, int start, int end) {
    if (!isPerson(start, end)) {
      return;
    }
    if (isFamily(family, familyEnd)) {
      found.add(new Name(family, familyEnd, Placeholder.LAST));
      found.add(new Name(start, end, Placeholder.FIRST));
    } else {
      boolean alone = text.codePointCount(start, end) <= MAX_FAMILY;
      found.add(new Name(start, end, alone ? Placeholder.LAST : Placeholder.FIRST));
    }
  }

  /** A family name such as 阿部 ends like a department, but it is shorter. */
  private boolean isFamily(int start, int end) {
    int letters = text.codePointCount(start, end);
    boolean unit = letters == MAX_FAMILY && UNITS.indexOf(text.charAt(end - 1)) >= 0;
    return letters <= MAX_FAMILY && !unit && isPerson(start, end);
  }

  private boolean isPerson(int start, int end) {
    int i = start;
    while (i < end && isUnspacedLetter(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i == end
        && end > start
        && text.codePointCount(start, end) <= MAX_JAPANESE
        && POLITE.indexOf(text.charAt(start)) < 0
        && ANYBODY.indexOf(text.charAt(end - 1)) < 0
        && !NOBODY.contains(text.substring(start, end));
  }

  private static boolean isUnspacedLetter(int point) {
    return Scripts.isUnspaced(point) && (Character.isLetter(point) || Folding.isMark(point));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private int spaceEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }
}
