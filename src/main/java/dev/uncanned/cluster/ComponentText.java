package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;

/**
 * A text and the component it is in.
 *
 * @param oldest names the component: the oldest text's fingerprint as two numbers
 */
public record ComponentText(String oldest, DistinctText text) {

  static ComponentText of(KeyedText text, TextLink star) {
    return new ComponentText(
        star == null ? name(text.high(), text.low()) : name(star.other_high(), star.other_low()),
        text.text());
  }

  private static String name(long high, long low) {
    return Long.toHexString(high) + ':' + Long.toHexString(low);
  }
}
