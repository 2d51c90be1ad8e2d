package dev.uncanned.score;

/** What an answer says, where the rules are sure. */
public enum ReplyClass {
  /** The writer wants to know more, to talk or to meet. */
  POSITIVE,
  /** The writer passes it on, asks who writes, thanks, or puts off. */
  NEUTRAL,
  /** The writer declines. */
  NEGATIVE,
  /** The writer wants no further messages. */
  OPT_OUT,
  /** A machine answers for somebody who is away. */
  AUTO
}
