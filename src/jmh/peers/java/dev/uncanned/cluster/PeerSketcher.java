package dev.uncanned.cluster;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import dev.uncanned.signature.MinHasher;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.TokenHash;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes a MinHash signature of a masked text; two texts are compared slot by slot. */
interface PeerSketcher {

  /** Writes the signature of a text into {@code slots}. */
  void sign(String masked, long[] slots);

  /** What the product does. */
  static PeerSketcher own(SignatureConfig signature) {
    Shingler shingler = new Shingler(signature);
    MinHasher hasher = new MinHasher(signature);
    return (masked, slots) -> {
      shingler.read(masked);
      hasher.sign(shingler.shingles(), shingler.shingleCount(), slots);
    };
  }

  /** A hasher of hash4j, given the same hashes of the same shingles. */
  static PeerSketcher hash4j(SignatureConfig signature, SimilarityHashPolicy policy) {
    Shingler shingler = new Shingler(signature);
    SimilarityHasher hasher = policy.createHasher();
    return (masked, slots) -> {
      shingler.read(masked);
      long[] shingles = shingler.shingles();
      byte[] signed =
          hasher.compute(ElementHashProvider.ofFunction(i -> shingles[i], shingler.shingleCount()));
      for (int slot = 0; slot < slots.length; slot++) {
        slots[slot] = policy.getComponent(signed, slot);
      }
    };
  }

  /** Lucene's filter: one hash, a bucket for each slot, empty buckets filled by rotation. */
  static PeerSketcher lucene(SignatureConfig signature) {
    Analyzer analyzer = new ShingleAnalyzer(signature);
    return (masked, slots) -> {
      Arrays.fill(slots, -1);
      try (TokenStream tokens = analyzer.tokenStream("text", masked)) {
        CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
        tokens.reset();
        int slot = 0;
        while (tokens.incrementToken()) {
          slots[slot++] = TokenHash.of(term, 0, term.length());
        }
        tokens.end();
      } catch (IOException failed) {
        throw new IllegalStateException("a text in memory cannot be read", failed);
      }
    };
  }

  /** Words, word shingles, their MinHash. */
  final class ShingleAnalyzer extends Analyzer {

    private final SignatureConfig signature;

    ShingleAnalyzer(SignatureConfig signature) {
      this.signature = signature;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      WhitespaceTokenizer words = new WhitespaceTokenizer();
      int width = signature.shingle_words();
      ShingleFilter shingles = new ShingleFilter(words, width, width);
      shingles.setOutputUnigrams(false);
      return new TokenStreamComponents(
          words, new MinHashFilter(shingles, 1, signature.slots(), 1, true));
    }
  }
}
