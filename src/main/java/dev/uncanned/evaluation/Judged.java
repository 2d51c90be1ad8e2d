package dev.uncanned.evaluation;

/**
 * One delivery with its label and with what was found.
 *
 * @param truth the label
 * @param message_id what was found it in
 * @param mass_send what was found; null if unknown
 * @param cluster_id template found; null for an empty text
 * @param campaign_id campaign found; null for none
 */
public record Judged(
    TruthRow truth, String message_id, Boolean mass_send, String cluster_id, String campaign_id) {}
