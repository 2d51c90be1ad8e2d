package dev.uncanned.cluster;

/**
 * The members of each cluster, laid out in one array.
 *
 * <p>Clusters are numbered by their oldest member, from old to young, and so are the members of
 * each.
 */
final class Groups {

  private final int[] starts;
  private final int[] members;

  private Groups(int[] starts, int[] members) {
    this.starts = starts;
    this.members = members;
  }

  /**
   * Groups texts by the text that names their cluster.
   *
   * @param names for each text the oldest member of its cluster, which names itself
   */
  static Groups by(int[] names) {
    int[] numbers = new int[names.length];
    int groups = 0;
    for (int i = 0; i < names.length; i++) {
      numbers[i] = names[i] == i ? groups++ : numbers[names[i]];
    }
    int[] starts = new int[groups + 1];
    for (int number : numbers) {
      starts[number + 1]++;
    }
    for (int g = 0; g < groups; g++) {
      starts[g + 1] += starts[g];
    }
    int[] next = starts.clone();
    int[] members = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      members[next[numbers[i]]++] = i;
    }
    return new Groups(starts, members);
  }

  int count() {
    return starts.length - 1;
  }

  int size(int group) {
    return starts[group + 1] - starts[group];
  }

  int member(int group, int index) {
    return members[starts[group] + index];
  }
}
