package dev.uncanned.score;

/** What sender and recipient were to each other when a message was sent. */
public enum Relationship {
  /** It answers a message of the recipient. */
  REPLY,
  /** Both had written before. */
  TWO_WAY,
  /** The recipient had accepted an invitation of the sender and written nothing. */
  ACCEPTED_ONLY,
  /** The recipient had never reacted. */
  COLD,
  /** The archive starts too shortly before to say, or the recipient wrote at the same instant. */
  UNKNOWN
}
