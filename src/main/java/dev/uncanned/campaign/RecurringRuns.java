package dev.uncanned.campaign;

import java.util.List;

/** Shows where a message uses phrases that its sender uses to others too. */
public final class RecurringRuns {

  private RecurringRuns() {}

  /**
   * Numbers of the first token and the token behind the last of each run of recurring phrases.
   *
   * @param outbox all messages of the sender that may be scored
   * @param messageId one of them
   * @return pair by pair, rising; empty for a text without any
   * @throws IllegalArgumentException if the message is not among them
   */
  public static List<Integer> of(CampaignConfig config, List<SenderText> outbox, String messageId) {
    SenderTexts texts = new SenderTexts();
    outbox.forEach(message -> texts.add(message, null));
    RecurringPhrases phrases = new RecurringPhrases(texts, new Readership(texts), config);
    for (int message = 0; message < texts.messages(); message++) {
      if (texts.messageId(message).equals(messageId)) {
        TextCoverage coverage = new TextCoverage(phrases, config);
        int[] tokens = texts.tokens(texts.textOfMessage(message));
        coverage.read(tokens, texts.recipientsOfMessage(message));
        return coverage.runs();
      }
    }
    throw new IllegalArgumentException("the message is not among those of its sender");
  }
}
