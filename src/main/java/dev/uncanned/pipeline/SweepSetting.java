package dev.uncanned.pipeline;

/**
 * One point of a sweep.
 *
 * @param threshold {@code cluster.threshold}
 * @param shingle_words {@code signature.shingle_words}
 * @param bands {@code signature.bands}
 * @param phrase_words {@code campaign.phrase_words}
 * @param recipients {@code score.mass_reach}
 */
public record SweepSetting(
    double threshold, int shingle_words, int bands, int phrase_words, int recipients) {

  /** The same with another number of recipients. */
  SweepSetting with(int otherRecipients) {
    return new SweepSetting(threshold, shingle_words, bands, phrase_words, otherRecipients);
  }

  /** Whether texts fall into the same clusters under both. */
  boolean clustersAs(SweepSetting other) {
    return threshold == other.threshold
        && shingle_words == other.shingle_words
        && bands == other.bands;
  }
}
