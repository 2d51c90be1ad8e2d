package dev.uncanned.campaign;

/**
 * How much a phrase tells about the campaign: the fewer recipients it had, the more.
 *
 * <p>{@code ln(1 + recipients of the sender / recipients of the phrase)}, so at least ln 2: a
 * sender with a single campaign has nothing but phrases that everybody got.
 */
final class PhraseWeights {

  private final float[] weights;

  PhraseWeights(RecurringPhrases phrases, int recipientsOfSender) {
    weights = new float[phrases.size()];
    for (int phrase = 0; phrase < weights.length; phrase++) {
      weights[phrase] =
          (float) Math.log1p((double) recipientsOfSender / phrases.recipients(phrase));
    }
  }

  float of(int phrase) {
    return weights[phrase];
  }
}
