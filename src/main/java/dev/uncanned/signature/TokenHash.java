package dev.uncanned.signature;

/**
 * Hashes tokens to 64 bits in which every input bit moves every output bit.
 *
 * <p>Signatures and stored shingles depend on every value, so the function never changes: a better
 * one gets the next {@link #VERSION}. {@code String.hashCode} would not do: its 32 bits collide
 * among a few ten thousand tokens, and its values differ little between similar tokens.
 */
public final class TokenHash {

  /** Version of all hash values of this package. */
  public static final int VERSION = 1;

  private static final long START = 0x9AE16A3B2F90404FL;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private TokenHash() {}

  /** Hash of the chars of {@code text} from {@code start} (inclusive) to {@code end}. */
  public static long of(CharSequence text, int start, int end) {
    long state = start();
    for (int i = start; i < end; i++) {
      state = step(state, text.charAt(i));
    }
    return mix(state);
  }

  /** State before the first char, for a caller that scans the chars itself. */
  static long start() {
    return START;
  }

  /** State after one more char; {@link #mix} of the last state is the hash. */
  static long step(long state, char c) {
    return (state ^ c) * STEP;
  }

  /**
   * A bijection of 64 bits with full avalanche: variant 13 of the finalisers that David Stafford
   * tuned for MurmurHash3.
   */
  static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
