package dev.uncanned.message;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import java.time.Instant;
import java.util.List;

/** Headers of messages, for tests that look at the text. */
public final class Headers {

  private Headers() {}

  /**
   * The header of a mail from one person to another.
   *
   * @param at when it was sent; null for an undated one
   */
  public static MessageHeader sent(MessageKind kind, Instant at, boolean automatic) {
    return new MessageHeader(
        "m",
        "t",
        "a",
        "i",
        1,
        Channel.EMAIL,
        kind,
        Direction.OUTBOUND,
        "s",
        "s",
        null,
        List.of("r"),
        at,
        at == null ? DateQuality.NONE : DateQuality.SECOND,
        automatic,
        false,
        null,
        0,
        null);
  }
}
