package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** Sends clusters to the family whose core holds most of their phrase weight. */
final class FamilyElection {

  private static final int NOBODY = -1;

  private final int[][] families;
  private final double[] votes;
  private final IntArrayList candidates = new IntArrayList();
  private final PhraseWeights weights;
  private final CampaignConfig config;

  FamilyElection(List<int[]> cores, PhraseWeights weights, int phrases, CampaignConfig config) {
    this.families = new int[phrases][];
    this.votes = new double[cores.size()];
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
      if (family == NOBODY) {
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
    int top = NOBODY;
    double most = config.containment() * total;
    for (int i = 0; i < candidates.size(); i++) {
      int family = candidates.getInt(i);
      boolean tie = votes[family] == most && (top == NOBODY || family < top);
      if (votes[family] > most || tie) {
        top = family;
        most = votes[family];
      }
    }
    clear();
    return top;
  }

  private void vote(int[] holders, double mass) {
    if (holders == null) {
      return;
    }
    for (int family : holders) {
      if (votes[family] == 0) {
        candidates.add(family);
      }
      votes[family] += mass;
    }
  }

  private void clear() {
    for (int i = 0; i < candidates.size(); i++) {
      votes[candidates.getInt(i)] = 0;
    }
    candidates.clear();
  }
}
