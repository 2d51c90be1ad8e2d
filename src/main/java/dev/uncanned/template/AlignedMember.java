package dev.uncanned.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One text, cut at the words of the skeleton: which of them it has and what stands between.
 *
 * <p>With k words in the skeleton there are k + 1 gaps; gap i lies before word i, gap k at the end.
 * The text is gap 0, word 0 if it has it, gap 1, and so on; nothing of it is lost. A word that
 * stands in place of a missing word of the skeleton is in the gap before that word.
 */
public final class AlignedMember {

  private final MemberText text;
  private final String[] tokens;
  private final int[] gapEnds;
  private final boolean[] has;

  /**
   * @param columns the medoid's columns that are the skeleton, rising
   * @param partners for each column of the medoid the index of its partner in {@code tokens}, or -1
   * @param equal for each column whether the partner is the same word
   */
  AlignedMember(MemberText text, String[] tokens, int[] columns, int[] partners, boolean[] equal) {
    this.text = text;
    this.tokens = tokens;
    this.gapEnds = new int[columns.length + 1];
    this.has = new boolean[columns.length];
    int word = 0;
    int next = 0;
    for (int column = 0; column < partners.length; column++) {
      boolean skeleton = word < columns.length && columns[word] == column;
      boolean split = skeleton && equal[column];
      if (partners[column] >= 0) {
        next = partners[column] + (split ? 0 : 1);
      }
      if (skeleton) {
        gapEnds[word] = next;
        has[word] = split;
        next += split ? 1 : 0;
        word++;
      }
    }
    gapEnds[word] = tokens.length;
  }

  /** The text that was cut. */
  public MemberText text() {
    return text;
  }

  /** Whether it has a word of the skeleton, counted from 0. */
  public boolean has(int word) {
    return has[word];
  }

  /** Its words in a gap, counted from 0; empty if there are none. */
  public List<String> fill(int gap) {
    return words(gapStart(gap), gapEnds[gap]);
  }

  /** Its tokens, put together from the skeleton's words and its fills. */
  public List<String> rebuild(List<String> words) {
    List<String> rebuilt = new ArrayList<>(fill(0));
    for (int word = 0; word < has.length; word++) {
      if (has[word]) {
        rebuilt.add(words.get(word));
      }
      rebuilt.addAll(fill(word + 1));
    }
    return rebuilt;
  }

  /** Its tokens from one number to the one before another. */
  List<String> words(int from, int to) {
    return List.of(Arrays.copyOfRange(tokens, from, to));
  }

  /** A token; null where the text has none. */
  String token(int number) {
    return number >= 0 && number < tokens.length ? tokens[number] : null;
  }

  /** Number of the token behind a gap. */
  int gapEnd(int gap) {
    return gapEnds[gap];
  }

  int tokens() {
    return tokens.length;
  }

  long weight() {
    return Math.max(1, text.copies_n());
  }

  /** Number of the first token in a gap; of the token behind it if the gap is empty. */
  int gapStart(int gap) {
    return gap == 0 ? 0 : gapEnds[gap - 1] + (has[gap - 1] ? 1 : 0);
  }
}
