package dev.uncanned.synthetic;

/** Counts words: runs of letters and digits, with apostrophes and hyphens inside. */
final class Words {

  private Words() {}

  static int count(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      if (word && !inside) {
        words++;
      }
      inside = word || (inside && (c == '\'' || c == '’' || c == '-'));
    }
    return words;
  }
}
