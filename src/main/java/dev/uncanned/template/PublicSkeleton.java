package dev.uncanned.template;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A template as it may be shown to people who must not see the messages.
 *
 * <p>A word stands in it if at least {@link #PUBLIC_FROM} people are known to have got it, counted
 * over the sampled texts; words that fewer got give one {@link #WITHHELD}. Slots stand as their
 * number, such as {@code {1}}; alternatives as {@code {2: alpha | beta}}, optional blocks as {@code
 * [optional: some words]}. Alternatives and blocks that too few people got are withheld, too, and
 * as many others as it takes that at least {@link #PUBLIC_FROM} people got what is withheld; all
 * other fills never appear.
 */
public final class PublicSkeleton {

  /** People who must have got a word: fewer could point at one of them. */
  public static final int PUBLIC_FROM = 5;

  /** Stands for words that too few people got. */
  public static final String WITHHELD = "\u2026";

  private final List<SkeletonPiece> pieces;
  private final List<AlignedMember> members;
  private final List<SlotValue> values = new ArrayList<>();

  PublicSkeleton(List<SkeletonPiece> pieces, List<AlignedMember> members) {
    this.pieces = pieces;
    this.members = members;
    for (SkeletonPiece piece : pieces) {
      if (piece.gap() >= 0 && isOpen(piece.slot().type())) {
        addValues(piece.slot().slot_no(), piece.gap());
      }
    }
  }

  /** The values that may be published, by slot; those that most people got first. */
  List<SlotValue> values() {
    return values;
  }

  /** The skeleton; null if none of its words may be published. */
  String text() {
    List<String> parts = new ArrayList<>();
    boolean any = false;
    for (SkeletonPiece piece : pieces) {
      if (piece.slot() != null) {
        parts.add(slot(piece.slot()));
      } else if (isPublic(piece.word())) {
        parts.add(piece.text());
        any = true;
      } else if (parts.isEmpty() || !parts.get(parts.size() - 1).equals(WITHHELD)) {
        parts.add(WITHHELD);
      }
    }
    return any ? String.join(" ", parts) : null;
  }

  private static boolean isOpen(SlotType type) {
    return type == SlotType.ENUMERATED || type == SlotType.OPTIONAL_BLOCK;
  }

  private boolean isPublic(int word) {
    LongOpenHashSet readers = new LongOpenHashSet();
    for (AlignedMember member : members) {
      if (member.has(word)) {
        for (long reader : member.text().readers()) {
          readers.add(reader);
          if (readers.size() >= PUBLIC_FROM) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void addValues(int slot, int gap) {
    Map<String, LongOpenHashSet> readers = new TreeMap<>();
    for (AlignedMember member : members) {
      if (member.fillWords(gap) > 0) {
        LongOpenHashSet those =
            readers.computeIfAbsent(
                String.join(" ", member.fill(gap)), value -> new LongOpenHashSet());
        for (long reader : member.text().readers()) {
          those.add(reader);
        }
      }
    }
    List<Map.Entry<String, LongOpenHashSet>> shown = new ArrayList<>(readers.entrySet());
    shown.removeIf(entry -> entry.getValue().size() < PUBLIC_FROM);
    shown.sort(Comparator.comparing(entry -> -entry.getValue().size()));
    withholdMore(shown, readers.values());
    shown.forEach(
        entry -> values.add(new SlotValue(slot, entry.getKey(), entry.getValue().size())));
  }

  /**
   * Complementary suppression: if less than {@link #PUBLIC_FROM} people got the values withheld,
   * what is shown of the others would tell of these few by subtraction, so the rarest of the others
   * is withheld too.
   */
  private static void withholdMore(
      List<Map.Entry<String, LongOpenHashSet>> shown, Collection<LongOpenHashSet> all) {
    LongOpenHashSet withheld = new LongOpenHashSet();
    for (LongOpenHashSet readers : all) {
      if (readers.size() < PUBLIC_FROM) {
        withheld.addAll(readers);
      }
    }
    while (!withheld.isEmpty() && withheld.size() < PUBLIC_FROM && !shown.isEmpty()) {
      withheld.addAll(shown.remove(shown.size() - 1).getValue());
    }
  }

  private String slot(Slot slot) {
    String shown =
        String.join(
            " | ",
            values.stream()
                .filter(value -> value.slot_no() == slot.slot_no())
                .map(SlotValue::value_public)
                .toList());
    long hidden = slot.distinct_n() - count(slot.slot_no());
    if (shown.isEmpty()) {
      return "{" + slot.slot_no() + "}";
    }
    if (slot.type() == SlotType.OPTIONAL_BLOCK) {
      return "[optional: " + shown + "]";
    }
    return "{" + slot.slot_no() + ": " + shown + (hidden > 0 ? " | " + WITHHELD : "") + "}";
  }

  private long count(int slot) {
    return values.stream().filter(value -> value.slot_no() == slot).count();
  }
}
