package dev.uncanned.archive;

/** How well the sending time of a message is known. */
public enum DateQuality {
  /** To the second, with its zone. */
  SECOND,
  /** To the minute, zone assumed to be UTC, as in the older LinkedIn files. */
  MINUTE,
  /** Taken from a substitute such as the topmost Received header or the From_ line. */
  FALLBACK,
  /** No usable date: the message counts in totals and in no day. */
  NONE
}
