package dev.uncanned.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Joins the clusters of one sender to families through the recurring phrases they share.
 *
 * <p>Families are first built from samples of all clusters, which finds the large campaigns; every
 * other cluster goes to the family whose core holds most of its phrase weight. What is left is
 * compared among its likes, a small stretch at a time: the clusters are sorted by the first of
 * their phrases (in the order of a hash), so that copies of a rare campaign stand together. Parts
 * of a campaign that were founded apart come together at the end ({@link FamilyParts}). The work is
 * linear in the clusters.
 */
final class CampaignFamilies {

  /** The cluster is of no family. */
  static final int NONE = -1;

  private static final int PAIR = 2;

  private static final Comparator<ClusterPhrases> BY_PHRASE =
      Comparator.comparingInt((ClusterPhrases cluster) -> cluster.texts()[0][0])
          .thenComparingLong(ClusterPhrases::key);

  private final PhraseWeights weights;
  private final CampaignConfig config;
  private final int[] place;
  private final int[] familyOfCluster;
  private final List<List<ClusterPhrases>> families = new ArrayList<>();

  /** Builds the families of clusters in any order. */
  CampaignFamilies(
      List<ClusterPhrases> clusters,
      int clustersN,
      RecurringPhrases phrases,
      PhraseWeights weights,
      CampaignConfig config) {
    this.weights = weights;
    this.config = config;
    this.place = new int[phrases.size()];
    this.familyOfCluster = new int[clustersN];
    Arrays.fill(familyOfCluster, NONE);
    List<ClusterPhrases> left = new ArrayList<>(clusters);
    left.sort(BY_PHRASE);
    boolean sampled = left.size() > config.sample_clusters();
    for (int round = 0; sampled && round < config.rounds(); round++) {
      left = sampleRound(left);
    }
    left = neighbours(left, sampled ? config.stretch_clusters() : config.sample_clusters());
    if (sampled) {
      mergeFamilies(phrases);
      left =
          new FamilyElection(cores(0), weights, place.length, config)
              .assign(left, 0, familyOfCluster);
    }
    for (ClusterPhrases cluster : left) {
      found(List.of(cluster));
    }
  }

  /** Number of the family of a cluster, or NONE. */
  int of(int cluster) {
    return familyOfCluster[cluster];
  }

  /** The phrases that stand for a family, sorted; none for NONE. */
  int[] core(int family) {
    return family == NONE
        ? new int[0]
        : FamilyProfile.core(families.get(family), weights, config.core_share());
  }

  private List<ClusterPhrases> sampleRound(List<ClusterPhrases> left) {
    List<ClusterPhrases> sample = new ArrayList<>();
    List<ClusterPhrases> rest = new ArrayList<>();
    long n = Math.min(config.sample_clusters(), left.size());
    for (int i = 0; i < left.size(); i++) {
      boolean taken = i * n / left.size() != (i + 1) * n / left.size();
      (taken ? sample : rest).add(left.get(i));
    }
    int first = families.size();
    List<ClusterPhrases> single = join(sample);
    rest =
        new FamilyElection(cores(first), weights, place.length, config)
            .assign(rest, first, familyOfCluster);
    rest.addAll(single);
    rest.sort(BY_PHRASE);
    return rest;
  }

  private List<ClusterPhrases> neighbours(List<ClusterPhrases> left, int stretch) {
    List<ClusterPhrases> single = new ArrayList<>();
    for (int from = 0; from < left.size(); from += stretch) {
      single.addAll(join(left.subList(from, Math.min(left.size(), from + stretch))));
    }
    return single;
  }

  /** Founds the families of two and more clusters among the given; the answer is the others. */
  private List<ClusterPhrases> join(List<ClusterPhrases> given) {
    return joinVariants(join(given, PAIR, size -> config.containment()));
  }

  /**
   * Founds families of clusters that hardly say anything but recurring phrases, though any two of
   * them share few: texts that are spun word by word.
   *
   * <p>The more a family has taken in, the more of the next variant it must hold. Chance joins a
   * few texts, so small families are let go.
   */
  private List<ClusterPhrases> joinVariants(List<ClusterPhrases> given) {
    List<ClusterPhrases> single = new ArrayList<>();
    List<ClusterPhrases> variants = new ArrayList<>();
    for (ClusterPhrases cluster : given) {
      (cluster.covered() >= config.variant_share() ? variants : single).add(cluster);
    }
    if (variants.size() < config.variant_texts()) {
      return given;
    }
    single.addAll(join(variants, config.variant_texts(), this::variantContainment));
    return single;
  }

  private double variantContainment(int clusters) {
    double held = 1 - Math.pow(1 - config.variant_containment(), clusters);
    return Math.min(config.containment(), held);
  }

  private List<ClusterPhrases> join(
      List<ClusterPhrases> given, int fewest, IntToDoubleFunction containment) {
    List<FamilyProfile> profiles = new ArrayList<>();
    for (ClusterPhrases cluster : given) {
      profiles.add(FamilyProfile.of(List.of(cluster), weights));
    }
    int[] firsts = FamilyMerging.families(profiles, place, containment, config.sample_clusters());
    List<List<ClusterPhrases>> groups = groups(given, firsts);
    List<ClusterPhrases> single = new ArrayList<>();
    for (List<ClusterPhrases> group : groups) {
      List<ClusterPhrases> kept = loyal(group, single);
      if (kept.size() >= fewest) {
        found(kept);
      } else {
        single.addAll(kept);
      }
    }
    return single;
  }

  private static <T> List<List<T>> groups(List<T> given, int[] firsts) {
    List<List<T>> groups = new ArrayList<>();
    int[] number = new int[firsts.length];
    for (int i = 0; i < firsts.length; i++) {
      if (firsts[i] == i) {
        number[i] = groups.size();
        groups.add(new ArrayList<>());
      }
      groups.get(number[firsts[i]]).add(given.get(i));
    }
    return groups;
  }

  /** Members that came in by phrases which hardly anybody else in the family has are let go. */
  private List<ClusterPhrases> loyal(List<ClusterPhrases> group, List<ClusterPhrases> gone) {
    if (group.size() == 1) {
      return group;
    }
    int[] core = FamilyProfile.core(group, weights, config.core_share());
    List<ClusterPhrases> kept = new ArrayList<>();
    for (ClusterPhrases member : group) {
      double held = FamilyProfile.of(List.of(member), weights).within(core);
      (held >= config.containment() ? kept : gone).add(member);
    }
    return kept;
  }

  private void found(List<ClusterPhrases> members) {
    for (ClusterPhrases member : members) {
      familyOfCluster[member.cluster()] = families.size();
    }
    families.add(members);
  }

  private List<int[]> cores(int from) {
    List<int[]> cores = new ArrayList<>();
    for (List<ClusterPhrases> family : families.subList(from, families.size())) {
      cores.add(FamilyProfile.core(family, weights, config.core_share()));
    }
    return cores;
  }

  private void mergeFamilies(RecurringPhrases phrases) {
    int[] firsts = new FamilyParts(families, phrases, weights, config, place).join();
    for (int cluster = 0; cluster < familyOfCluster.length; cluster++) {
      int family = familyOfCluster[cluster];
      familyOfCluster[cluster] = family == NONE ? NONE : firsts[family];
    }
  }
}
