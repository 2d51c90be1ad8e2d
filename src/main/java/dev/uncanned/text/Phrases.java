package dev.uncanned.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds the phrases of a list, such as those of footers, in a text, in one pass.
 *
 * <p>Phrases are kept as a tree of words, words as their hash. Case and accents do not matter;
 * between two words up to {@value #MAX_GAP} signs may stand, a line break among them, but no end of
 * a sentence and no blank line (in a text of one line: two spaces).
 */
final class Phrases {

  /** What a phrase is a sign of; the word lists explain them. */
  enum Kind {
    DEVICE,
    PRODUCT,
    LINE,
    LEGAL,
    PRIVACY,
    NOTICE,
    EVIDENCE,
    OPTOUT,
    OFFER,
    LINK,
    QUESTION,
    CLOSING,
    WISH,
    PERSON,
    PLEA,
    POINTER,
    WEAK,
    MENU,
    HEAD,
    MODIFIER,
    THANKS,
    REGISTER,
    PLACE,
    LABEL,
    BANNER,
    READER,
    WRITER,
    VERB;

    int bit() {
      return 1 << ordinal();
    }
  }

  private static final int MAX_GAP = 3;
  private static final int FOLDED = 0x180;

  /** Few words begin a phrase; this many bits tell most others without a look into the tree. */
  private static final int FIRST_WORDS = 1 << 13;

  private static final char[] FOLD = fold();

  /** 2^64 over the golden ratio, as in Fibonacci hashing. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final Phrases FOOTERS = new Phrases("footers.txt");
  private static final Phrases REQUESTS = new Phrases("opt-out-requests.txt");
  private static final Phrases CLOSINGS = new Phrases("closings.txt");
  private static final Phrases SIGNATURES = new Phrases("signatures.txt");
  private static final Phrases HEADS = new Phrases("head-notices.txt");

  private long[] edges = new long[1 << 15];
  private int[] targets = new int[1 << 15];
  private int edgeCount;
  private int[] kinds = new int[1 << 14];
  private int nodes = 1;
  private final long[] firstWords = new long[FIRST_WORDS / Long.SIZE];

  private Phrases(String resource) {
    for (String line : WordList.lines(resource)) {
      int tab = line.indexOf('\t');
      Kind kind = Kind.valueOf(line.substring(0, tab).toUpperCase(Locale.ROOT));
      for (String phrase : expanded(line.substring(tab + 1))) {
        add(phrase, kind);
      }
    }
  }

  /** The phrases that stand under letters. */
  static Phrases footers() {
    return FOOTERS;
  }

  /** The phrases that tell a person's wish from an offer under a letter. */
  static Phrases requests() {
    return REQUESTS;
  }

  /** The words of phrases that close a letter. */
  static Phrases closings() {
    return CLOSINGS;
  }

  /** The phrases that tell the lines of a signature from prose. */
  static Phrases signatures() {
    return SIGNATURES;
  }

  /** The phrases that gateways and mail programs write above letters. */
  static Phrases heads() {
    return HEADS;
  }

  private static List<String> expanded(String phrase) {
    int open = phrase.indexOf('[');
    if (open < 0) {
      return List.of(phrase);
    }
    int close = phrase.indexOf(']', open);
    List<String> all = new ArrayList<>();
    for (String choice : phrase.substring(open + 1, close).split("\\|", -1)) {
      all.addAll(
          expanded(phrase.substring(0, open) + choice.strip() + phrase.substring(close + 1)));
    }
    return all;
  }

  private void add(String phrase, Kind kind) {
    int node = 0;
    int i = nextWord(phrase, 0, phrase.length());
    int first = hash(phrase, i, wordEnd(phrase, i, phrase.length()));
    firstWords[bit(first) >>> 6] |= 1L << bit(first);
    while (i < phrase.length()) {
      int end = wordEnd(phrase, i, phrase.length());
      node = child(node, hash(phrase, i, end));
      i = nextWord(phrase, end, phrase.length());
    }
    kinds[node] |= kind.bit();
  }

  private int child(int node, int hash) {
    int known = target(node, hash);
    if (known >= 0) {
      return known;
    }
    if (2 * (edgeCount + 1) > edges.length) {
      grow();
    }
    if (nodes == kinds.length) {
      kinds = Arrays.copyOf(kinds, nodes * 2);
    }
    put(key(node, hash), nodes);
    return nodes++;
  }

  private void grow() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[oldEdges.length * 2];
    targets = new int[oldEdges.length * 2];
    edgeCount = 0;
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldTargets[i] != 0) {
        put(oldEdges[i], oldTargets[i]);
      }
    }
  }

  private void put(long key, int target) {
    int slot = slot(key);
    while (targets[slot] != 0) {
      slot = (slot + 1) & (edges.length - 1);
    }
    edges[slot] = key;
    targets[slot] = target;
    edgeCount++;
  }

  private int target(int node, int hash) {
    long key = key(node, hash);
    int slot = slot(key);
    while (targets[slot] != 0) {
      if (edges[slot] == key) {
        return targets[slot];
      }
      slot = (slot + 1) & (edges.length - 1);
    }
    return -1;
  }

  private static long key(int node, int hash) {
    return ((long) node << 32) | (hash & 0xFFFFFFFFL);
  }

  private int slot(long key) {
    return (int) ((key * SPREAD) >>> 40) & (edges.length - 1);
  }

  private static int bit(int hash) {
    return (hash ^ (hash >>> 13)) & (FIRST_WORDS - 1);
  }

  /** Tells {@code hits} all phrases that begin in a part of a text, by their beginnings. */
  void find(String text, int from, int to, Hits hits) {
    int length = to - from;
    char[] part = new char[length];
    text.getChars(from, to, part, 0);
    int i = 0;
    while (i < length) {
      int start = i;
      int hash = 0;
      char c;
      while (i < length && (c = folded(part[i])) != 0) {
        hash = 31 * hash + c;
        i++;
      }
      int bit = bit(hash);
      if (i == start) {
        i++;
      } else if ((firstWords[bit >>> 6] >>> bit & 1) != 0) {
        int node = target(0, hash);
        if (node > 0) {
          follow(text, from + start, from + i, to, node, hits);
        }
      }
    }
  }

  private void follow(String text, int start, int firstEnd, int to, int first, Hits hits) {
    int node = first;
    int end = firstEnd;
    while (node > 0) {
      if (kinds[node] != 0) {
        hits.add(start, end, kinds[node]);
      }
      int next = afterGap(text, end, to);
      if (next < 0) {
        return;
      }
      end = wordEnd(text, next, to);
      node = target(node, hash(text, next, end));
    }
  }

  /** Whether all words from one place to another are a phrase of one kind. */
  boolean is(Kind kind, String text, int from, int to) {
    int node = 0;
    int i = nextWord(text, from, to);
    while (i >= 0 && i < to && node >= 0) {
      int end = wordEnd(text, i, to);
      node = target(node, hash(text, i, end));
      i = nextWord(text, end, to);
    }
    return node > 0 && (kinds[node] & kind.bit()) != 0;
  }

  private static int afterGap(String text, int end, int to) {
    int limit = Math.min(to, end + MAX_GAP + 1);
    char before = 0;
    for (int i = end; i < limit; i++) {
      char c = text.charAt(i);
      if (isWordSign(c)) {
        return i;
      }
      if (c == '.' && text.startsWith(" www", i + 1)) {
        return i + 2;
      }
      boolean twice = c == before && (c == ' ' || c == '\n');
      if (twice || c == '.' || c == '!' || c == '?' || c == ';') {
        return -1;
      }
      before = c;
    }
    return -1;
  }

  private static int nextWord(String text, int from, int to) {
    int i = from;
    while (i < to && !isWordSign(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int wordEnd(String text, int from, int to) {
    int i = from;
    while (i < to && isWordSign(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + folded(text.charAt(i));
    }
    return hash;
  }

  private static boolean isWordSign(char c) {
    return folded(c) != 0;
  }

  private static char folded(char c) {
    if (c < FOLDED) {
      return FOLD[c];
    }
    return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
  }

  /** Lower case without accents; 0 for signs that are neither letter nor digit. */
  private static char[] fold() {
    char[] fold = new char[FOLDED];
    for (char c = 0; c < FOLDED; c++) {
      if (Character.isLetterOrDigit(c)) {
        String key = Folding.nameKey(String.valueOf(c));
        fold[c] = key.length() == 1 ? key.charAt(0) : Character.toLowerCase(c);
      }
    }
    return fold;
  }

  /** Places where phrases were found, ordered by their beginning. */
  static final class Hits {

    private static final int FIRST_CAPACITY = 16;
    private static final int[] NONE = {};

    private int[] starts = NONE;
    private int[] ends = NONE;
    private int[] masks = NONE;
    private int count;
    private int seen;

    private void add(int start, int end, int mask) {
      if (count == starts.length) {
        int capacity = Math.max(FIRST_CAPACITY, count * 2);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        masks = Arrays.copyOf(masks, capacity);
      }
      starts[count] = start;
      ends[count] = end;
      masks[count++] = mask;
      seen |= mask;
    }

    int count() {
      return count;
    }

    int start(int hit) {
      return starts[hit];
    }

    int end(int hit) {
      return ends[hit];
    }

    boolean is(int hit, Kind kind) {
      return (masks[hit] & kind.bit()) != 0;
    }

    /** Whether a hit is of one of the kinds of a mask. */
    boolean isAny(int hit, int mask) {
      return (masks[hit] & mask) != 0;
    }

    /** Whether any hit is of one of the kinds of a mask. */
    boolean hasAny(int mask) {
      return (seen & mask) != 0;
    }
  }
}
