package dev.uncanned.export;

/**
 * What an outsider may know of a message, in the order in which it gives way where it is rare.
 *
 * <p>The direction is none of them: it says which of the two people a row protects.
 */
enum Quasi {
  TEAM_ID,
  LANG,
  SENT_WEEK,
  KIND,
  RELATIONSHIP,
  CHANNEL
}
