package dev.uncanned.score;

import dev.uncanned.table.Packed;

/**
 * All that was measured of one message to one recipient, side by side.
 *
 * @param template null where the template was not counted
 * @param campaign null where the message has no campaign or it was not counted
 * @param customised null where the text may not be scored
 * @param reused null without customised words
 * @param personal null where it was not looked for
 * @param follow_up null for a message that follows none
 * @param credit null where nothing is to be said; see {@link ReplyCredit}
 * @param leaks null without any
 */
public record Measured(
    @Packed MessageFacts facts,
    Touch touch,
    FamilyReach template,
    FamilyReach campaign,
    @Packed JudgedWords customised,
    ReusedCustom reused,
    @Packed Personal personal,
    @Packed FollowUp follow_up,
    @Packed ReplyCredit credit,
    FoundLeaks leaks) {

  public static final String TOUCH = "touch";
  public static final String TEMPLATE = "template";
  public static final String CAMPAIGN = "campaign";
  public static final String REUSED = "reused";
  public static final String LEAKS = "leaks";
}
