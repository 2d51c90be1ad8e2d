package dev.uncanned.pipeline;

import dev.uncanned.template.LabelledSpan;
import java.util.List;
import java.util.Map;

/**
 * Why one message got its scores.
 *
 * @param message_id of the message
 * @param message columns of {@code messages}, those that are not null
 * @param text what its sender wrote; null where the restricted tables cannot be read
 * @param spans where its words come from; empty without a text
 * @param customised_words counted once more, to be compared with the published figure; null where
 *     they could not be
 * @param template columns of {@code clusters}; empty for a text that no other resembles
 * @param campaign columns of {@code campaigns}; empty without a campaign
 * @param slots rows of {@code slots} of the template, in their order
 * @param deliveries what was measured, for each recipient
 */
public record Explanation(
    String message_id,
    Map<String, String> message,
    String text,
    List<LabelledSpan> spans,
    Integer customised_words,
    Map<String, String> template,
    Map<String, String> campaign,
    List<Map<String, String>> slots,
    List<Delivery> deliveries) {

  /**
   * The scores of the message to one recipient.
   *
   * @param scores columns of {@code message_scores} that are no lists and not null
   * @param evidence places in the text that refer to the recipient
   * @param defects faults of the mail merge
   */
  public record Delivery(
      Map<String, String> scores,
      List<Map<String, String>> evidence,
      List<Map<String, String>> defects) {}
}
