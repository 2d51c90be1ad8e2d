package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongAVLTreeSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSortedSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the phrases of a template that only readers of a certain kind got.
 *
 * <p>A kind of reader is a word of the position ("finance", "vp") or the country of the mail
 * address. A phrase of three masked words that 5 to 60 % of the sampled messages have belongs to a
 * kind if at least half of those who got it are of the kind, at least 1.5 times as often as all
 * members, and the two go together beyond chance: G-squared of the two by two table of at least
 * {@value #MIN_G} (p below 0.0001, as very many pairs are looked at). Alternatives drawn at random
 * so belong to nobody.
 *
 * <p>Source of G-squared: T. Dunning, "Accurate methods for the statistics of surprise and
 * coincidence", Computational Linguistics 19 (1993).
 */
public final class Segments implements Serializable {

  /** Members of a template from which its segments are looked for. */
  public static final int MIN_MEMBERS = 20;

  private static final long serialVersionUID = 1L;
  private static final int GRAM = 3;
  private static final int MIN_TOGETHER = 3;
  private static final int MAX_PAIRS = 512;
  private static final double MIN_SHARE = 0.05;
  private static final double MAX_SHARE = 0.60;
  private static final double HALF = 0.5;
  private static final double LIFT = 1.5;
  private static final double MIN_G = 15;
  private static final double ROUNDING = 1e-9;
  private static final int MIN_WORD = 2;
  private static final Set<String> LINKS =
      Set.of(
          "of", "and", "the", "for", "in", "at", "to", "an", "de", "du", "des", "la", "le", "les",
          "et", "der", "die", "das", "und", "von", "fur", "im", "y", "del", "el", "da", "do", "e",
          "di", "van", "en", "och");

  /** The phrases of each kind of reader among the sampled members of one template. */
  public ClusterSegments of(String cluster, Iterator<SegmentMember> members) {
    List<long[]> grams = new ArrayList<>();
    List<long[]> kinds = new ArrayList<>();
    while (members.hasNext()) {
      SegmentMember member = members.next();
      grams.add(grams(TokenArray.of(member.masked())));
      kinds.add(kinds(member.title(), member.email()));
    }
    return new ClusterSegments(cluster, grams.size() < MIN_MEMBERS ? null : pairs(grams, kinds));
  }

  private static long[] pairs(List<long[]> grams, List<long[]> kinds) {
    int n = grams.size();
    Long2IntOpenHashMap gramCounts = counts(grams);
    Long2IntOpenHashMap kindCounts = counts(kinds);
    gramCounts
        .long2IntEntrySet()
        .removeIf(
            entry ->
                entry.getIntValue() < Math.max(MIN_TOGETHER, MIN_SHARE * n - ROUNDING)
                    || entry.getIntValue() > MAX_SHARE * n + ROUNDING);
    kindCounts.long2IntEntrySet().removeIf(entry -> entry.getIntValue() < MIN_TOGETHER);
    LongSortedSet pairs = new LongAVLTreeSet();
    for (Long2IntMap.Entry kind : kindCounts.long2IntEntrySet()) {
      Long2IntOpenHashMap together = together(kind.getLongKey(), grams, kinds, gramCounts);
      for (Long2IntMap.Entry gram : together.long2IntEntrySet()) {
        int withGram = gramCounts.get(gram.getLongKey());
        if (belongs(gram.getIntValue(), withGram, kind.getIntValue(), n)) {
          pairs.add(pair(gram.getLongKey(), kind.getLongKey()));
        }
      }
    }
    while (pairs.size() > MAX_PAIRS) {
      pairs.remove(pairs.lastLong());
    }
    return pairs.isEmpty() ? null : pairs.toLongArray();
  }

  private static Long2IntOpenHashMap together(
      long kind, List<long[]> grams, List<long[]> kinds, Long2IntOpenHashMap kept) {
    Long2IntOpenHashMap together = new Long2IntOpenHashMap();
    for (int i = 0; i < grams.size(); i++) {
      if (has(kinds.get(i), kind)) {
        for (long gram : grams.get(i)) {
          if (kept.containsKey(gram)) {
            together.addTo(gram, 1);
          }
        }
      }
    }
    return together;
  }

  private static boolean has(long[] values, long value) {
    for (long candidate : values) {
      if (candidate == value) {
        return true;
      }
    }
    return false;
  }

  private static boolean belongs(int both, int withGram, int ofKind, int n) {
    double share = (double) both / withGram;
    double expected = (double) ofKind / n;
    return both >= MIN_TOGETHER
        && share >= HALF
        && share >= LIFT * expected
        && gSquared(both, withGram, ofKind, n) >= MIN_G;
  }

  private static double gSquared(int both, int one, int other, int n) {
    double g = term(both, (double) one * other / n);
    g += term(one - both, (double) one * (n - other) / n);
    g += term(other - both, (double) (n - one) * other / n);
    g += term(n - one - other + both, (double) (n - one) * (n - other) / n);
    return 2 * g;
  }

  private static double term(double seen, double expected) {
    return seen == 0 ? 0 : seen * StrictMath.log(seen / expected);
  }

  private static Long2IntOpenHashMap counts(List<long[]> sets) {
    Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
    for (long[] set : sets) {
      for (long value : set) {
        counts.addTo(value, 1);
      }
    }
    return counts;
  }

  private static long[] grams(int[] tokens) {
    LongOpenHashSet grams = new LongOpenHashSet();
    for (int i = 0; i + GRAM <= tokens.length; i++) {
      grams.add(PhraseHash.gram(tokens, i, GRAM));
    }
    return grams.toLongArray();
  }

  private static long[] kinds(String title, String email) {
    Set<String> kinds = new TreeSet<>();
    if (title != null) {
      for (String word : WordKeys.of(title, 12)) {
        if (word.length() >= MIN_WORD && !LINKS.contains(word)) {
          kinds.add(word);
        }
      }
    }
    int dot = email == null ? -1 : email.lastIndexOf('.');
    if (dot >= 0 && email.length() - dot == 3) {
      kinds.add(email.substring(dot).toLowerCase(Locale.ROOT));
    }
    return kinds.stream().mapToLong(kind -> PhraseHash.of(kind, 0, kind.length())).toArray();
  }

  private static long pair(long gram, long kind) {
    return PhraseHash.mix(gram ^ PhraseHash.mix(kind));
  }

  /** The runs of tokens, first and behind the last, that are for readers of the contact's kinds. */
  static List<int[]> in(String masked, long[] segments, Contact reader) {
    LongOpenHashSet pairs = new LongOpenHashSet(segments);
    long[] kinds = kinds(reader.title(), reader.email());
    int[] tokens = TokenArray.of(masked);
    List<int[]> runs = new ArrayList<>();
    for (int i = 0; i + GRAM <= tokens.length; i++) {
      long gram = PhraseHash.gram(tokens, i, GRAM);
      boolean fits = false;
      for (long kind : kinds) {
        fits |= pairs.contains(pair(gram, kind));
      }
      if (fits) {
        int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last[1] >= i) {
          last[1] = i + GRAM;
        } else {
          runs.add(new int[] {i, i + GRAM});
        }
      }
    }
    return runs;
  }
}
