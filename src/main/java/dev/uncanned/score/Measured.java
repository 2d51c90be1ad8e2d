package dev.uncanned.score;

/**
 * All that was measured of one message to one recipient, side by side.
 *
 * @param template null where the template was not counted
 * @param campaign null where the message has no campaign or it was not counted
 * @param customised null where the text may not be scored
 * @param reused null without customised words
 */
public record Measured(
    MessageFacts facts,
    Touch touch,
    FamilyReach template,
    FamilyReach campaign,
    JudgedWords customised,
    ReusedCustom reused) {

  public static final String FACTS = "facts";
  public static final String TOUCH = "touch";
  public static final String TEMPLATE = "template";
  public static final String CAMPAIGN = "campaign";
  public static final String CUSTOMISED = "customised";
  public static final String REUSED = "reused";
}
