package dev.uncanned.score;

/** What a phrase of an answer, seen in its sentence, is a sign of. */
enum ReplySign {
  OPT_OUT,
  /** A word of leaving lists that the writer says of themselves or alone: "unsubscribe". */
  WEAK_OPT_OUT,
  /** The same word where it may be said of anything: "our unsubscribe rate". */
  LISTS,
  NEGATIVE,
  /** A reason to change ("not happy with our provider"), whatever else sounds like a no. */
  DISCONTENT,
  POSITIVE,
  NEUTRAL,
  /** Mere thanks, which go with every answer. */
  THANKS,
  AUTO,
  /** What only a notice of absence says, never a person who explains a late answer. */
  NOTICE,
  /** A question, an offer or a request to the reader, which few notices make. */
  OFFER
}
