package dev.uncanned.score;

import java.util.Iterator;

/**
 * To how different people one template was sent.
 *
 * @param recipients_n distinct recipients
 * @param titles_n those whose title is known
 * @param families_n title families among these
 * @param audience_entropy 0: all of one family, 1: evenly over all families; null below 20
 *     recipients and where the titles of fewer than 60 % of them are known
 */
public record Audience(
    String cluster_id, int recipients_n, int titles_n, int families_n, Float audience_entropy) {

  public static final String CLUSTER_ID = "cluster_id";
  public static final String AUDIENCE_ENTROPY = "audience_entropy";

  /** Recipients below which the entropy is not told. */
  static final int MIN_RECIPIENTS = 20;

  private static final double MIN_COVERAGE = 0.6;

  /** The audience of one template, from its families in any order. */
  static Audience of(String cluster, Iterator<FamilyCount> families) {
    long[] counts = new long[TitleFamily.values().length];
    long recipients = 0;
    long titles = 0;
    while (families.hasNext()) {
      FamilyCount family = families.next();
      recipients += family.recipients_n();
      if (family.family() != null) {
        counts[family.family().ordinal()] += family.recipients_n();
        titles += family.recipients_n();
      }
    }
    boolean known = recipients >= MIN_RECIPIENTS && titles >= MIN_COVERAGE * recipients;
    int used = 0;
    for (long count : counts) {
      used += count > 0 ? 1 : 0;
    }
    Float entropy = known ? Float.valueOf((float) entropy(counts, titles)) : null;
    return new Audience(cluster, (int) recipients, (int) titles, used, entropy);
  }

  private static double entropy(long[] counts, long all) {
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        double share = (double) count / all;
        entropy -= share * Math.log(share);
      }
    }
    return entropy / Math.log(counts.length);
  }
}
