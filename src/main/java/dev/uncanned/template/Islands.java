package dev.uncanned.template;

import dev.uncanned.text.CommonWords;
import dev.uncanned.text.Folding;
import dev.uncanned.text.Placeholder;
import java.util.Arrays;
import java.util.List;

/**
 * Finds words of a skeleton that only meet by chance, between two slots that are one.
 *
 * <p>One or two words between two slots are such an island if the slots are one choice, because
 * what stands in the one tells what stands in the other: "our mill has spun | wool | since the war"
 * and "no animal is harmed for | wool". Where nearly everybody got other words on both sides, a
 * word between them is kept if {@value #STEADY} of the messages have it; a word of everyday
 * language, which sentences share without a template, if {@value #STEADY_IF_COMMON} have it. Merge
 * fields are no such slots, however well the unmasked position of somebody tells the company.
 */
final class Islands {

  private static final int LONGEST = 2;
  private static final double STEADY = 0.9;
  private static final double STEADY_IF_COMMON = 0.95;

  private final List<AlignedMember> members;
  private final long messages;
  private final double slotFill;

  /** What each member has in the slot before an island, as a number that equal words share. */
  private long[] left;

  Islands(List<AlignedMember> members, long messages, double slotFill) {
    this.members = members;
    this.messages = messages;
    this.slotFill = slotFill;
  }

  /**
   * Says for each word of the skeleton whether it stays.
   *
   * @param supports share of the messages that have each word
   */
  boolean[] kept(List<String> words, double[] supports) {
    boolean[] kept = new boolean[words.size()];
    Arrays.fill(kept, true);
    int leftGap = -1;
    for (int gap = 0; gap <= words.size(); gap++) {
      if (!isSlot(gap)) {
        continue;
      }
      long[] right = keys(gap);
      if (leftGap >= 0 && drop(kept, words, supports, leftGap, gap, right)) {
        join(leftGap, gap);
      } else {
        left = right;
      }
      leftGap = gap;
    }
    return kept;
  }

  private boolean isSlot(int gap) {
    long filled = 0;
    for (AlignedMember member : members) {
      filled += member.gapEnd(gap) > member.gapStart(gap) ? member.weight() : 0;
    }
    return filled > 0 && (double) filled / messages >= slotFill;
  }

  /** Drops the words between two slots that meet by chance; says whether none is left. */
  private boolean drop(
      boolean[] kept, List<String> words, double[] supports, int from, int to, long[] right) {
    if (!canBeIsland(words, from, to) || isField(from) || isField(to)) {
      return false;
    }
    FillPairs pairs = new FillPairs(slotFill);
    for (int m = 0; m < left.length; m++) {
      pairs.add(left[m], right[m], members.get(m).weight());
    }
    boolean personal = pairs.arePersonal();
    boolean oneChoice = !personal && pairs.areOneChoice();
    boolean all = true;
    for (int word = from; word < to; word++) {
      kept[word] = personal ? isSteady(words.get(word), supports[word]) : !oneChoice;
      all &= !kept[word];
    }
    return all;
  }

  /** Whether enough messages have nothing but a masked field there. */
  private boolean isField(int gap) {
    long masked = 0;
    for (AlignedMember member : members) {
      int start = member.gapStart(gap);
      boolean one = member.gapEnd(gap) - start == 1;
      masked += one && Placeholder.isPlaceholder(member.token(start)) ? member.weight() : 0;
    }
    return (double) masked / messages >= slotFill;
  }

  /** Whether so few words, none of them a merge field, lie between two slots. */
  static boolean canBeIsland(List<String> words, int from, int to) {
    return to - from <= LONGEST
        && words.subList(from, to).stream().noneMatch(Placeholder::isPlaceholder);
  }

  private static boolean isSteady(String word, double support) {
    return support >= (CommonWords.contains(Folding.nameKey(word)) ? STEADY_IF_COMMON : STEADY);
  }

  private long[] keys(int gap) {
    long[] keys = new long[members.size()];
    for (int m = 0; m < keys.length; m++) {
      AlignedMember member = members.get(m);
      keys[m] = key(FillPairs.NOTHING, member, member.gapStart(gap), member.gapEnd(gap));
    }
    return keys;
  }

  /** Makes the slots on both sides and what lies between them the slot before the next island. */
  private void join(int from, int to) {
    for (int m = 0; m < left.length; m++) {
      AlignedMember member = members.get(m);
      left[m] = key(left[m], member, member.gapEnd(from), member.gapEnd(to));
    }
  }

  private static long key(long start, AlignedMember member, int from, int to) {
    long key = start;
    for (int token = from; token < to; token++) {
      key = (key + 1) * FillPairs.SPREAD + member.token(token).hashCode();
      key ^= key >>> 29;
    }
    return key;
  }
}
