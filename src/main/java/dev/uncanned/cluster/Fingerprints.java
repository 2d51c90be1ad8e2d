package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.HexFormat;

/** Finds texts by their fingerprints; takes about 10 bytes for each text beside the state. */
final class Fingerprints {

  private static final int HALF_DIGITS = 16;
  private static final int HEX = 16;

  private final ClusterState state;
  private final int[] slots;
  private final int mask;

  Fingerprints(ClusterState state) {
    this.state = state;
    this.slots = new int[HashCommon.arraySize(Math.max(1, state.count()), 0.7f)];
    this.mask = slots.length - 1;
    for (int text = 0; text < state.count(); text++) {
      slots[slot(state.high(text), state.low(text))] = text + 1;
    }
  }

  boolean contains(String fingerprint) {
    return number(fingerprint) >= 0;
  }

  /** The number of a text; -1 if it is not in the state. */
  int number(String fingerprint) {
    return slots[slot(high(fingerprint), low(fingerprint))] - 1;
  }

  /** The first 16 of 32 hex digits. */
  static long high(String fingerprint) {
    return Long.parseUnsignedLong(fingerprint, 0, HALF_DIGITS, HEX);
  }

  /** The last 16 of 32 hex digits. */
  static long low(String fingerprint) {
    return Long.parseUnsignedLong(fingerprint, HALF_DIGITS, 2 * HALF_DIGITS, HEX);
  }

  static String hex(long high, long low) {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }

  private int slot(long high, long low) {
    int at = (int) HashCommon.mix(high) & mask;
    while (slots[at] != 0) {
      int text = slots[at] - 1;
      if (state.high(text) == high && state.low(text) == low) {
        return at;
      }
      at = at + 1 & mask;
    }
    return at;
  }
}
