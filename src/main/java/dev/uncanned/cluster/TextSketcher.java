package dev.uncanned.cluster;

import dev.uncanned.signature.Bands;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.MinHasher;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import java.util.Iterator;
import java.util.function.Consumer;

/** Sketches texts as a stream, for the tables of a cluster of machines; one per thread. */
final class TextSketcher {

  private final Shingler shingler;
  private final MinHasher hasher;
  private final Bands bands;
  private final long[] slots;
  private final int minTokens;

  /**
   * @param minTokens shorter texts are left out
   */
  TextSketcher(SignatureConfig signature, int minTokens) {
    this.shingler = new Shingler(signature);
    this.hasher = new MinHasher(signature);
    this.bands = new Bands(signature);
    this.slots = new long[signature.slots()];
    this.minTokens = Math.max(1, minTokens);
  }

  Iterator<BandRow> bands(Iterator<DistinctText> texts) {
    return new Streamed<>(texts, this::bands);
  }

  Iterator<AnchorRow> anchorRows(Iterator<SizedText> texts) {
    return new Streamed<>(texts, this::anchorRows);
  }

  Iterator<TextShingles> shingles(Iterator<DistinctText> texts) {
    return new Streamed<>(texts, this::shingles);
  }

  private void bands(DistinctText text, Consumer<BandRow> out) {
    if (sketch(text)) {
      TextKey key = TextKey.of(text.first_seen(), text.fingerprint());
      for (int band = 0; band < bands.count(); band++) {
        out.accept(new BandRow(bands.key(slots, band), key.seen(), key.high(), key.low()));
      }
    }
  }

  private void anchorRows(SizedText row, Consumer<AnchorRow> out) {
    DistinctText text = row.text().text();
    if (sketch(text)) {
      TextKey key = TextKey.of(text.first_seen(), text.fingerprint());
      for (int band = 0; band < bands.count(); band++) {
        out.accept(
            new AnchorRow(
                bands.key(slots, band), key.seen(), key.high(), key.low(), row.isSmall()));
      }
    }
  }

  /** Whether the text is long enough to be compared. */
  private boolean sketch(DistinctText text) {
    shingler.read(text.masked());
    if (shingler.tokenCount() < minTokens) {
      return false;
    }
    hasher.sign(shingler.shingles(), shingler.shingleCount(), slots);
    return true;
  }

  private void shingles(DistinctText text, Consumer<TextShingles> out) {
    shingler.read(text.masked());
    if (shingler.tokenCount() >= minTokens) {
      String fingerprint = text.fingerprint();
      out.accept(
          new TextShingles(TextKey.high(fingerprint), TextKey.low(fingerprint), shingler.set()));
    }
  }
}
