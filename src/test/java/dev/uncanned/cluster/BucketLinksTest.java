package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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

  @Test
  void proposesThePairsOfTheKernel() {
    SplittableRandom random = new SplittableRandom(11);
    int pairs = 0;
    int anchors = 0;
    for (int input = 0; input < INPUTS; input++) {
      SignatureConfig signature =
          new SignatureConfig(
              1 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(3), input);
      List<DistinctText> texts = KernelPairs.texts(random, 60);
      KernelPairs expected = KernelPairs.of(texts, signature, MIN_TOKENS, 0);
      assertThat(inTheStream(texts, signature)).isEqualTo(expected.first());
      assertThat(anchorsInTheStream(texts, signature)).isEqualTo(expected.anchors());
      pairs += expected.first().size();
      anchors += expected.anchors().size();
    }
    assertThat(pairs).isGreaterThan(10 * INPUTS);
    assertThat(anchors).isGreaterThan(10 * INPUTS);
  }

  @Test
  void textsThatAreAllInLargeComponentsNeedNoAnchors() {
    SplittableRandom random = new SplittableRandom(12);
    SignatureConfig signature = new SignatureConfig(1, 4, 1, 1);
    List<SizedText> texts =
        KernelPairs.texts(random, 60).stream()
            .map(text -> new SizedText(ComponentText.of(KeyedText.of(text), null), 3))
            .toList();
    List<AnchorRow> rows = new ArrayList<>();
    new TextSketcher(signature, 1).anchorRows(texts.iterator()).forEachRemaining(rows::add);
    rows.sort(ANCHORS_BY_BAND_AND_AGE);
    assertThat(rows).hasSizeGreaterThan(40);
    assertThat(BucketAnchors.of(rows.iterator()).hasNext()).isFalse();
  }

  private static Set<TextLink> inTheStream(List<DistinctText> texts, SignatureConfig signature) {
    List<BandRow> rows = new ArrayList<>();
    new TextSketcher(signature, MIN_TOKENS).bands(texts.iterator()).forEachRemaining(rows::add);
    rows.sort(BY_BAND_AND_AGE);
    return pairs(BucketLinks.of(rows.iterator()));
  }

  private static Set<TextLink> anchorsInTheStream(
      List<DistinctText> texts, SignatureConfig signature) {
    List<SizedText> sized = texts.stream().map(KernelPairs::sized).toList();
    List<AnchorRow> rows = new ArrayList<>();
    new TextSketcher(signature, MIN_TOKENS)
        .anchorRows(sized.iterator())
        .forEachRemaining(rows::add);
    rows.sort(ANCHORS_BY_BAND_AND_AGE);
    return pairs(BucketAnchors.of(rows.iterator()));
  }

  private static Set<TextLink> pairs(Iterator<TextLink> links) {
    Set<TextLink> pairs = new HashSet<>();
    links.forEachRemaining(pairs::add);
    return pairs;
  }
}
