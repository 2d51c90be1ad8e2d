package dev.uncanned.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes down all words that a template gave its messages, for {@link SkeletonWords} to find them
 * in a message.
 */
final class GivenSkeleton {

  private static final long SEVERAL = 2;

  private GivenSkeleton() {}

  static String text(List<SkeletonPiece> pieces) {
    List<String> parts = new ArrayList<>();
    for (SkeletonPiece piece : pieces) {
      if (piece.text() != null) {
        parts.add(piece.text());
      } else if (piece.isOpen()) {
        parts.add("{" + piece.slot().slot_no() + ": " + values(piece.fills()) + "}");
      } else {
        parts.add("{" + piece.slot().slot_no() + "}");
      }
    }
    return String.join(" ", parts);
  }

  /** The fills that several messages have, and the most frequent one in any case. */
  private static String values(FillSpans fills) {
    Map<String, Long> messages = new TreeMap<>();
    long most = 0;
    for (int m = 0; m < fills.size(); m++) {
      if (fills.words(m) > 0) {
        String fill = String.join(" ", fills.fill(m));
        most = Math.max(most, messages.merge(fill, fills.member(m).weight(), Long::sum));
      }
    }
    long fewest = Math.min(SEVERAL, most);
    messages.values().removeIf(count -> count < fewest);
    return String.join(" | ", messages.keySet());
  }
}
