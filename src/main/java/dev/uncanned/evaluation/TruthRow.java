package dev.uncanned.evaluation;

import java.time.Instant;
import java.util.Objects;

/**
 * The label of one message to one recipient.
 *
 * @param sender profile URL or e-mail address, as the archive has it
 * @param recipient the same
 * @param sent_at null if undated
 * @param kind how it came about, in the words of whoever labelled
 * @param campaign name of its campaign; empty if it belongs to none
 * @param template name of the fixed text it was made from, the same for all senders; empty if there
 *     is none, null if the labels do not say
 * @param mass_send null where the question does not arise
 * @param defect type of the fault of its mail merge; empty if there is none, null if the labels do
 *     not say
 */
public record TruthRow(
    String sender,
    String recipient,
    Instant sent_at,
    String kind,
    String campaign,
    String template,
    Boolean mass_send,
    String defect) {

  /** Whether another label says the same of what became of its message. */
  boolean saysTheSameAs(TruthRow other) {
    return kind.equals(other.kind)
        && campaign.equals(other.campaign)
        && Objects.equals(template, other.template)
        && Objects.equals(mass_send, other.mass_send)
        && Objects.equals(defect, other.defect);
  }
}
