package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts how many elements a set shares with each of many others, all at once, while sets are still
 * added. {@link Overlaps} is faster for sets that are all known.
 *
 * <p>Keeps for every element the numbers of the sets that have it. That is several times faster
 * than comparing the sets pair by pair, and as exact. Memory is linear in the sizes of the sets.
 */
final class OverlapIndex {

  private static final int FIRST_CAPACITY = 4;

  private final Int2IntOpenHashMap ids = new Int2IntOpenHashMap();

  /** For each element how many sets have it, then their numbers. */
  private final List<int[]> owners = new ArrayList<>();

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

  /** Writes the number of elements shared with each set; {@code shared} has room for all. */
  void countShared(int[] set, int[] shared) {
    Arrays.fill(shared, 0, count, 0);
    for (int element : set) {
      int id = ids.get(element);
      if (id >= 0) {
        addList(owners.get(id), shared);
      }
    }
  }

  private static void addList(int[] numbers, int[] shared) {
    for (int i = 1; i <= numbers[0]; i++) {
      shared[numbers[i]]++;
    }
  }
}
