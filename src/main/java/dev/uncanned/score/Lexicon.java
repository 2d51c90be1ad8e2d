package dev.uncanned.score;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of phrases of one language with their kinds, read from a resource file.
 *
 * <p>A line is {@code kind id form | form | ...}; lines with {@code #} are comments. {@code version
 * n} gives the version of the list, {@code ending x - e en} a set of endings under the name x (a
 * dash is no ending). A word of a form may close with {@code +x}, which stands for the word with
 * each of these endings, or open with {@code *}, which stands for all compounds that end with it.
 * Forms are compared in lower case without accents.
 */
final class Lexicon {

  private static final String COMPOUND = "*";
  private static final int LINE_PARTS = 3;
  private static final int FILTER_BITS = 1 << 14;

  /** A form of a phrase: the hashes of its words behind the first. */
  private record Form(String kind, String id, int[] rest) {}

  private record Compound(String kind, String id, String tail) {}

  private final String version;
  private final Int2ObjectOpenHashMap<List<Form>> byFirst = new Int2ObjectOpenHashMap<>();
  private final List<Compound> compounds = new ArrayList<>();
  private final long[] firsts = new long[FILTER_BITS / Long.SIZE];
  private int longest;

  private Lexicon(String version) {
    this.version = version;
  }

  private Lexicon(String resource, List<String> lines) {
    Map<String, String[]> endings = new HashMap<>();
    Set<String> ids = new HashSet<>();
    String named = null;
    for (String line : lines) {
      String[] parts = line.split(" +", LINE_PARTS);
      if (parts[0].equals("version")) {
        named = parts[1];
      } else if (parts[0].equals("ending")) {
        endings.put(parts[1], parts[2].split(" +"));
      } else if (parts.length < LINE_PARTS || !ids.add(parts[1])) {
        throw new IllegalStateException("resource " + resource + ", entry " + parts[1]);
      } else {
        for (String form : parts[2].split("\\|")) {
          add(parts[0], parts[1], form.strip(), endings);
        }
      }
    }
    if (named == null) {
      throw new IllegalStateException("resource " + resource + " has no version");
    }
    version = named;
  }

  /** The list of a resource of this package, such as {@code praise-en.txt}. */
  static Lexicon of(String name) {
    String resource = "/score/" + name;
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Lexicon(
          resource,
          reader
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }

  /** The version that the list names. */
  String version() {
    return version;
  }

  private void add(String kind, String id, String form, Map<String, String[]> endings) {
    if (form.startsWith(COMPOUND)) {
      for (String word : expanded(form.substring(1), endings)) {
        Words tail = Words.of(word);
        compounds.add(new Compound(kind, id, tail.folded(0)));
      }
      return;
    }
    List<String> phrases = List.of("");
    for (String word : form.split(" +")) {
      List<String> longer = new ArrayList<>();
      for (String phrase : phrases) {
        expanded(word, endings).forEach(tail -> longer.add(phrase + ' ' + tail));
      }
      phrases = longer;
    }
    phrases.forEach(phrase -> addPhrase(kind, id, phrase));
  }

  private static List<String> expanded(String word, Map<String, String[]> endings) {
    int plus = word.indexOf('+');
    if (plus < 0) {
      return List.of(word);
    }
    List<String> words = new ArrayList<>();
    for (String ending : endings.get(word.substring(plus + 1))) {
      words.add(word.substring(0, plus) + (ending.equals("-") ? "" : ending));
    }
    return words;
  }

  private void addPhrase(String kind, String id, String phrase) {
    Words words = Words.of(phrase);
    int[] rest = new int[words.count() - 1];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = words.hash(i + 1);
    }
    put(words.hash(0), new Form(kind, id, rest));
  }

  private void put(int first, Form form) {
    longest = Math.max(longest, form.rest.length + 1);
    byFirst.computeIfAbsent(first, unseen -> new ArrayList<>()).add(form);
    firsts[bit(first) >>> 6] |= 1L << bit(first);
  }

  private static int bit(int hash) {
    return (hash ^ (hash >>> 14)) & (FILTER_BITS - 1);
  }

  /** The phrases of some kinds alone; compounds are left out. */
  Lexicon only(Set<String> kinds) {
    Lexicon part = new Lexicon(version);
    byFirst.forEach(
        (first, forms) -> {
          for (Form form : forms) {
            if (kinds.contains(form.kind)) {
              part.put(first, form);
            }
          }
        });
    return part;
  }

  /** Whether any phrase stands in a text outside of the phrases of a kind of another list. */
  boolean isIn(Words words, Lexicon other, String besides) {
    for (int i = 0; i < words.count(); i++) {
      int hash = words.hash(i);
      if ((firsts[bit(hash) >>> 6] >>> bit(hash) & 1) != 0) {
        for (Form form : byFirst.getOrDefault(hash, List.of())) {
          int end = i + 1 + form.rest.length;
          if (end <= words.count()
              && matches(words, i + 1, form.rest)
              && !other.isInside(words, i, end, besides)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isInside(Words words, int from, int to, String kind) {
    int first = Math.max(0, from - longest);
    for (LexiconHit hit : find(words, first, Math.min(words.count(), to + longest))) {
      if (hit.is(kind) && hit.from() < to && hit.to() > from) {
        return true;
      }
    }
    return false;
  }

  /** All phrases that lie between two words of a text, in the order of their first words. */
  List<LexiconHit> find(Words words, int from, int to) {
    List<LexiconHit> hits = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int hash = words.hash(i);
      if ((firsts[bit(hash) >>> 6] >>> bit(hash) & 1) != 0) {
        findAt(words, i, to, hits);
      }
      if (!compounds.isEmpty()) {
        findCompound(words, i, hits);
      }
    }
    return hits;
  }

  private void findAt(Words words, int at, int to, List<LexiconHit> hits) {
    List<Form> forms = byFirst.get(words.hash(at));
    if (forms == null) {
      return;
    }
    for (Form form : forms) {
      int end = at + 1 + form.rest.length;
      if (end <= to && matches(words, at + 1, form.rest)) {
        hits.add(new LexiconHit(form.kind, form.id, at, end));
      }
    }
  }

  private static boolean matches(Words words, int at, int[] rest) {
    for (int i = 0; i < rest.length; i++) {
      if (words.hash(at + i) != rest[i]) {
        return false;
      }
    }
    return true;
  }

  private void findCompound(Words words, int at, List<LexiconHit> hits) {
    String word = words.folded(at);
    for (Compound compound : compounds) {
      if (word.endsWith(compound.tail)) {
        hits.add(new LexiconHit(compound.kind, compound.id, at, at + 1));
      }
    }
  }
}
