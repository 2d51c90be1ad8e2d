package dev.uncanned.export;

/**
 * What is told instead of a combination.
 *
 * @param from as it is
 * @param to as it is told
 */
public record Recoding(Combination from, Combination to) {

  static final String FROM = "from";
  static final String TO = "to";
}
