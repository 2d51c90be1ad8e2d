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
   * @param aliases all by then
   */
  void take(List<ClusteredText> rows, List<ClusterAlias> aliases) {
    Map<String, String> survivors = new HashMap<>();
    aliases.forEach(alias -> survivors.put(alias.old_id(), alias.survivor_id()));
    Map<String, String> now = new HashMap<>();
    for (ClusteredText row : rows) {
      now.put(row.fingerprint(), row.cluster_id());
      String was = before.get(row.fingerprint());
      if (was != null) {
        looks++;
        while (survivors.containsKey(was)) {
          was = survivors.get(was);
        }
        moved += was.equals(row.cluster_id()) ? 0 : 1;
      }
    }
    before = now;
  }

  /** Texts that moved / texts that were there before, over all runs but the first. */
  double share() {
    return (double) moved / looks;
  }
}
