package dev.uncanned.mart;

import dev.uncanned.cluster.ClusterAlias;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clusters of earlier runs that became part of each cluster, directly or by way of others. */
final class ClusterParents implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, ArrayList<String>> parents = new HashMap<>();

  /** From aliases in any order; an older cluster always takes in a younger one. */
  ClusterParents(List<ClusterAlias> aliases) {
    Map<String, String> survivors = new HashMap<>();
    aliases.forEach(alias -> survivors.put(alias.old_id(), alias.survivor_id()));
    for (String old : survivors.keySet()) {
      String survivor = survivors.get(old);
      while (survivors.containsKey(survivor)) {
        survivor = survivors.get(survivor);
      }
      parents.computeIfAbsent(survivor, unseen -> new ArrayList<>()).add(old);
    }
    parents.values().forEach(ids -> ids.sort(null));
  }

  /** The ids, sorted; none for a cluster that took in no other. */
  List<String> of(String clusterId) {
    return List.copyOf(parents.getOrDefault(clusterId, new ArrayList<>()));
  }
}
