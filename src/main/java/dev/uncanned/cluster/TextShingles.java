package dev.uncanned.cluster;

/**
 * The shingles of one text, to be compared exactly.
 *
 * @param high with {@code low} the fingerprint, as in its order key
 * @param shingles sorted, without doubles
 */
public record TextShingles(long high, long low, int[] shingles) {

  public static final String HIGH = "high";
  public static final String LOW = "low";
}
