package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Clusters that are no more because they became part of others, by the texts that named them.
 *
 * <p>An alias leads to a cluster that is there on that night. That one may become part of a third
 * one later and then has an alias of its own. Chains end: whoever names a cluster has no alias.
 */
final class Aliases {

  private final TreeMap<Integer, Merge> byOld = new TreeMap<>();

  void add(Merge alias) {
    byOld.put(alias.old(), alias);
  }

  /** Takes in that a text names a cluster. */
  void isNamedBy(int leader) {
    byOld.remove(leader);
  }

  /** Lets the alias of a text lead to its cluster, if it has one and that leads elsewhere. */
  void redirect(int text, int leader) {
    Merge alias = byOld.get(text);
    if (alias != null && end(text) != leader) {
      byOld.put(text, new Merge(text, leader, alias.night()));
    }
  }

  private int end(int text) {
    int at = text;
    while (byOld.containsKey(at)) {
      at = byOld.get(at).survivor();
    }
    return at;
  }

  boolean has(int text) {
    return byOld.containsKey(text);
  }

  /** In the order of the texts. */
  List<Merge> all() {
    return new ArrayList<>(byOld.values());
  }
}
