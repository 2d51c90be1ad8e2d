package dev.uncanned.template;

import java.util.List;

/**
 * What each member has in one place of a template, as a range of its tokens.
 *
 * @param starts for each member number of the first token
 * @param ends for each member number of the token behind the last; its start if it has none
 */
record FillSpans(List<AlignedMember> members, int[] starts, int[] ends) {

  /** All that stands in a gap of the skeleton. */
  static FillSpans ofGap(List<AlignedMember> members, int gap) {
    int[] starts = new int[members.size()];
    int[] ends = new int[members.size()];
    for (int m = 0; m < starts.length; m++) {
      starts[m] = members.get(m).gapStart(gap);
      ends[m] = members.get(m).gapEnd(gap);
    }
    return new FillSpans(members, starts, ends);
  }

  int size() {
    return starts.length;
  }

  AlignedMember member(int m) {
    return members.get(m);
  }

  /** Number of words that a member has there. */
  int words(int m) {
    return ends[m] - starts[m];
  }

  /** The words that a member has there; empty if there are none. */
  List<String> fill(int m) {
    return member(m).words(starts[m], ends[m]);
  }

  /** Messages that have words there. */
  long filled() {
    long filled = 0;
    for (int m = 0; m < starts.length; m++) {
      filled += words(m) > 0 ? member(m).weight() : 0;
    }
    return filled;
  }

  /** Whether all that have words there have one word and nothing else; false for null. */
  boolean isOnly(String word) {
    for (int m = 0; m < starts.length; m++) {
      boolean other = words(m) > 1 || words(m) == 1 && !member(m).token(starts[m]).equals(word);
      if (other) {
        return false;
      }
    }
    return word != null;
  }

  /** The slot that these fills make. */
  Slot slot(int number, long messages) {
    SlotFills fills = new SlotFills(messages);
    for (int m = 0; m < starts.length; m++) {
      if (words(m) > 0) {
        fills.add(fill(m), member(m).weight());
      }
    }
    return fills.slot(number);
  }
}
