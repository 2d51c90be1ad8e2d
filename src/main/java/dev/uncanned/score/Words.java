package dev.uncanned.score;

import dev.uncanned.text.Folding;

/**
 * The words of a text with their places, for looking them up in a {@link Lexicon}.
 *
 * <p>A word is a run of letters and digits; apostrophes and hyphens part words, combining marks
 * belong to the letter before. Words are compared in lower case without accents, by a 32-bit hash;
 * a lexicon has so few words that two of them never share one.
 */
final class Words {

  private static final int FOLDED = 0x180;
  private static final char[] FOLD = fold();
  private static final char MARKS = '\u0300';
  private static final char MARKS_END = '\u036f';
  private static final int CHARS_PER_WORD = 2;

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int[] hashes;
  private int count;

  private Words(String text) {
    this.text = text;
    int capacity = text.length() / CHARS_PER_WORD + 2;
    starts = new int[capacity];
    ends = new int[capacity];
    hashes = new int[capacity];
  }

  /** All words of a text. */
  static Words of(String text) {
    Words words = new Words(text);
    words.read();
    return words;
  }

  private void read() {
    int length = text.length();
    int i = 0;
    while (i < length) {
      int start = i;
      int hash = 0;
      while (i < length) {
        char c = text.charAt(i);
        char folded = folded(c);
        if (folded != 0) {
          hash = 31 * hash + folded;
        } else if (i == start || c < MARKS || c > MARKS_END) {
          break;
        }
        i++;
      }
      if (i > start) {
        starts[count] = start;
        ends[count] = i;
        hashes[count++] = hash;
      } else {
        i++;
      }
    }
  }

  int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  int hash(int word) {
    return hashes[word];
  }

  /** The word in lower case without accents. */
  String folded(int word) {
    StringBuilder folded = new StringBuilder(ends[word] - starts[word]);
    for (int i = starts[word]; i < ends[word]; i++) {
      char c = folded(text.charAt(i));
      if (c != 0) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /** Whether the word begins with a capital letter. */
  boolean isCapital(int word) {
    return Character.isUpperCase(text.charAt(starts[word]));
  }

  /** The first word that begins at a place or behind it; {@link #count} if there is none. */
  int firstFrom(int place) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whether a sentence ends behind a word: with the text, with a mark that no letter follows, or
   * with a line, unless it is so long that a mail program may have wrapped it.
   */
  boolean endsSentence(int word) {
    int gapEnd = gapEnd(word);
    for (int i = ends[word]; i < gapEnd; i++) {
      char c = text.charAt(i);
      boolean closes =
          Sentences.ENDS.indexOf(c) >= 0 && (i + 1 < gapEnd || gapEnd == text.length());
      if (closes || c == '\n' && !isWrapped(i)) {
        return true;
      }
    }
    return word + 1 == count;
  }

  private boolean isWrapped(int lineEnd) {
    boolean blankNext = lineEnd + 1 < text.length() && text.charAt(lineEnd + 1) == '\n';
    int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
    return lineEnd - lineStart >= Sentences.WRAPPED_LINE && !blankNext;
  }

  /** Whether one of some signs stands between a word and the next. */
  boolean isFollowedBy(int word, String signs) {
    int gapEnd = gapEnd(word);
    for (int i = ends[word]; i < gapEnd; i++) {
      if (signs.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int gapEnd(int word) {
    return word + 1 < count ? starts[word + 1] : text.length();
  }

  /** The first word of the sentence that a word stands in. */
  int sentenceStart(int word) {
    int first = word;
    while (first > 0 && !endsSentence(first - 1)) {
      first--;
    }
    return first;
  }

  /** The word behind the last of the sentence that a word stands in. */
  int sentenceEnd(int word) {
    int last = word;
    while (!endsSentence(last)) {
      last++;
    }
    return last + 1;
  }

  private static char folded(char c) {
    if (c < FOLDED) {
      return FOLD[c];
    }
    return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
  }

  /** Lower case without accents; 0 for signs that are neither letter nor digit. */
  private static char[] fold() {
    char[] fold = new char[FOLDED];
    for (char c = 0; c < FOLDED; c++) {
      if (Character.isLetterOrDigit(c)) {
        String key = Folding.nameKey(String.valueOf(c));
        fold[c] = key.length() == 1 ? key.charAt(0) : Character.toLowerCase(c);
      }
    }
    return fold;
  }
}
