package dev.uncanned.archive;

/** The way a message was sent. */
public enum Channel {
  /** A LinkedIn connection request with a note. */
  LI_INVITE,
  /** A LinkedIn direct message. */
  LI_MESSAGE,
  /** A LinkedIn message with a subject, sent to somebody who is no connection. */
  LI_INMAIL,
  /** An e-mail. */
  EMAIL,
  /** A message in a chat program: Slack, WhatsApp, Messenger, Instagram, X. */
  CHAT
}
