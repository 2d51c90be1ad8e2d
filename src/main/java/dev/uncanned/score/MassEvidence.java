package dev.uncanned.score;

/** What shows that a message is a mass send, strongest first. */
public enum MassEvidence {
  /** Its template reached enough people. */
  TEMPLATE,
  /** Enough of it recurs, in a campaign that reached enough people. */
  CAMPAIGN,
  /** Its headers say that it went to a list. */
  HEADERS,
  /** Its template came to two archives and more: a hint, no proof. */
  CROSS_ARCHIVE,
  NONE
}
