package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.HashCommon;

/**
 * Counts the distinct recipients of phrases in one flat array: 16 bytes a slot, no objects.
 *
 * <p>Distinctness comes from the order of the calls: everything for one recipient follows in one
 * piece, so that remembering the last visitor of each phrase is enough.
 */
final class PhraseCounts {

  private static final int LEAST_CAPACITY = 1 << 10;
  private static final long LOW = 0xffffffffL;

  /** Phrase, then count (upper half) and last visitor (lower half); side by side for the cache. */
  private long[] slots;

  private int mask;
  private int size;

  /** An empty table that grows, beginning with room for about so many phrases. */
  PhraseCounts(long expected) {
    int capacity = HashCommon.nextPowerOfTwo((int) Math.max(LEAST_CAPACITY, expected));
    slots = new long[2 * capacity];
    mask = capacity - 1;
  }

  /** Counts {@code weight} recipients for a phrase, once per visitor; visitors count from 1. */
  void visit(long key, int visitor, int weight) {
    int slot = slot(key);
    if (slots[slot] == 0) {
      slots[slot] = key;
      size++;
    }
    long state = slots[slot + 1];
    if ((state & LOW) != visitor) {
      slots[slot + 1] = ((state >>> 32) + weight << 32) | visitor;
    }
    if (size * 5L > mask * 3L) {
      grow();
    }
  }

  /** The phrases with at least {@code least} recipients, in no particular order. */
  void recurring(int least, KeyCount sink) {
    for (int slot = 0; slot < slots.length; slot += 2) {
      int count = (int) (slots[slot + 1] >>> 32);
      if (slots[slot] != 0 && count >= least) {
        sink.accept(slots[slot], count);
      }
    }
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    mask = mask * 2 + 1;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int slot = slot(old[i]);
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }

  private int slot(long key) {
    int slot = (int) HashCommon.mix(key) & mask;
    while (slots[2 * slot] != 0 && slots[2 * slot] != key) {
      slot = (slot + 1) & mask;
    }
    return 2 * slot;
  }

  /** Takes a phrase and its number of recipients. */
  interface KeyCount {
    void accept(long key, int count);
  }
}
