package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketLinksTest {

  private static final int MIN_TOKENS = 4;
  private static final int INPUTS = Boolean.getBoolean("uncanned.long") ? 20_000 : 500;
  private static final Comparator<BandRow> BY_BAND_AND_AGE =
      Comparator.comparingLong(BandRow::band_key).thenComparing(BandRow::text);

  /** A pair of fingerprints. */
  private record Pair(TextKey young, TextKey old) {}

  @Test
  void proposesThePairsOfTheKernel() {
    SplittableRandom random = new SplittableRandom(11);
    int pairs = 0;
    for (int input = 0; input < INPUTS; input++) {
      SignatureConfig signature =
          new SignatureConfig(
              1 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(3), input);
      List<DistinctText> texts = texts(random);
      Set<Pair> expected = inTheKernel(texts, signature);
      assertThat(inTheStream(texts, signature)).isEqualTo(expected);
      pairs += expected.size();
    }
    assertThat(pairs).isGreaterThan(10 * INPUTS);
  }

  private static Set<Pair> inTheStream(List<DistinctText> texts, SignatureConfig signature) {
    List<BandRow> rows = new ArrayList<>();
    new TextSketcher(signature, MIN_TOKENS).bands(texts.iterator()).forEachRemaining(rows::add);
    rows.sort(BY_BAND_AND_AGE);
    Set<Pair> pairs = new HashSet<>();
    BucketLinks.of(rows.iterator())
        .forEachRemaining(link -> pairs.add(new Pair(link.text(), link.other())));
    return pairs;
  }

  private static Set<Pair> inTheKernel(List<DistinctText> texts, SignatureConfig signature) {
    Map<String, TextKey> keys = new HashMap<>();
    texts.forEach(
        text -> keys.put(text.fingerprint(), TextKey.of(text.first_seen(), text.fingerprint())));
    Set<Pair> pairs = new HashSet<>();
    try (Workers workers = new Workers(1)) {
      SketchedTexts sketched = SketchedTexts.read(texts.iterator(), signature, MIN_TOKENS, workers);
      boolean[] skipped = new boolean[sketched.count()];
      for (int text = 0; text < skipped.length; text++) {
        skipped[text] = sketched.sets()[text] == null;
      }
      for (int band = 0; band < signature.bands(); band++) {
        StarEdges.propose(
            sketched.bandKeys(band),
            skipped,
            (young, old) ->
                pairs.add(
                    new Pair(
                        keys.get(sketched.fingerprint(young)),
                        keys.get(sketched.fingerprint(old)))));
      }
    }
    return pairs;
  }

  /** Texts of few different words, many of equal age. */
  private static List<DistinctText> texts(SplittableRandom random) {
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    int vocabulary = 3 + random.nextInt(60);
    for (int i = random.nextInt(60); i >= 0; i--) {
      StringBuilder words = new StringBuilder();
      for (int word = random.nextInt(12); word >= 0; word--) {
        words.append(random.nextInt(vocabulary)).append(' ');
      }
      String masked = words.toString().strip();
      texts.put(masked, new DistinctText(ContentHash.of(masked), masked, random.nextInt(6), 1));
    }
    return new ArrayList<>(texts.values());
  }
}
