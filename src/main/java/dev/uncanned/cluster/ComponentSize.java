package dev.uncanned.cluster;

/**
 * The size of a component of several texts.
 *
 * @param other_high with {@code other_low} the fingerprint of its oldest text, as {@link TextKey}
 *     has it
 * @param younger_n number of its texts beside the oldest, at least 1
 */
public record ComponentSize(long other_high, long other_low, long younger_n) {

  public static final String YOUNGER_N = "younger_n";
}
