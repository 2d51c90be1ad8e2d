package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts how many elements a set shares with each of many others, all at once.
 *
 * <p>Keeps for every element the numbers of the sets that have it. That is several times faster
 * than comparing the sets pair by pair, and as exact. Memory is linear in the sizes of the sets.
 */
final class OverlapIndex {

  private static final int FIRST_CAPACITY = 4;

  /** An element of at least one set in so many gets a row of its own. */
  private static final int FREQUENT = 8;

  private final Int2IntOpenHashMap ids = new Int2IntOpenHashMap();

  /** For each element how many sets have it, then their numbers. */
  private final List<int[]> owners = new ArrayList<>();

  /** For a frequent element 1 or 0 for each set, else null; empty before {@link #complete}. */
  private int[][] rows = {};

  private int count;

  OverlapIndex() {
    ids.defaultReturnValue(-1);
  }

  /** Adds a set, which gets the next number, from 0. */
  void add(int[] set) {
    for (int element : set) {
      int id = ids.putIfAbsent(element, owners.size());
      if (id < 0) {
        owners.add(new int[FIRST_CAPACITY]);
        id = owners.size() - 1;
      }
      int[] numbers = owners.get(id);
      if (numbers[0] == numbers.length - 1) {
        numbers = Arrays.copyOf(numbers, numbers.length * 2);
        owners.set(id, numbers);
      }
      numbers[++numbers[0]] = count;
    }
    count++;
  }

  /**
   * Makes later counts faster; no set may be added any more.
   *
   * <p>Copies of one template share most of their elements: adding up whole rows, which the
   * processor does eight numbers at a time, beats walking nearly complete lists.
   */
  void complete() {
    rows = new int[owners.size()][];
    for (int id = 0; id < rows.length; id++) {
      int[] numbers = owners.get(id);
      if (numbers[0] * FREQUENT >= count) {
        rows[id] = new int[count];
        for (int i = 1; i <= numbers[0]; i++) {
          rows[id][numbers[i]] = 1;
        }
      }
    }
  }

  /** Writes the number of elements shared with each set; {@code shared} has room for all. */
  void countShared(int[] set, int[] shared) {
    Arrays.fill(shared, 0, count, 0);
    for (int element : set) {
      int id = ids.get(element);
      if (id >= 0) {
        if (id < rows.length && rows[id] != null) {
          addRow(rows[id], shared);
        } else {
          addList(owners.get(id), shared);
        }
      }
    }
  }

  private static void addRow(int[] row, int[] shared) {
    for (int i = 0; i < row.length; i++) {
      shared[i] += row[i];
    }
  }

  private static void addList(int[] numbers, int[] shared) {
    for (int i = 1; i <= numbers[0]; i++) {
      shared[numbers[i]]++;
    }
  }
}
