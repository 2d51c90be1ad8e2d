package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
  private static final Comparator<AnchorRow> ANCHORS_BY_BAND_AND_AGE =
      Comparator.comparingLong(AnchorRow::band_key).thenComparing(AnchorRow::text);

  /** A pair of fingerprints. */
  private record Pair(TextKey young, TextKey old) {}

  /** The pairs of the kernel where texts that were sent at odd times are in small components. */
  private record Pairs(Set<Pair> first, Set<Pair> anchors) {}

  @Test
  void proposesThePairsOfTheKernel() {
    SplittableRandom random = new SplittableRandom(11);
    int pairs = 0;
    int anchors = 0;
    for (int input = 0; input < INPUTS; input++) {
      SignatureConfig signature =
          new SignatureConfig(
              1 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(3), input);
      List<DistinctText> texts = texts(random);
      Pairs expected = inTheKernel(texts, signature);
      assertThat(inTheStream(texts, signature)).isEqualTo(expected.first);
      assertThat(anchorsInTheStream(texts, signature)).isEqualTo(expected.anchors);
      pairs += expected.first.size();
      anchors += expected.anchors.size();
    }
    assertThat(pairs).isGreaterThan(10 * INPUTS);
    assertThat(anchors).isGreaterThan(10 * INPUTS);
  }

  @Test
  void textsThatAreAllInLargeComponentsNeedNoAnchors() {
    SplittableRandom random = new SplittableRandom(12);
    SignatureConfig signature = new SignatureConfig(1, 4, 1, 1);
    List<SizedText> texts =
        texts(random).stream()
            .map(text -> new SizedText(ComponentText.of(KeyedText.of(text), null), 3))
            .toList();
    List<AnchorRow> rows = new ArrayList<>();
    new TextSketcher(signature, 1).anchorRows(texts.iterator()).forEachRemaining(rows::add);
    rows.sort(ANCHORS_BY_BAND_AND_AGE);
    assertThat(rows).hasSizeGreaterThan(40);
    assertThat(BucketAnchors.of(rows.iterator()).hasNext()).isFalse();
  }

  private static Set<Pair> inTheStream(List<DistinctText> texts, SignatureConfig signature) {
    List<BandRow> rows = new ArrayList<>();
    new TextSketcher(signature, MIN_TOKENS).bands(texts.iterator()).forEachRemaining(rows::add);
    rows.sort(BY_BAND_AND_AGE);
    return pairs(BucketLinks.of(rows.iterator()));
  }

  private static Set<Pair> anchorsInTheStream(List<DistinctText> texts, SignatureConfig signature) {
    List<SizedText> sized =
        texts.stream()
            .map(
                text ->
                    new SizedText(
                        ComponentText.of(KeyedText.of(text), null),
                        isSmall(text.first_seen()) ? 0 : 9))
            .toList();
    List<AnchorRow> rows = new ArrayList<>();
    new TextSketcher(signature, MIN_TOKENS)
        .anchorRows(sized.iterator())
        .forEachRemaining(rows::add);
    rows.sort(ANCHORS_BY_BAND_AND_AGE);
    return pairs(BucketAnchors.of(rows.iterator()));
  }

  private static Set<Pair> pairs(Iterator<TextLink> links) {
    Set<Pair> pairs = new HashSet<>();
    links.forEachRemaining(link -> pairs.add(new Pair(link.text(), link.other())));
    return pairs;
  }

  private static Pairs inTheKernel(List<DistinctText> texts, SignatureConfig signature) {
    Map<String, TextKey> keys = new HashMap<>();
    texts.forEach(
        text -> keys.put(text.fingerprint(), TextKey.of(text.first_seen(), text.fingerprint())));
    try (Workers workers = new Workers(1)) {
      SketchedTexts sketched = SketchedTexts.read(texts.iterator(), signature, MIN_TOKENS, workers);
      boolean[] skipped = new boolean[sketched.count()];
      for (int text = 0; text < skipped.length; text++) {
        skipped[text] = sketched.sets()[text] == null;
      }
      BitSet small = new BitSet();
      for (int text = 0; text < skipped.length; text++) {
        small.set(text, isSmall(sketched.firstSeen(text)));
      }
      StarEdges edges = new StarEdges(skipped);
      Pairs pairs = new Pairs(new HashSet<>(), new HashSet<>());
      for (int band = 0; band < signature.bands(); band++) {
        AnchorEdges anchors =
            edges.propose(
                sketched.lastBandKeys(band),
                (young, old) -> pairs.first.add(pair(sketched, young, old, keys)));
        anchors.proposeMixed(
            0, small, (young, old) -> pairs.anchors.add(pair(sketched, young, old, keys)));
      }
      return pairs;
    }
  }

  private static boolean isSmall(long firstSeen) {
    return firstSeen % 2 != 0;
  }

  private static Pair pair(SketchedTexts texts, int young, int old, Map<String, TextKey> keys) {
    return new Pair(keys.get(texts.fingerprint(young)), keys.get(texts.fingerprint(old)));
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
