package dev.uncanned.score;

/** Whether a sentence of praise would fit anybody. */
public enum PraiseKind {
  /** Praise of something that everybody has, such as a profile, with nothing to tell whose. */
  HOLLOW,
  /** Praise that names something: a title, a number, a subject, a place. */
  SPECIFIC
}
