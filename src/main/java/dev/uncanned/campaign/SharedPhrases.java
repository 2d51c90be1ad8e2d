package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntMaps;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The phrases that several campaigns have, and which families hold them.
 *
 * <p>A phrase weighs {@code ln(1 + campaigns / campaigns with the phrase)}. Most phrases are of one
 * campaign only: these weigh, but are kept nowhere.
 */
final class SharedPhrases {

  /** No family. */
  static final int NOBODY = -1;

  private static final int OF_ONE = -1;

  private final CampaignConfig config;
  private final int leastPhrases;
  private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
  private final double weightOfOne;
  private final double[] weights;
  private final IntArrayList[] holders;
  private final double[] votes;
  private final int[] voters;
  private final IntArrayList candidates = new IntArrayList();

  /**
   * Counts the phrases of all campaigns.
   *
   * @param leastPhrases so many of its phrases must a family hold that gets a campaign
   */
  SharedPhrases(List<SenderCampaign> campaigns, int leastPhrases, CampaignConfig config) {
    this.config = config;
    this.leastPhrases = leastPhrases;
    for (SenderCampaign campaign : campaigns) {
      for (long phrase : campaign.phrases()) {
        numbers.addTo(phrase, 1);
      }
    }
    int shared = 0;
    for (int count : numbers.values()) {
      shared += count > 1 ? 1 : 0;
    }
    weights = new double[shared];
    int number = 0;
    for (Long2IntMap.Entry phrase : Long2IntMaps.fastIterable(numbers)) {
      boolean ofOne = phrase.getIntValue() == 1;
      if (!ofOne) {
        weights[number] = Math.log1p((double) campaigns.size() / phrase.getIntValue());
      }
      phrase.setValue(ofOne ? OF_ONE : number++);
    }
    weightOfOne = Math.log1p(campaigns.size());
    holders = new IntArrayList[shared];
    votes = new double[campaigns.size()];
    voters = new int[campaigns.size()];
  }

  /**
   * The family that holds most of the weight of a campaign's phrases, of several the first; {@link
   * #NOBODY} if none holds enough.
   *
   * @param barred families that must not get it
   */
  int elect(SenderCampaign campaign, IntPredicate barred) {
    double total = 0;
    for (long phrase : campaign.phrases()) {
      int number = numbers.get(phrase);
      double weight = number == OF_ONE ? weightOfOne : weights[number];
      total += weight;
      if (number != OF_ONE) {
        vote(holders[number], weight);
      }
    }
    int top = NOBODY;
    for (int i = 0; i < candidates.size(); i++) {
      int family = candidates.getInt(i);
      boolean enough =
          votes[family] >= config.containment() * total && voters[family] >= leastPhrases;
      if (enough && isBefore(family, top) && !barred.test(family)) {
        top = family;
      }
    }
    clear();
    return top;
  }

  private void vote(IntArrayList families, double weight) {
    if (families == null || families.size() > config.phrase_families()) {
      return;
    }
    for (int i = 0; i < families.size(); i++) {
      int family = families.getInt(i);
      if (voters[family] == 0) {
        candidates.add(family);
      }
      votes[family] += weight;
      voters[family]++;
    }
  }

  private boolean isBefore(int family, int top) {
    return top == NOBODY
        || votes[family] > votes[top]
        || (votes[family] == votes[top] && family < top);
  }

  private void clear() {
    for (int i = 0; i < candidates.size(); i++) {
      votes[candidates.getInt(i)] = 0;
      voters[candidates.getInt(i)] = 0;
    }
    candidates.clear();
  }

  /** Notes that a family has the phrases of a campaign; families are numbered from 0. */
  void hold(SenderCampaign campaign, int family) {
    for (long phrase : campaign.phrases()) {
      int number = numbers.get(phrase);
      if (number != OF_ONE) {
        holders[number] = holders[number] == null ? new IntArrayList(2) : holders[number];
        if (!holders[number].contains(family)) {
          holders[number].add(family);
        }
      }
    }
  }
}
