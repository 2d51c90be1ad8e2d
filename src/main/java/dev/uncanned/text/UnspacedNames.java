package dev.uncanned.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The spellings of a person's name in scripts without spaces.
 *
 * <p>In Han and kana the family name comes first. A full name is one field however much of it is
 * known, so that it is the same for names of all lengths. A single letter, and a part of a full
 * name that nobody has told apart, counts only where somebody is addressed by it.
 */
final class UnspacedNames {

  private static final int MAX_FAMILY = 3;
  private static final int MAX_GIVEN = 2;
  private static final char THAI = '\u0E00';
  private static final char THAI_END = '\u1000';
  private static final String WESTERN_ORDER = "\u30FB";

  private final List<UnspacedField> fields = new ArrayList<>();
  private final Placeholder first;
  private final Placeholder last;

  private UnspacedNames(Placeholder first, Placeholder last) {
    this.first = first;
    this.last = last;
  }

  /**
   * What to look for.
   *
   * @param given folded; empty if unknown or of another script
   * @param family the same
   * @param display the whole name as the archive shows it; the same
   */
  static List<UnspacedField> of(
      String given, String family, String display, Placeholder first, Placeholder last) {
    UnspacedNames names = new UnspacedNames(first, last);
    if (!given.isEmpty() || !family.isEmpty()) {
      names.addParts(given, family);
      names.add(display, first, false);
    } else if (!display.isEmpty()) {
      names.split(display);
    }
    return names.fields;
  }

  private void addParts(String given, String family) {
    if (!given.isEmpty() && !family.isEmpty() && !isThai(given)) {
      add(family + given, first, false);
    }
    add(given, first, false);
    add(family, last, false);
  }

  private void add(String text, Placeholder kind, boolean honoured) {
    if (!text.isEmpty() && Scripts.isUnspaced(text.codePointAt(0))) {
      boolean single = text.codePointCount(0, text.length()) == 1;
      fields.add(new UnspacedField(text, kind, honoured || single));
    }
  }

  private void split(String name) {
    boolean western = name.contains(WESTERN_ORDER);
    String[] parts = name.split(western ? WESTERN_ORDER : " ", 2);
    if (parts.length == 1) {
      addWhole(name);
    } else if (western || isThai(name) || isTurned(parts)) {
      addParts(parts[0].strip(), parts[1].strip());
    } else {
      addParts(parts[1].strip(), parts[0].strip());
    }
    if (western) {
      add(name, first, false);
    }
  }

  private static boolean isThai(String name) {
    return name.charAt(0) >= THAI && name.charAt(0) < THAI_END;
  }

  /** Whether the second word is a Chinese family name and the first does not look like one. */
  private static boolean isTurned(String[] parts) {
    return SalutationWords.CHINESE_FAMILIES.contains(parts[1])
        && SalutationWords.lengthAt(parts[0], 0, SalutationWords.CHINESE_FAMILIES) == 0;
  }

  /** Where the family name ends is not known, so all places are tried. */
  private void addWhole(String name) {
    add(name, first, false);
    if (isThai(name)) {
      return;
    }
    int letters = name.codePointCount(0, name.length());
    for (int family = 1; family <= Math.min(MAX_FAMILY, letters - 1); family++) {
      int end = name.offsetByCodePoints(0, family);
      add(name.substring(0, end), last, true);
      add(name.substring(0, end) + " " + name.substring(end), first, false);
    }
    for (int given = 1; given <= Math.min(MAX_GIVEN, letters - 1); given++) {
      add(name.substring(name.offsetByCodePoints(name.length(), -given)), first, true);
    }
  }
}
