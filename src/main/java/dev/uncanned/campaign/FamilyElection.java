package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** Sends clusters to the family whose core holds most of their phrase weight. */
final class FamilyElection {

  private final int[][] families;
  private final FamilyVotes votes;
  private final PhraseWeights weights;
  private final CampaignConfig config;

  FamilyElection(List<int[]> cores, PhraseWeights weights, int phrases, CampaignConfig config) {
    this.families = new int[phrases][];
    this.votes = new FamilyVotes(cores.size());
    this.weights = weights;
    this.config = config;
    Int2ObjectOpenHashMap<IntArrayList> holders = new Int2ObjectOpenHashMap<>();
    for (int family = 0; family < cores.size(); family++) {
      for (int phrase : cores.get(family)) {
        holders.computeIfAbsent(phrase, none -> new IntArrayList(2)).add(family);
      }
    }
    for (Int2ObjectMap.Entry<IntArrayList> entry : holders.int2ObjectEntrySet()) {
      if (entry.getValue().size() <= config.phrase_families()) {
        families[entry.getIntKey()] = entry.getValue().toIntArray();
      }
    }
  }

  /**
   * Enters the family of each cluster that finds one.
   *
   * @param first number of the first family that stands for election
   * @return the clusters that no family holds enough of
   */
  List<ClusterPhrases> assign(List<ClusterPhrases> clusters, int first, int[] familyOfCluster) {
    List<ClusterPhrases> rest = new ArrayList<>();
    for (ClusterPhrases cluster : clusters) {
      int family = elect(cluster);
      if (family == FamilyVotes.NOBODY) {
        rest.add(cluster);
      } else {
        familyOfCluster[cluster.cluster()] = first + family;
      }
    }
    return rest;
  }

  private int elect(ClusterPhrases cluster) {
    double total = 0;
    for (int text = 0; text < cluster.texts().length; text++) {
      for (int phrase : cluster.texts()[text]) {
        double mass = (double) cluster.readers()[text] * weights.of(phrase);
        total += mass;
        vote(families[phrase], mass);
      }
    }
    return votes.winner(config.containment() * total, 1, family -> false);
  }

  private void vote(int[] holders, double mass) {
    if (holders == null) {
      return;
    }
    for (int family : holders) {
      votes.add(family, mass);
    }
  }
}
