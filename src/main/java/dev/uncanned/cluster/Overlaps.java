package dev.uncanned.cluster;

import java.util.Arrays;

/**
 * Counts how many elements some sets share with each other, for the texts of one cluster.
 *
 * <p>Copies of one template have most of their elements in common. Each element that many of the
 * sets have gets a bit, and what two sets share of these is counted 64 at a time; for every other
 * element there is a list of the sets that have it. Memory is linear in the sizes of the sets.
 */
final class Overlaps {

  /** An element of at least one set in so many gets a bit. */
  private static final int FREQUENT = 8;

  private static final int WORD_BITS = 6;
  private static final int FIRST_CAPACITY = 512;

  private final int count;

  /** The element in the upper half, its number from 1 in the lower; 0 is free. */
  private long[] table = new long[FIRST_CAPACITY];

  private int distinct;

  /** The numbers of the elements of each set, one set after the other. */
  private final int[] numbers;

  private final int[] starts;

  /** For a frequent element its bit, for any other the complement of where its list begins. */
  private final int[] places;

  /** For each element that is not frequent how many sets have it, then these sets. */
  private final int[] owners;

  private final int words;

  /** For each 64 frequent elements the bits of all sets. */
  private final long[] bits;

  /**
   * Reads sets, numbered from 0.
   *
   * @param sets elements are hashes; without doubles
   */
  Overlaps(int[]... sets) {
    count = sets.length;
    starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i + 1] = starts[i] + sets[i].length;
    }
    numbers = new int[starts[count]];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < sets[i].length; j++) {
        numbers[starts[i] + j] = add(sets[i][j]);
      }
    }
    places = new int[distinct];
    int[] frequencies = new int[distinct];
    for (int number : numbers) {
      frequencies[number]++;
    }
    int frequent = 0;
    int listed = 0;
    for (int number = 0; number < distinct; number++) {
      if (frequencies[number] * FREQUENT >= count) {
        places[number] = frequent++;
      } else {
        places[number] = ~listed;
        listed += frequencies[number] + 1;
      }
    }
    words = frequent + Long.SIZE - 1 >> WORD_BITS;
    owners = new int[listed];
    bits = new long[count * words];
    for (int i = 0; i < count; i++) {
      for (int j = starts[i]; j < starts[i + 1]; j++) {
        own(i, places[numbers[j]]);
      }
    }
  }

  private void own(int set, int place) {
    if (place >= 0) {
      bits[(place >> WORD_BITS) * count + set] |= 1L << place;
    } else {
      int list = ~place;
      owners[list + ++owners[list]] = set;
    }
  }

  /**
   * Counts what one of the sets shares with the first ones.
   *
   * @param first number of sets to compare it with
   * @param shared gets the number of common elements for each of these
   */
  void countShared(int set, int first, int[] shared) {
    Arrays.fill(shared, 0, first, 0);
    for (int word = 0; word < words; word++) {
      countBits(word, bits[word * count + set], first, shared);
    }
    for (int j = starts[set]; j < starts[set + 1]; j++) {
      int place = places[numbers[j]];
      if (place < 0) {
        countList(~place, first, shared);
      }
    }
  }

  /**
   * Counts what a set shares with each of these sets.
   *
   * @param shared gets the number of common elements for each
   */
  void countShared(int[] set, int[] shared) {
    long[] asked = new long[words];
    Arrays.fill(shared, 0, count, 0);
    for (int element : set) {
      int number = find(element);
      if (number >= 0) {
        int place = places[number];
        if (place >= 0) {
          asked[place >> WORD_BITS] |= 1L << place;
        } else {
          countList(~place, count, shared);
        }
      }
    }
    for (int word = 0; word < words; word++) {
      countBits(word, asked[word], count, shared);
    }
  }

  private void countBits(int word, long asked, int first, int[] shared) {
    int from = word * count;
    for (int i = 0; i < first; i++) {
      shared[i] += Long.bitCount(asked & bits[from + i]);
    }
  }

  private void countList(int list, int first, int[] shared) {
    int end = list + owners[list];
    for (int i = list + 1; i <= end && owners[i] < first; i++) {
      shared[owners[i]]++;
    }
  }

  private int add(int element) {
    int at = slot(element);
    if (table[at] == 0) {
      table[at] = (long) element << Integer.SIZE | ++distinct;
      if (distinct > table.length / 2) {
        grow();
      }
      return distinct - 1;
    }
    return (int) table[at] - 1;
  }

  private int find(int element) {
    return (int) table[slot(element)] - 1;
  }

  private int slot(int element) {
    int mask = table.length - 1;
    int at = element & mask;
    while (table[at] != 0 && (int) (table[at] >> Integer.SIZE) != element) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] entries = table;
    table = new long[entries.length * 2];
    for (long entry : entries) {
      if (entry != 0) {
        table[slot((int) (entry >> Integer.SIZE))] = entry;
      }
    }
  }
}
