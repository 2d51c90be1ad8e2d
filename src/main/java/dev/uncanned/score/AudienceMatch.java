package dev.uncanned.score;

/** Whether a recipient is one of those whom an offer is meant for. */
public enum AudienceMatch {
  IN,
  OUT,
  /** The message carries no configured offer, or the recipient's title is not known. */
  UNKNOWN
}
