package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;

/**
 * A text and the component it is in.
 *
 * @param oldest_high with {@code oldest_low} the fingerprint of the oldest text of the component,
 *     as {@link TextKey} has it
 */
public record ComponentText(long oldest_high, long oldest_low, DistinctText text) {

  public static final String OLDEST_HIGH = "oldest_high";
  public static final String OLDEST_LOW = "oldest_low";

  static ComponentText of(KeyedText text, TextLink star) {
    return star == null
        ? new ComponentText(text.high(), text.low(), text.text())
        : new ComponentText(star.other_high(), star.other_low(), text.text());
  }

  /** Names the component. */
  String oldest() {
    return Long.toHexString(oldest_high) + ':' + Long.toHexString(oldest_low);
  }
}
