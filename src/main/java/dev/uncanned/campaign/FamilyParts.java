package dev.uncanned.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Joins families that are parts of one campaign and were founded apart, however many families a
 * sender has.
 *
 * <p>Up to 2048 families are compared all with all. More are sorted by the least phrase of their
 * cores in the order of a hash and compared within windows of 2048, in four rounds with a hash
 * each. Two cores have the same least phrase with a probability that is their Jaccard similarity
 * (Broder, On the resemblance and containment of documents, 1997), and cores of one campaign share
 * most phrases. The work is linear in the families.
 */
final class FamilyParts {

  /** Quadratic memory: 16 MB. */
  private static final int WINDOW = 2048;

  private static final int ROUNDS = 4;

  private final List<List<ClusterPhrases>> families;
  private final RecurringPhrases phrases;
  private final PhraseWeights weights;
  private final CampaignConfig config;
  private final int[] place;
  private final int[] into;

  /**
   * @param families each with its clusters; later parts of a campaign are left empty
   * @param place scratch space for all phrases, zero before and after
   */
  FamilyParts(
      List<List<ClusterPhrases>> families,
      RecurringPhrases phrases,
      PhraseWeights weights,
      CampaignConfig config,
      int[] place) {
    this.families = families;
    this.phrases = phrases;
    this.weights = weights;
    this.config = config;
    this.place = place;
    this.into = new int[families.size()];
    Arrays.setAll(into, family -> family);
  }

  /** For each family the first family of its campaign. */
  int[] join() {
    boolean many = families.size() > WINDOW;
    for (int round = 0; round < (many ? ROUNDS : 1); round++) {
      List<Integer> order = many ? byLeastPhrase(round) : filled();
      for (int from = 0; from < order.size(); from += WINDOW) {
        List<Integer> window = order.subList(from, Math.min(order.size(), from + WINDOW));
        joinAll(window.stream().sorted().toList());
      }
    }
    // Each went into one before it, whose own first is known.
    for (int family = 0; family < into.length; family++) {
      into[family] = into[into[family]];
    }
    return into;
  }

  private List<Integer> filled() {
    List<Integer> filled = new ArrayList<>();
    for (int family = 0; family < families.size(); family++) {
      if (!families.get(family).isEmpty()) {
        filled.add(family);
      }
    }
    return filled;
  }

  private List<Integer> byLeastPhrase(int round) {
    List<Integer> order = filled();
    long[] least = new long[families.size()];
    for (int family : order) {
      least[family] = leastPhrase(family, round);
    }
    order.sort(Comparator.comparingLong(family -> least[family]));
    return order;
  }

  private long leastPhrase(int family, int round) {
    long least = Long.MAX_VALUE;
    for (int phrase : FamilyProfile.core(families.get(family), weights, config.core_share())) {
      least = Math.min(least, MaskedTokens.mix(phrases.hash(phrase), round));
    }
    return least;
  }

  /** Compares families, given in rising order, all with all. */
  private void joinAll(List<Integer> window) {
    List<FamilyProfile> profiles = new ArrayList<>();
    for (int family : window) {
      profiles.add(FamilyProfile.of(families.get(family), weights));
    }
    int[] firsts =
        FamilyMerging.families(
            profiles, place, size -> config.containment(), config.sample_clusters());
    for (int i = 0; i < firsts.length; i++) {
      if (firsts[i] != i) {
        int family = window.get(i);
        into[family] = window.get(firsts[i]);
        families.get(into[family]).addAll(families.get(family));
        families.set(family, List.of());
      }
    }
  }
}
