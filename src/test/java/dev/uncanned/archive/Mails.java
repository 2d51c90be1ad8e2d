package dev.uncanned.archive;

import java.time.Instant;
import java.util.List;

/** Mails as readers hand them out, for tests that look at little of them. */
public final class Mails {

  private Mails() {}

  /**
   * The first mail of an input.
   *
   * @param at when it was sent; null for an undated one
   */
  public static RawMessage sent(
      String input, String archive, Instant at, Contact from, List<Contact> to) {
    return new RawMessage(
        input,
        archive,
        1,
        Channel.EMAIL,
        MessageKind.MESSAGE,
        null,
        null,
        null,
        at,
        at == null ? DateQuality.NONE : DateQuality.SECOND,
        from,
        to,
        null,
        "text",
        false,
        "hash",
        null,
        false,
        false,
        0,
        null,
        List.of());
  }
}
