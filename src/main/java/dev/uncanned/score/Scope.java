package dev.uncanned.score;

/** The set of messages against which customised words were told from canned ones. */
public enum Scope {
  TEMPLATE,
  CAMPAIGN,
  SENDER
}
