package dev.uncanned.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks the fills that are worth a look whether they are names: different ones, a few of each slot
 * that the cheaper rules leave open and whose fills are as short as names are.
 */
final class UnsureFills {

  /** Median words of a slot whose fills can be names. */
  static final int NAME_WORDS = 6;

  /** Different fills that a slot must have, or it is told nothing by them. */
  static final int FEWEST = 3;

  private UnsureFills() {}

  /** At most {@code most} places for each open slot, in the order of slots and members. */
  static List<FillPlace> pick(List<SkeletonPiece> pieces, int most) {
    List<FillPlace> places = new ArrayList<>();
    for (SkeletonPiece piece : pieces) {
      if (piece.fills() != null && isOpen(piece.slot())) {
        places.addAll(places(piece).values().stream().limit(most).toList());
      }
    }
    return places;
  }

  private static boolean isOpen(Slot slot) {
    boolean untyped = slot.type() == SlotType.MIXED || slot.type() == SlotType.FREE_TEXT;
    return untyped && slot.median_words() <= NAME_WORDS && slot.distinct_n() >= FEWEST;
  }

  private static Map<String, FillPlace> places(SkeletonPiece piece) {
    Map<String, FillPlace> places = new LinkedHashMap<>();
    FillSpans fills = piece.fills();
    for (int m = 0; m < fills.size(); m++) {
      if (fills.words(m) > 0) {
        FillPlace place =
            new FillPlace(
                piece.slot().slot_no(),
                fills.member(m).text().fingerprint(),
                fills.starts()[m],
                fills.ends()[m],
                fills.member(m).weight());
        places.merge(String.join(" ", fills.fill(m)), place, UnsureFills::sum);
      }
    }
    return places;
  }

  private static FillPlace sum(FillPlace first, FillPlace other) {
    return new FillPlace(
        first.slot_no(),
        first.fingerprint(),
        first.first_token(),
        first.end_token(),
        first.messages_n() + other.messages_n());
  }
}
