package dev.uncanned.text;

/** Why a text has no score. */
public enum NullReason {
  /** Nothing is left of the text once quotes and sign-offs are cut. */
  NO_TEXT,
  /** Fewer masked tokens than can be told from chance (config {@code text.min_tokens}). */
  TOO_SHORT,
  /** Sent by a machine: out-of-office, delivery report. */
  AUTOMATIC,
  /** A text that LinkedIn offers for one tap. */
  ONE_TAP,
  /** An answer to an inbound message: not outreach. */
  REPLY,
  /** Too few copies of the template to tell customised words from the template's. */
  FEW_COPIES,
  /** Seen from inboxes only: how many others got the same text cannot be known. */
  ONE_INBOX,
  /** The metric is not computed by this version. */
  NOT_COMPUTED
}
