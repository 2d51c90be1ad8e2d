package dev.uncanned.cluster;

/**
 * The order key of a text as three numbers: what travels between tasks in its place.
 *
 * <p>Natural order is from the oldest text to the youngest, as by time first seen and then by
 * fingerprint; {@code high} and {@code low} are the fingerprint with its 64-bit halves moved so
 * that signed comparison orders them as their hex digits.
 */
record TextKey(long seen, long high, long low) implements Comparable<TextKey> {

  private static final int HALF_DIGITS = 16;
  private static final int HEX = 16;

  /** The key of a text with a fingerprint of 32 hex digits. */
  static TextKey of(long firstSeen, String fingerprint) {
    return new TextKey(firstSeen, half(fingerprint, 0), half(fingerprint, HALF_DIGITS));
  }

  static long high(String fingerprint) {
    return half(fingerprint, 0);
  }

  static long low(String fingerprint) {
    return half(fingerprint, HALF_DIGITS);
  }

  private static long half(String fingerprint, int from) {
    long digits = Long.parseUnsignedLong(fingerprint, from, from + HALF_DIGITS, HEX);
    return digits ^ Long.MIN_VALUE;
  }

  @Override
  public int compareTo(TextKey other) {
    int bySeen = Long.compare(seen, other.seen);
    int byHigh = bySeen != 0 ? bySeen : Long.compare(high, other.high);
    return byHigh != 0 ? byHigh : Long.compare(low, other.low);
  }
}
