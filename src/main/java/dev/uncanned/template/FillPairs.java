package dev.uncanned.template;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;

/**
 * What messages have in two neighbouring slots, counted by pairs.
 *
 * <p>How well the one tells the other is measured by the lambda of Goodman and Kruskal (1954): by
 * how much guessing the fill of one slot errs less when that of the other is known.
 */
final class FillPairs {

  /** The number of a fill without words. */
  static final long NOTHING = 0;

  /** An odd number without pattern, for numbers of fills. */
  static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Lambda of each slot by the other, and of both together, from which they are one choice. */
  private static final double TELLS = 0.3;

  private static final double TELL_EACH_OTHER = 1.2;

  /** Messages with the same fill, on average, below which fills are personal if they are many. */
  private static final double FEW_COPIES = 3;

  private static final double HARDLY_COPIES = 1.5;
  private static final int MANY_FILLS = 5;

  /** Messages that have the same pair as a message has, on average, or the pairs are too few. */
  private static final long ENOUGH_COPIES = 4;

  private record Pair(long left, long right) {}

  private final double slotFill;
  private final Object2LongOpenHashMap<Pair> pairs = new Object2LongOpenHashMap<>();
  private final Long2LongOpenHashMap lefts = new Long2LongOpenHashMap();
  private final Long2LongOpenHashMap rights = new Long2LongOpenHashMap();
  private long messages;

  /**
   * @param slotFill share of the messages from which on a place is a slot
   */
  FillPairs(double slotFill) {
    this.slotFill = slotFill;
  }

  /** Counts what {@code weight} messages have in both slots. */
  void add(long left, long right, long weight) {
    pairs.addTo(new Pair(left, right), weight);
    lefts.addTo(left, weight);
    rights.addTo(right, weight);
    messages += weight;
  }

  /** Whether nearly everybody got words of their own in both slots. */
  boolean arePersonal() {
    return arePersonal(lefts) && arePersonal(rights);
  }

  /**
   * Whether what stands in one slot tells what stands in the other, both ways. Slots that many
   * messages leave empty together are additions to what stands between them; pairs that few
   * messages share may tell each other by chance.
   */
  boolean areOneChoice() {
    if ((double) pairs.getLong(new Pair(NOTHING, NOTHING)) / messages >= slotFill) {
      return false;
    }
    Long2LongOpenHashMap mostOfLeft = new Long2LongOpenHashMap();
    Long2LongOpenHashMap mostOfRight = new Long2LongOpenHashMap();
    double copies = 0;
    for (Object2LongMap.Entry<Pair> entry : pairs.object2LongEntrySet()) {
      mostOfLeft.merge(entry.getKey().left(), entry.getLongValue(), Math::max);
      mostOfRight.merge(entry.getKey().right(), entry.getLongValue(), Math::max);
      copies += (double) entry.getLongValue() * entry.getLongValue() / messages;
    }
    double right = lambda(mostOfLeft, rights);
    double left = lambda(mostOfRight, lefts);
    boolean tell = Math.min(left, right) >= TELLS && left + right >= TELL_EACH_OTHER;
    return tell && copies >= ENOUGH_COPIES;
  }

  private boolean arePersonal(Long2LongOpenHashMap fills) {
    long filled = messages - fills.get(NOTHING);
    int different = fills.size() - (fills.containsKey(NOTHING) ? 1 : 0);
    double copies = different == 0 ? Double.MAX_VALUE : (double) filled / different;
    return copies <= HARDLY_COPIES || copies < FEW_COPIES && different > MANY_FILLS;
  }

  private double lambda(Long2LongOpenHashMap mostGiven, Long2LongOpenHashMap guessed) {
    long known = 0;
    for (Long2LongMap.Entry entry : mostGiven.long2LongEntrySet()) {
      known += entry.getLongValue();
    }
    long most = 0;
    for (Long2LongMap.Entry entry : guessed.long2LongEntrySet()) {
      most = Math.max(most, entry.getLongValue());
    }
    return most == messages ? 0 : (double) (known - most) / (messages - most);
  }
}
