package dev.uncanned.text;

/** A text and its tokens, and what is asked about the signs around a token. Not thread-safe. */
final class TokenText {

  private static final int MAX_ELIDED = 2;

  private final Tokenizer tokens = new Tokenizer();
  private String text = "";
  private int keyToken = -1;
  private String key = "";

  /** Reads a text, replacing the one before. */
  void read(String folded) {
    text = folded;
    tokens.read(folded);
    keyToken = -1;
  }

  Tokenizer tokens() {
    return tokens;
  }

  String text() {
    return text;
  }

  int count() {
    return tokens.count();
  }

  /** The name key of a token, kept since several fields are compared with one token in turn. */
  String key(int i) {
    if (keyToken != i) {
      keyToken = i;
      key = tokens.isOdd(i) ? Folding.nameKey(tokens.token(i)) : tokens.token(i);
    }
    return key;
  }

  /** Whether a token is no word in lower case; letters without case count as capitals. */
  boolean isCapitalised(int i) {
    return !Character.isLowerCase(firstLetter(i));
  }

  /** Whether a token begins with a capital of a script that has them. */
  boolean isUpperCase(int i) {
    int c = firstLetter(i);
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** Whether the letters of a token have capitals. */
  boolean isCased(int i) {
    int c = firstLetter(i);
    return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  private int firstLetter(int i) {
    int start = tokens.start(i);
    boolean elided = tokens.end(i) - start > MAX_ELIDED && text.charAt(start + 1) == '\'';
    return text.codePointAt(elided ? start + MAX_ELIDED : start);
  }

  boolean beginsSentence(int i) {
    for (int k = tokens.start(i) - 1; k >= 0; k--) {
      char c = text.charAt(k);
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':') {
        return true;
      }
      if (Character.isLetterOrDigit(c) || c == ',') {
        return false;
      }
    }
    return true;
  }

  /** Whether a token is the first of its line. */
  boolean beginsLine(int i) {
    for (int k = tokens.start(i) - 1; k >= 0; k--) {
      char c = text.charAt(k);
      if (c == '\n') {
        return true;
      }
      if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether only spaces, hyphens and the dot of a short form stand before a token. */
  boolean adjoins(int i) {
    for (int k = tokens.end(i - 1); k < tokens.start(i); k++) {
      char c = text.charAt(k);
      if (c != ' ' && c != '-' && !(c == '.' && ContactFields.isHonorific(key(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether only spaces and one of some signs stand before a token. */
  boolean follows(int i, String signs) {
    boolean found = false;
    for (int k = tokens.end(i - 1); k < tokens.start(i); k++) {
      char c = text.charAt(k);
      boolean sign = !found && signs.indexOf(c) >= 0;
      found |= sign;
      if (c != ' ' && !sign) {
        return false;
      }
    }
    return found;
  }

  /** The first sign behind a token that is no space; a line break at the end of the text. */
  char signBehind(int i) {
    int k = tokens.end(i);
    while (k < text.length() && text.charAt(k) == ' ') {
      k++;
    }
    return k == text.length() ? '\n' : text.charAt(k);
  }

  /** Whether only spaces and commas stand before a token. */
  boolean isListed(int i) {
    for (int k = tokens.end(i - 1); k < tokens.start(i); k++) {
      char c = text.charAt(k);
      if (c != ' ' && c != ',') {
        return false;
      }
    }
    return true;
  }
}
