package dev.uncanned.score;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which words of a sentence lie in phrases of which kind. */
final class WordRoles {

  private final int from;
  private final int to;
  private final Map<String, BitSet> kinds = new HashMap<>();

  WordRoles(List<LexiconHit> hits, int from, int to) {
    this.from = from;
    this.to = to;
    for (LexiconHit hit : hits) {
      kinds
          .computeIfAbsent(hit.kind(), kind -> new BitSet(to - from))
          .set(hit.from() - from, hit.to() - from);
    }
  }

  boolean is(String kind, int word) {
    BitSet words = kinds.get(kind);
    return words != null && word >= from && word < to && words.get(word - from);
  }

  /** Whether any word from one place up to another is of a kind. */
  boolean any(String kind, int first, int end) {
    BitSet words = kinds.get(kind);
    if (words == null || first >= end) {
      return false;
    }
    int next = words.nextSetBit(Math.max(0, first - from));
    return next >= 0 && next < end - from;
  }

  /** Whether a word lies in no phrase at all, apart from those of the given kinds. */
  boolean isUnknown(int word, List<String> except) {
    for (Map.Entry<String, BitSet> kind : kinds.entrySet()) {
      if (!except.contains(kind.getKey()) && kind.getValue().get(word - from)) {
        return false;
      }
    }
    return true;
  }
}
