package dev.uncanned.cluster;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The pairs that the kernel proposes, where texts that were sent at odd times are in small
 * components.
 *
 * @param first pairs of neighbours, from the younger text to the older
 * @param anchors pairs with anchors
 */
record KernelPairs(Set<TextLink> first, Set<TextLink> anchors) {

  /**
   * The pairs of some texts.
   *
   * @param minTokens shorter texts have none
   * @param threshold pairs that are less similar are left out
   */
  static KernelPairs of(
      List<DistinctText> texts, SignatureConfig signature, int minTokens, double threshold) {
    Map<String, TextKey> keys = new HashMap<>();
    texts.forEach(
        text -> keys.put(text.fingerprint(), TextKey.of(text.first_seen(), text.fingerprint())));
    try (Workers workers = new Workers(1)) {
      SketchedTexts sketched = SketchedTexts.read(texts.iterator(), signature, minTokens, workers);
      boolean[] skipped = new boolean[sketched.count()];
      BitSet small = new BitSet();
      for (int text = 0; text < skipped.length; text++) {
        skipped[text] = sketched.sets()[text] == null;
        small.set(text, isSmall(sketched.firstSeen(text)));
      }
      StarEdges edges = new StarEdges(skipped);
      KernelPairs pairs = new KernelPairs(new HashSet<>(), new HashSet<>());
      for (int band = 0; band < signature.bands(); band++) {
        AnchorEdges anchors =
            edges.propose(
                sketched.lastBandKeys(band), similar(sketched, keys, threshold, pairs.first));
        anchors.proposeMixed(0, small, similar(sketched, keys, threshold, pairs.anchors));
      }
      return pairs;
    }
  }

  private static StarEdges.Sink similar(
      SketchedTexts texts, Map<String, TextKey> keys, double threshold, Set<TextLink> links) {
    return (young, old) -> {
      if (Jaccard.of(texts.sets()[young], texts.sets()[old]) >= threshold) {
        links.add(
            TextLink.of(keys.get(texts.fingerprint(young)), keys.get(texts.fingerprint(old))));
      }
    };
  }

  /** The text as one of a small component or of a large one. */
  static SizedText sized(DistinctText text) {
    return new SizedText(
        ComponentText.of(KeyedText.of(text), null), isSmall(text.first_seen()) ? 0 : 9);
  }

  private static boolean isSmall(long firstSeen) {
    return firstSeen % 2 != 0;
  }

  /** Texts of few different words, many of equal age. */
  static List<DistinctText> texts(SplittableRandom random, int most) {
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    int vocabulary = 3 + random.nextInt(60);
    for (int i = random.nextInt(most); i >= 0; i--) {
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
