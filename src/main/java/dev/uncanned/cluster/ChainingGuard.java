package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Splits clusters that grew along a chain of small changes until their ends have nothing in common.
 *
 * <p>In a component of more than {@code guard_size} distinct texts, every text must resemble the
 * oldest one, at {@code representative_threshold}. Those that do not are clustered among
 * themselves, from old to young: each joins the most similar earlier leader at {@code threshold}
 * (of equals the oldest) or else becomes a leader. Only earlier texts are looked at, so texts that
 * were sent later do not move them.
 */
final class ChainingGuard {

  private final ClusterConfig config;

  ChainingGuard(ClusterConfig config) {
    this.config = config;
  }

  /**
   * Renames the texts that are split off by their leader.
   *
   * @param names for each text the oldest of its component; changed in place
   * @param sets the shingles of each text
   */
  void apply(int[] names, int[][] sets, Workers workers) {
    Groups components = Groups.by(names);
    workers.ranges(
        components.count(),
        component -> {
          if (components.size(component) > config.guard_size()) {
            split(components, component, names, sets);
          }
        });
  }

  private void split(Groups components, int component, int[] names, int[][] sets) {
    int[] oldest = sets[components.member(component, 0)];
    OverlapIndex index = new OverlapIndex();
    IntArrayList leaders = new IntArrayList();
    int[] shared = new int[components.size(component)];
    for (int i = 1; i < components.size(component); i++) {
      int member = components.member(component, i);
      if (!Jaccard.atLeast(sets[member], oldest, config.representative_threshold())) {
        index.countShared(sets[member], shared);
        int best = best(sets[member], shared, leaders, sets);
        if (best < 0) {
          index.add(sets[member]);
          leaders.add(member);
          names[member] = member;
        } else {
          names[member] = leaders.getInt(best);
        }
      }
    }
  }

  private int best(int[] set, int[] shared, IntArrayList leaders, int[][] sets) {
    int best = -1;
    double highest = -1;
    for (int i = 0; i < leaders.size(); i++) {
      double similarity = Jaccard.of(shared[i], set.length, sets[leaders.getInt(i)].length);
      if (similarity >= config.threshold() && similarity > highest) {
        best = i;
        highest = similarity;
      }
    }
    return best;
  }
}
