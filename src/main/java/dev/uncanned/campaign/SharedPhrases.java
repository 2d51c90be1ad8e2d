package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The phrases that several campaigns have, and which families hold them.
 *
 * <p>A phrase weighs {@code ln(1 + campaigns / campaigns with the phrase)}. The phrases of a
 * campaign are all different. Memory: 8 bytes for each different phrase and 4 for each use of one,
 * and while they are numbered 24 for each use.
 */
final class SharedPhrases {

  /** A phrase that was not met before. */
  private static final int NEW = -1;

  private final CampaignConfig config;
  private final int leastPhrases;

  /** The phrases of each campaign, numbered from 0 in the order in which they are met. */
  private final int[][] phrases;

  private final IntArrayList counts = new IntArrayList();
  private final double[] weightOfCount;
  private final IntArrayList[] holders;
  private final FamilyVotes votes;

  /**
   * Counts the phrases of all campaigns.
   *
   * @param leastPhrases so many of its phrases must a family hold that gets a campaign
   */
  SharedPhrases(List<SenderCampaign> campaigns, int leastPhrases, CampaignConfig config) {
    this.config = config;
    this.leastPhrases = leastPhrases;
    phrases = numbered(campaigns);
    weightOfCount = new double[campaigns.size() + 1];
    for (int count = 1; count < weightOfCount.length; count++) {
      weightOfCount[count] = Math.log1p((double) campaigns.size() / count);
    }
    holders = new IntArrayList[counts.size()];
    votes = new FamilyVotes(campaigns.size());
  }

  private int[][] numbered(List<SenderCampaign> campaigns) {
    int uses = 0;
    for (SenderCampaign campaign : campaigns) {
      uses += campaign.phrases().length;
    }
    Long2IntOpenHashMap numbers = new Long2IntOpenHashMap(uses);
    numbers.defaultReturnValue(NEW);
    int[][] numbered = new int[campaigns.size()][];
    for (int campaign = 0; campaign < numbered.length; campaign++) {
      long[] hashes = campaigns.get(campaign).phrases();
      numbered[campaign] = new int[hashes.length];
      for (int i = 0; i < hashes.length; i++) {
        int number = numbers.putIfAbsent(hashes[i], counts.size());
        if (number == NEW) {
          number = counts.size();
          counts.add(0);
        }
        numbered[campaign][i] = number;
        counts.set(number, counts.getInt(number) + 1);
      }
    }
    return numbered;
  }

  /**
   * The family that holds most of the weight of a campaign's phrases, of several the first; {@link
   * FamilyVotes#NOBODY} if none holds enough.
   *
   * @param campaign its place among all campaigns
   * @param barred families that must not get it
   */
  int elect(int campaign, IntPredicate barred) {
    double total = 0;
    for (int phrase : phrases[campaign]) {
      int count = counts.getInt(phrase);
      total += weightOfCount[count];
      if (count > 1) {
        vote(holders[phrase], weightOfCount[count]);
      }
    }
    return votes.winner(config.containment() * total, leastPhrases, barred);
  }

  private void vote(IntArrayList families, double weight) {
    if (families == null || families.size() > config.phrase_families()) {
      return;
    }
    for (int i = 0; i < families.size(); i++) {
      votes.add(families.getInt(i), weight);
    }
  }

  /** Notes that a family has the phrases of a campaign; families are numbered from 0. */
  void hold(int campaign, int family) {
    for (int phrase : phrases[campaign]) {
      if (counts.getInt(phrase) > 1) {
        if (holders[phrase] == null) {
          holders[phrase] = new IntArrayList(2);
        }
        note(holders[phrase], family);
      }
    }
  }

  /** One family more than have a vote is enough to know; all would take quadratic time. */
  private void note(IntArrayList families, int family) {
    if (families.size() <= config.phrase_families() && !families.contains(family)) {
      families.add(family);
    }
  }
}
