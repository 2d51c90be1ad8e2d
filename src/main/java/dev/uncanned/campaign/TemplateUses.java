package dev.uncanned.campaign;

import java.util.Arrays;

/**
 * Counts how often a sender used each template, and tells it with the oldest of its messages.
 *
 * <p>Texts that are too short to be compared between senders are left out.
 */
final class TemplateUses {

  private static final int NONE = -1;

  private final SenderTexts texts;
  private final int[] oldest;
  private final int[] messages;

  TemplateUses(SenderTexts texts) {
    this.texts = texts;
    oldest = new int[texts.clusters()];
    messages = new int[texts.clusters()];
    Arrays.fill(oldest, NONE);
    for (int message = 0; message < texts.messages(); message++) {
      int text = texts.textOfMessage(message);
      if (texts.words(text) >= CrossSenderCampaigns.LEAST_WORDS) {
        add(message, texts.cluster(text));
      }
    }
  }

  private void add(int message, int cluster) {
    messages[cluster]++;
    if (oldest[cluster] == NONE || texts.older(message, oldest[cluster])) {
      oldest[cluster] = message;
    }
  }

  /** The messages with the template of this one if it is the oldest of them; null otherwise. */
  Integer toldBy(int message) {
    int cluster = texts.cluster(texts.textOfMessage(message));
    return oldest[cluster] == message ? messages[cluster] : null;
  }
}
