package dev.uncanned.evaluation;

import java.util.List;

/**
 * One delivery with its label and with what was found.
 *
 * @param truth the label
 * @param message_id what was found it in
 * @param sender_id sender found
 * @param mass_send what was found; null if unknown
 * @param cluster_id template found; null for an empty text
 * @param campaign_id campaign found; null for none
 * @param defects types of the hard defects found
 */
public record Judged(
    TruthRow truth,
    String message_id,
    String sender_id,
    Boolean mass_send,
    String cluster_id,
    String campaign_id,
    List<String> defects) {

  public Judged {
    defects = List.copyOf(defects);
  }
}
