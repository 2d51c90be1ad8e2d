package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * The recipients of a sender, those who got the very same texts taken together.
 *
 * <p>A blast to a million people is one group of one text: its phrases are read once, not a million
 * times.
 */
final class Readership {

  private final long[] deliveries;
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();
  private final IntArrayList recipients = new IntArrayList();
  private final int[] readers;

  Readership(SenderTexts texts) {
    deliveries = texts.deliveries();
    readers = new int[texts.size()];
    Long2IntOpenHashMap groups = new Long2IntOpenHashMap();
    groups.defaultReturnValue(-1);
    int start = 0;
    while (start < deliveries.length) {
      int end = start;
      long hash = 0;
      while (end < deliveries.length && recipient(end) == recipient(start)) {
        // A sum, because texts are numbered in the order of the input.
        hash += MaskedTokens.mix(1, texts.key(text(end)));
        readers[text(end)]++;
        end++;
      }
      put(groups, hash, start, end);
      start = end;
    }
  }

  private void put(Long2IntOpenHashMap groups, long hash, int start, int end) {
    int known = groups.get(hash);
    if (known >= 0) {
      recipients.set(known, recipients.getInt(known) + 1);
      return;
    }
    groups.put(hash, from.size());
    from.add(start);
    to.add(end);
    recipients.add(1);
  }

  int size() {
    return from.size();
  }

  int recipients(int group) {
    return recipients.getInt(group);
  }

  /** Distinct recipients of one text. */
  int readers(int text) {
    return readers[text];
  }

  int from(int group) {
    return from.getInt(group);
  }

  int to(int group) {
    return to.getInt(group);
  }

  int text(int delivery) {
    return (int) deliveries[delivery];
  }

  private int recipient(int delivery) {
    return (int) (deliveries[delivery] >>> 32);
  }
}
