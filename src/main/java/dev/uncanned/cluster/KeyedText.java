package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;

/** A text with its fingerprint as two numbers, to be joined with what travelled without it. */
public record KeyedText(long high, long low, DistinctText text) {

  static final String HIGH = "high";
  static final String LOW = "low";

  static KeyedText of(DistinctText text) {
    return new KeyedText(TextKey.high(text.fingerprint()), TextKey.low(text.fingerprint()), text);
  }
}
