package dev.uncanned.template;

import dev.uncanned.text.Placeholder;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the members put into one slot, counted by messages, and what kind of slot that makes.
 *
 * <p>A type holds if at least 80 % of the messages that fill the slot agree with it; the first of
 * these wins: a fill of one kind of placeholder, or a short one that is a field of the recipient
 * for a fifth of them, since the archives do not know the company and title of everybody;
 * enumerated, that is 2 to max(5, a tenth of the messages) values that two messages and more have,
 * or up to {@value #MANY_VALUES} that three messages have on average; an optional block, that is
 * one value, which some messages lack; noise, that is words with digits or without readable
 * syllables. Free text is judged on all fills together: entropy of at least 0.8 of the greatest
 * possible for the messages that fill the slot, a median of at least 4 words, and not most of the
 * words in phrases that several messages have. The rest is mixed.
 */
final class SlotFills {

  private static final double AGREEMENT = 0.8;

  /**
   * Share of the fills that were masked where the archives know a field of some recipients only.
   */
  private static final double KNOWN_PEOPLE = 0.2;

  private static final double FREE_ENTROPY = 0.8;
  private static final int FREE_WORDS = 4;
  private static final int FEW_VALUES = 5;
  private static final double FEW_VALUES_SHARE = 0.1;
  private static final int MANY_VALUES = 10;
  private static final long MANY_VALUES_COPIES = 3;
  private static final int UNREADABLE_RUN = 5;

  private final long members;
  private final Map<String, Long> values = new LinkedHashMap<>();
  private final Map<SlotType, Long> masked = new EnumMap<>(SlotType.class);
  private final Median words = new Median();
  private long filled;
  private long noise;
  private boolean holdsMasked;

  /**
   * @param members messages of the sample, those that leave the slot empty included
   */
  SlotFills(long members) {
    this.members = members;
  }

  /** Counts the words that {@code weight} messages have in the slot, at least one word. */
  void add(List<String> fill, long weight) {
    filled += weight;
    values.merge(String.join(" ", fill), weight, Long::sum);
    words.add(fill.size(), weight);
    holdsMasked |= fill.stream().anyMatch(Placeholder::isPlaceholder);
    String first = fill.get(0);
    if (Placeholder.isPlaceholder(first) && fill.stream().allMatch(first::equals)) {
      masked.merge(MergeField.typeOf(first), weight, Long::sum);
    } else if (fill.stream().allMatch(SlotFills::looksRandom)) {
      noise += weight;
    }
  }

  /** The slot; its entropies are null where a fill holds a masked value. */
  Slot slot(int number) {
    for (Map.Entry<SlotType, Long> entry : masked.entrySet()) {
      double share = share(entry.getValue());
      if (share >= AGREEMENT && entry.getKey() != SlotType.MIXED) {
        return slot(number, entry.getKey(), (float) share);
      }
    }
    for (Map.Entry<SlotType, Long> entry : masked.entrySet()) {
      double share = share(entry.getValue());
      boolean field = entry.getKey().compareTo(SlotType.RECIPIENT_TITLE) <= 0;
      if (field && share >= KNOWN_PEOPLE && words.value() <= UnsureFills.NAME_WORDS) {
        return slot(number, entry.getKey(), (float) share);
      }
    }
    long repeated = 0;
    long repeatedValues = 0;
    long most = 0;
    for (long weight : values.values()) {
      most = Math.max(most, weight);
      repeated += weight > 1 ? weight : 0;
      repeatedValues += weight > 1 ? 1 : 0;
    }
    if (repeatedValues > 1 && share(repeated) >= AGREEMENT && areFew(repeatedValues, repeated)) {
      return slot(number, SlotType.ENUMERATED, (float) share(repeated));
    }
    if (filled < members && share(most) >= AGREEMENT) {
      return slot(number, SlotType.OPTIONAL_BLOCK, (float) share(most));
    }
    if (share(noise) >= AGREEMENT) {
      return slot(number, SlotType.NOISE, (float) share(noise));
    }
    boolean free =
        normalised(filled) >= FREE_ENTROPY
            && words.value() >= FREE_WORDS
            && !ReusedFills.makeUp(values);
    return slot(number, free ? SlotType.FREE_TEXT : SlotType.MIXED, null);
  }

  private boolean areFew(long repeatedValues, long repeated) {
    return repeatedValues <= Math.max(FEW_VALUES, FEW_VALUES_SHARE * members)
        || repeatedValues <= MANY_VALUES && repeated >= MANY_VALUES_COPIES * repeatedValues;
  }

  private Slot slot(int number, SlotType type, Float match) {
    return new Slot(
        number,
        type,
        (float) filled / members,
        values.size(),
        holdsMasked ? null : (Float) (float) entropy(),
        holdsMasked ? null : (Float) (float) normalised(members),
        words.value(),
        match);
  }

  private double share(long weight) {
    return (double) weight / filled;
  }

  // Shannon's H over the fills that are not empty.
  private double entropy() {
    double sum = 0;
    for (long weight : values.values()) {
      double share = share(weight);
      sum -= share * log2(share);
    }
    return Math.max(0, sum);
  }

  private double normalised(long messages) {
    return messages < 2 ? 0 : Math.min(1, entropy() / log2(messages));
  }

  // StrictMath gives the same bits on every platform.
  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  private static boolean looksRandom(String token) {
    int run = 0;
    int longest = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (Character.isDigit(c)) {
        return true;
      }
      boolean consonant = c >= 'a' && c <= 'z' && "aeiouy".indexOf(c) < 0;
      run = consonant ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest >= UNREADABLE_RUN && longest * 2 >= token.length();
  }
}
