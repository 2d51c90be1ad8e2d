package dev.uncanned.mart;

/** What a row of {@code sender_summary} says in a column that it sums over. */
public final class Rollup {

  /** The channel of a row over all channels, the relationship of one over all relationships. */
  public static final String ALL = "all";

  private Rollup() {}
}
