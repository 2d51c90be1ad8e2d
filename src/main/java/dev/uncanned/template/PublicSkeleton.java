package dev.uncanned.template;

import dev.uncanned.text.CharacterGrams;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
 * other fills never appear. Overlapping tokens of scripts without spaces are put together again.
 */
public final class PublicSkeleton {

  /** People who must have got a word: fewer could point at one of them. */
  public static final int PUBLIC_FROM = 5;

  /** Stands for words that too few people got. */
  public static final String WITHHELD = "\u2026";

  private final List<SkeletonPiece> pieces;
  private final List<AlignedMember> members;
  private final List<SlotValue> values = new ArrayList<>();
  private final Map<Integer, String> shownSlots = new HashMap<>();

  PublicSkeleton(List<SkeletonPiece> pieces, List<AlignedMember> members) {
    this.pieces = pieces;
    this.members = members;
    for (SkeletonPiece piece : pieces) {
      if (piece.isOpen()) {
        addValues(piece.slot(), piece.fills());
      }
    }
  }

  /** The values that may be published, by slot; those that most people got first. */
  List<SlotValue> values() {
    return values;
  }

  /** The skeleton; null if none of its words may be published. */
  String text() {
    StringBuilder text = new StringBuilder();
    boolean any = false;
    String before = "";
    for (SkeletonPiece piece : pieces) {
      boolean isPublic = piece.slot() == null && isPublic(piece.word());
      String shown = piece.slot() != null ? slot(piece.slot()) : isPublic ? piece.text() : WITHHELD;
      if (!shown.equals(WITHHELD) || !before.equals(WITHHELD)) {
        CharacterGrams.append(text, before, shown);
      }
      any |= isPublic;
      before = shown;
    }
    return any ? text.toString() : null;
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

  private void addValues(Slot slot, FillSpans fills) {
    Map<String, LongOpenHashSet> readers = readers(fills);
    List<Map.Entry<String, LongOpenHashSet>> shown = new ArrayList<>(readers.entrySet());
    shown.removeIf(entry -> entry.getValue().size() < PUBLIC_FROM);
    shown.sort(Comparator.comparing(entry -> -entry.getValue().size()));
    withholdMore(shown, readers.values());
    // Where a fill only has characters of its neighbours, its value is that nothing stands there.
    shown.removeIf(entry -> entry.getKey().isEmpty());
    boolean mayBeEmpty = readers.remove("") != null;
    int number = slot.slot_no();
    shown.forEach(
        entry -> values.add(new SlotValue(number, entry.getKey(), entry.getValue().size())));
    String texts = String.join(" | ", shown.stream().map(Map.Entry::getKey).toList());
    if (shown.isEmpty()) {
      shownSlots.put(number, "{" + number + "}");
    } else if (slot.type() == SlotType.OPTIONAL_BLOCK || mayBeEmpty && readers.size() == 1) {
      shownSlots.put(number, "[optional: " + texts + "]");
    } else {
      String others = shown.size() < readers.size() ? " | " + WITHHELD : "";
      shownSlots.put(number, "{" + number + ": " + texts + others + "}");
    }
  }

  /** Who got each of the fills as they are shown. */
  private static Map<String, LongOpenHashSet> readers(FillSpans fills) {
    Map<String, LongOpenHashSet> readers = new TreeMap<>();
    for (int m = 0; m < fills.size(); m++) {
      if (fills.words(m) > 0) {
        AlignedMember member = fills.member(m);
        String before = member.token(fills.starts()[m] - 1);
        String behind = member.token(fills.ends()[m]);
        String value = CharacterGrams.between(before, fills.fill(m), behind);
        LongOpenHashSet those = readers.computeIfAbsent(value, unseen -> new LongOpenHashSet());
        for (long reader : member.text().readers()) {
          those.add(reader);
        }
      }
    }
    return readers;
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
    return shownSlots.getOrDefault(slot.slot_no(), "{" + slot.slot_no() + "}");
  }
}
