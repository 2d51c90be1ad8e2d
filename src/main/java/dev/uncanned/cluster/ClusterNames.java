package dev.uncanned.cluster;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gives the clusters of a run that are described anew their names, and says where those of the run
 * before went.
 *
 * <p>A cluster is named by the text of it that was known first. Where that text is in no message
 * any more, the cluster with the first of those that it named keeps its name; those that were there
 * in the run before go before those that come back.
 */
final class ClusterNames {

  private static final int NONE = -1;

  private final Names before;

  /** Texts that some message carries. */
  private final BitSet carried;

  /** Texts whose former names have been looked at. */
  private final BitSet met = new BitSet();

  ClusterNames(Names before, BitSet carried) {
    this.before = before;
    this.carried = carried;
  }

  /**
   * For each text the one that names its cluster, which may be one that is gone.
   *
   * @param groups the clusters, by places
   * @param numbers for each place the number of its text in the state
   * @param places for each text its place, negative for none
   */
  int[] of(Groups groups, int[] numbers, int[] places) {
    int[] named = new int[groups.count()];
    int[] groupOf = new int[numbers.length];
    for (int group = 0; group < named.length; group++) {
      named[group] = Integer.MAX_VALUE;
      for (int i = 0; i < groups.size(group); i++) {
        int place = groups.member(group, i);
        groupOf[place] = group;
        named[group] = Math.min(named[group], numbers[place]);
      }
    }
    forEachFormer(
        places,
        (text, former) -> {
          if (!carried.get(former)) {
            int group = groupOf[places[text]];
            named[group] = Math.min(named[group], former);
          }
        });
    return Arrays.stream(groupOf).map(group -> named[group]).toArray();
  }

  /** Takes a former name, and the first of the texts whose clusters it named. */
  private interface Former {
    void meet(int text, int former);
  }

  /** Goes through the former names, each with the text that may best carry it on. */
  private void forEachFormer(int[] places, Former each) {
    met.clear();
    for (boolean wasPresent : new boolean[] {true, false}) {
      for (int text = 0; text < places.length; text++) {
        int former = before.leader(text);
        boolean isFirst =
            places[text] != NONE
                && former != NONE
                && before.wasPresent(text) == wasPresent
                && !met.get(former);
        if (isFirst) {
          met.set(former);
          each.meet(text, former);
        }
      }
    }
  }

  /**
   * Notes the clusters that are no more, and where the texts of all that went before are now.
   *
   * @param leaders for each place the text that names its cluster
   */
  void tell(int[] leaders, int[] places, long night) {
    Aliases aliases = before.aliases();
    BitSet live = new BitSet();
    for (int leader : leaders) {
      live.set(leader);
    }
    live.stream().forEach(aliases::isNamedBy);
    // Else nobody would remember the name once those texts are named otherwise that it names now.
    live.stream().filter(leader -> !carried.get(leader)).forEach(before::keepName);
    forEachFormer(
        places,
        (text, former) -> {
          if (!live.get(former) && !aliases.has(former)) {
            aliases.add(new Merge(former, leaders[places[text]], night));
          }
        });
    for (Merge alias : aliases.all()) {
      if (places[alias.old()] != NONE) {
        aliases.redirect(alias.old(), leaders[places[alias.old()]]);
      }
    }
  }
}
