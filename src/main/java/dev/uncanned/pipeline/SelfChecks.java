package dev.uncanned.pipeline;

import dev.uncanned.score.Permuted;
import dev.uncanned.score.SweptScores;
import dev.uncanned.score.WeightSweep;
import dev.uncanned.score.WeightSweepStage;
import java.util.List;

/**
 * How far a run may trust its own personal levels.
 *
 * @param tried_n messages that were judged with the record of another recipient
 * @param false_verified_n those with a reference that was found to be true of the other one
 * @param swept_senders_n our senders with enough scored messages for their order to be told
 * @param weights_rank_r least rank correlation of that order when a weight of the personal score
 *     changes by half; null with too few senders
 */
record SelfChecks(long tried_n, long false_verified_n, int swept_senders_n, Double weights_rank_r) {

  /** Reads few rows: at most one for each of the largest templates and of our senders. */
  static SelfChecks of(Results found) {
    long tried = 0;
    long wrong = 0;
    for (Permuted template : found.permuted().collectAsList()) {
      tried += template.tried_n();
      wrong += template.false_verified_n();
    }
    List<SweptScores> senders = new WeightSweepStage().apply(found.scores()).collectAsList();
    Double least = new WeightSweep().leastCorrelation(senders);
    return new SelfChecks(tried, wrong, senders.size(), least);
  }

  /** false_verified_n / tried_n; null without any. */
  Double falseVerificationRate() {
    return tried_n == 0 ? null : Double.valueOf((double) false_verified_n / tried_n);
  }
}
