package dev.uncanned.archive;

/** What a row of an archive really is; only {@link #MESSAGE} and {@link #GROUP} are judged. */
public enum MessageKind {
  /** An ordinary message. */
  MESSAGE(true),
  /** A message in a thread of three people and more. */
  GROUP(true),
  /** A text that LinkedIn offers and a member sends by one tap, such as a birthday wish. */
  ONE_TAP(true),
  /** An out-of-office answer, a delivery report, a calendar notice: sent by a machine. */
  AUTO_REPLY(true),
  /** A message that was written and never sent. */
  DRAFT(false),
  /** An advertisement, or the click of the owner on its button. */
  SPONSORED(false),
  /** A line that LinkedIn wrote, such as "X left the conversation". */
  SYSTEM(false),
  /** A connection request without a note: nobody wrote a text. */
  BLANK_INVITE(false);

  private final boolean inScope;

  MessageKind(boolean inScope) {
    this.inScope = inScope;
  }

  /** Whether rows of this kind become messages; the others are counted as out of scope. */
  public boolean inScope() {
    return inScope;
  }
}
