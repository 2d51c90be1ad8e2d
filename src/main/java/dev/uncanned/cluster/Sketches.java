package dev.uncanned.cluster;

import dev.uncanned.signature.Bands;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.MinHasher;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.TokenizedText;
import java.util.List;

/**
 * A batch of texts in the form in which they are clustered; the texts themselves are let go.
 *
 * @param nights the night that brought each text, as in {@link NightText}; 0 where there are none
 * @param ranks the order within a night, as there; the same array as {@code dates} where there are
 *     none
 * @param dates the time first seen
 * @param sets sorted distinct shingles of each text; null for a text too short to be compared
 * @param keys band keys, first by band, then by text; 0 for a text that has none
 */
record Sketches(
    String[] fingerprints,
    long[] nights,
    long[] ranks,
    long[] dates,
    long[] copies,
    int[][] sets,
    long[][] keys) {

  /** Sketches texts, in their order. */
  static Sketches of(List<DistinctText> texts, SignatureConfig signature, int minTokens) {
    return sketch(texts, Sketches::read, signature, minTokens);
  }

  /** Sketches texts of which the tokens are known, in their order. */
  static Sketches ofTokens(List<TokenizedText> texts, SignatureConfig signature, int minTokens) {
    return sketch(texts, Sketches::readTokens, signature, minTokens);
  }

  /** Reads one text into its row. */
  private interface Reading<T> {
    void read(Sketches sketches, int row, T text, Shingler shingler);
  }

  /**
   * Sketches texts, in their order; those of nights before the given one get no band keys: they are
   * not looked up in the bands any more.
   */
  static Sketches since(
      List<NightText> texts, long night, SignatureConfig signature, int minTokens) {
    Sketches sketches = emptyNight(texts.size(), signature.bands());
    return sketches.fill(texts, Sketches::readNight, night, signature, minTokens);
  }

  private static <T> Sketches sketch(
      List<T> texts, Reading<T> reading, SignatureConfig signature, int minTokens) {
    Sketches sketches = empty(texts.size(), signature.bands());
    return sketches.fill(texts, reading, Long.MIN_VALUE, signature, minTokens);
  }

  private <T> Sketches fill(
      List<T> texts, Reading<T> reading, long night, SignatureConfig signature, int minTokens) {
    Shingler shingler = new Shingler(signature);
    MinHasher hasher = new MinHasher(signature);
    Bands bands = new Bands(signature);
    long[] slots = new long[signature.slots()];
    for (int i = 0; i < texts.size(); i++) {
      reading.read(this, i, texts.get(i), shingler);
      keepSet(i, shingler, minTokens);
      if (sets[i] != null && nights[i] >= night) {
        hasher.sign(shingler.shingles(), shingler.shingleCount(), slots);
        for (int band = 0; band < bands.count(); band++) {
          keys[band][i] = bands.key(slots, band);
        }
      }
    }
    return this;
  }

  /** The same without band keys, for texts whose pairs are known. */
  static Sketches sets(List<DistinctText> texts, SignatureConfig signature, int minTokens) {
    Sketches sketches = empty(texts.size(), 0);
    Shingler shingler = new Shingler(signature);
    for (int i = 0; i < texts.size(); i++) {
      sketches.read(i, texts.get(i), shingler);
      sketches.keepSet(i, shingler, minTokens);
    }
    return sketches;
  }

  private static Sketches empty(int n, int bands) {
    long[] dates = new long[n];
    return empty(dates, dates, bands);
  }

  private static Sketches emptyNight(int n, int bands) {
    return empty(new long[n], new long[n], bands);
  }

  private static Sketches empty(long[] ranks, long[] dates, int bands) {
    int n = dates.length;
    return new Sketches(
        new String[n], new long[n], ranks, dates, new long[n], new int[n][], new long[bands][n]);
  }

  private void read(int i, DistinctText text, Shingler shingler) {
    fingerprints[i] = text.fingerprint();
    dates[i] = text.first_seen();
    copies[i] = text.copies_n();
    shingler.read(text.masked());
  }

  private void readNight(int i, NightText text, Shingler shingler) {
    fingerprints[i] = text.fingerprint();
    nights[i] = text.night();
    ranks[i] = text.rank();
    dates[i] = text.first_seen();
    copies[i] = text.copies_n();
    shingler.read(text.masked());
  }

  private void readTokens(int i, TokenizedText text, Shingler shingler) {
    fingerprints[i] = text.fingerprint();
    dates[i] = text.first_seen();
    copies[i] = text.copies_n();
    shingler.read(text.tokens());
  }

  private void keepSet(int i, Shingler shingler, int minTokens) {
    if (shingler.tokenCount() >= Math.max(1, minTokens)) {
      sets[i] = shingler.set();
    }
  }
}
