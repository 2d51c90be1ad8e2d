package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.score.MessageScore;
import java.time.Instant;
import java.util.List;

/** Makes the scores of messages of which next to nothing is known. */
final class BareScore {

  private BareScore() {}

  /** A message of which nothing is known but who sent what to whom. */
  static MessageScore of(String message, String sender, String cluster, String campaign) {
    return of(message, sender, cluster, campaign, null);
  }

  /**
   * The same of a message that may be dated.
   *
   * @param sentAt null if undated
   */
  static MessageScore of(
      String message, String sender, String cluster, String campaign, Instant sentAt) {
    MessageHeader header =
        new MessageHeader(
            message,
            null,
            null,
            null,
            0,
            null,
            MessageKind.MESSAGE,
            Direction.OUTBOUND,
            sender,
            null,
            null,
            List.of(),
            sentAt,
            null,
            false,
            false,
            null,
            0,
            null);
    return new MessageScore(
        header,
        "recipient of " + message,
        null,
        0,
        0,
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        cluster,
        campaign,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
