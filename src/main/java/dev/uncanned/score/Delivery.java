package dev.uncanned.score;

import dev.uncanned.table.Packed;
import java.util.List;

/**
 * One message to one recipient with all that its text and the other messages of the two people say
 * of it; what its template and its campaign say is not in it.
 *
 * @param customised null where the text is in no scope
 * @param personal null where it was not looked for
 * @param follow_up null for a message that follows none
 * @param credit null where nothing is to be said; see {@link ReplyCredit}
 * @param fills names and companies in it that are not the recipient's
 */
public record Delivery(
    String message_id,
    @Packed MessageFacts facts,
    Touch touch,
    @Packed JudgedWords customised,
    @Packed Personal personal,
    @Packed FollowUp follow_up,
    @Packed ReplyCredit credit,
    List<ForeignFill> fills) {

  public static final String FILLS = "fills";
  public static final String TOUCH = "touch";

  public Delivery {
    fills = fills == null ? List.of() : List.copyOf(fills);
  }
}
