package dev.uncanned.campaign;

import java.util.Arrays;

/** The share of recurring phrases in each message, worked out once per distinct text. */
final class ReuseShares {

  private final SenderTexts texts;
  private final TextCoverage coverage;
  private final int minTokens;
  private final float[] toOne;

  ReuseShares(SenderTexts texts, RecurringPhrases phrases, CampaignConfig config) {
    this.texts = texts;
    this.coverage = new TextCoverage(phrases, config);
    this.minTokens = config.min_tokens();
    this.toOne = new float[texts.size()];
    Arrays.fill(toOne, Float.NaN);
  }

  /** 0 to 1, or null for a text too short to say. */
  Float of(int message) {
    int text = texts.textOfMessage(message);
    if (texts.tokens(text).length < minTokens) {
      return null;
    }
    int recipients = texts.recipientsOfMessage(message);
    if (recipients != 1) {
      return share(text, recipients);
    }
    if (Float.isNaN(toOne[text])) {
      toOne[text] = share(text, recipients);
    }
    return toOne[text];
  }

  /** Takes over what a text's share is in a message to so many recipients. */
  void note(int text, int recipients, double share) {
    if (recipients == 1) {
      toOne[text] = (float) share;
    }
  }

  private float share(int text, int recipients) {
    coverage.read(texts.tokens(text), recipients);
    return (float) coverage.share();
  }
}
