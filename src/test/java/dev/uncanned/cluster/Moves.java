package dev.uncanned.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the texts that change their cluster from run to run although no alias says so. */
final class Moves {

  private Map<String, String> before = Map.of();
  private long moved;
  private long looks;

  /**
   * Takes in a run.
   *
   * @param survivors see {@link Runs#survivors}
   */
  void take(List<ClusteredText> rows, Map<String, String> survivors) {
    Map<String, String> now = new HashMap<>();
    for (ClusteredText row : rows) {
      now.put(row.fingerprint(), row.cluster_id());
      String was = before.get(row.fingerprint());
      if (was != null) {
        looks++;
        moved += Runs.end(was, survivors).equals(row.cluster_id()) ? 0 : 1;
      }
    }
    before = now;
  }

  /** Texts that moved / texts that were there before, over all runs but the first. */
  double share() {
    return (double) moved / looks;
  }
}
