package dev.uncanned.score;

/** How far the customisation figures of a message can be trusted. */
public enum Confidence {
  /** 50 copies and more. */
  A,
  /** 20 to 49 copies. */
  B,
  /** 10 to 19 copies. */
  C
}
