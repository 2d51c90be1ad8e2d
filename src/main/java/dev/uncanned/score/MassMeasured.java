package dev.uncanned.score;

/**
 * What decides whether a message to a recipient is a mass send.
 *
 * @param template null where the template was not counted
 * @param campaign null where the message has no campaign or it was not counted
 */
public record MassMeasured(
    FactColumns facts, Touch touch, FamilyReach template, FamilyReach campaign) {

  static final String FACTS = "facts";
  static final String TOUCH = "touch";
  static final String TEMPLATE = "template";
  static final String CAMPAIGN = "campaign";
}
