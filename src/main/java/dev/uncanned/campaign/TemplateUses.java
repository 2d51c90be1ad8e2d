package dev.uncanned.campaign;

/**
 * Counts how often a sender used each template, and tells it with the oldest of its messages.
 *
 * <p>Texts that are too short to be compared between senders are left out.
 */
final class TemplateUses {

  private final SenderTexts texts;
  private final GroupedMessages templates;

  TemplateUses(SenderTexts texts) {
    this.texts = texts;
    templates = new GroupedMessages(texts, texts.clusters());
    for (int message = 0; message < texts.messages(); message++) {
      int text = texts.textOfMessage(message);
      if (texts.words(text) >= CrossSenderCampaigns.LEAST_WORDS) {
        templates.add(message, texts.cluster(text));
      }
    }
  }

  /** The messages with the template of this one if it is the oldest of them; null otherwise. */
  Integer toldBy(int message) {
    int cluster = texts.cluster(texts.textOfMessage(message));
    return templates.isOldest(message, cluster) ? templates.count(cluster) : null;
  }
}
