package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says whether a word of a greeting may be a name of somebody.
 *
 * <p>Case, diacritics, umlauts written with e, a ring written as aa, Cyrillic and Greek spelled in
 * Latin letters, short forms, initials, nicknames and small misspellings (Jaro-Winkler) are all the
 * same name.
 */
final class NameMatch {

  private static final String NICKNAMES = "/score/nicknames.txt";
  private static final char ASCII_END = '\u0080';
  private static final int MIN_PREFIX = 3;
  private static final double PREFIX_SCALE = 0.1;
  private static final int MAX_PREFIX = 4;
  private static final String FROM =
      "\u0430\u0431\u0432\u0433\u0434\u0435\u0437\u0438\u0439\u043a\u043b\u043c\u043d\u043e\u043f"
          + "\u0440\u0441\u0442\u0443\u0444\u044b\u044d\u0456\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6"
          + "\u03b7\u03b9\u03ba\u03bb\u03bc\u03bd\u03bf\u03c0\u03c1\u03c3\u03c2\u03c4\u03c5\u03c6"
          + "\u03c9\u00f8\u0142\u0111\u0131\u00f0";
  private static final String TO = "abvgdezijklmnoprstufyeiavgdeziiklmnoprsstyfooldid";
  private static final Map<Character, String> LONG =
      Map.ofEntries(
          Map.entry('\u00df', "ss"),
          Map.entry('\u00e6', "a"),
          Map.entry('\u0153', "o"),
          Map.entry('\u00fe', "th"),
          Map.entry('\u0436', "zh"),
          Map.entry('\u0445', "kh"),
          Map.entry('\u0446', "ts"),
          Map.entry('\u0447', "ch"),
          Map.entry('\u0448', "sh"),
          Map.entry('\u0449', "shch"),
          Map.entry('\u044e', "yu"),
          Map.entry('\u044f', "ya"),
          Map.entry('\u044a', ""),
          Map.entry('\u044c', ""),
          Map.entry('\u03b8', "th"),
          Map.entry('\u03be', "x"),
          Map.entry('\u03c7', "ch"),
          Map.entry('\u03c8', "ps"));

  private static final Map<String, Set<String>> GROUPS = groups();

  private NameMatch() {}

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** A name in lower-case Latin letters without marks; letters of other scripts stay. */
  static String fold(String name) {
    String lower = lower(name);
    // Taking text apart changes no ASCII character.
    String plain = isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c < ASCII_END) {
        if (c >= 'a' && c <= 'z') {
          folded.append(c);
        }
      } else if (Character.isLetter(c)) {
        int at = FROM.indexOf(c);
        folded.append(at >= 0 ? TO.substring(at, at + 1) : LONG.getOrDefault(c, String.valueOf(c)));
      }
    }
    return withoutSpelledMarks(folded);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII_END) {
        return false;
      }
    }
    return true;
  }

  /** Leaves out each e behind an a, o or u, and one a of two: marks as those without them write. */
  private static String withoutSpelledMarks(StringBuilder folded) {
    int kept = 0;
    char before = ' ';
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean umlaut = c == 'e' && (before == 'a' || before == 'o' || before == 'u');
      boolean ring = c == 'a' && before == 'a';
      if (!umlaut && !ring) {
        folded.setCharAt(kept++, c);
      }
      before = c;
    }
    return folded.substring(0, kept);
  }

  static boolean isLatin(String folded) {
    return !folded.isEmpty() && folded.chars().allMatch(c -> c < '\u0250');
  }

  /** The folded words of everything that a contact is called; empty if no name is known. */
  static List<String> namesOf(Contact contact) {
    List<String> names = new ArrayList<>(4);
    addWords(contact.first_name(), names);
    addWords(contact.last_name(), names);
    addWords(contact.name(), names);
    return names;
  }

  /** The folded words of a name. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>(2);
    addWords(name, words);
    return words;
  }

  private static void addWords(String name, List<String> names) {
    if (name == null || name.indexOf('@') >= 0) {
      return;
    }
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      if (!Character.isLetter(c)
          && Character.getType(c) != Character.NON_SPACING_MARK
          && c != '\''
          && c != '\u2019') {
        if (i > start) {
          String folded = fold(name.substring(start, i));
          if (!folded.isEmpty()) {
            names.add(folded);
          }
        }
        start = i + 1;
      }
    }
  }

  /** Whether a folded word may stand for one of the folded names, or for their initials. */
  static boolean matches(String word, List<String> names, double similarity) {
    StringBuilder initials = new StringBuilder();
    StringBuilder joined = new StringBuilder();
    for (String name : names) {
      initials.append(name.charAt(0));
      joined.append(name);
      if (alike(word, name, similarity)) {
        return true;
      }
    }
    boolean initialled = word.length() <= MIN_PREFIX && initials.indexOf(word) >= 0;
    return initialled || word.length() > MIN_PREFIX && joined.indexOf(word) >= 0;
  }

  private static boolean alike(String word, String name, double similarity) {
    if (word.equals(name) || word.length() == 1 && name.startsWith(word)) {
      return true;
    }
    int shorter = Math.min(word.length(), name.length());
    if (shorter >= MIN_PREFIX && (word.startsWith(name) || name.startsWith(word))) {
      return true;
    }
    Set<String> groups = GROUPS.getOrDefault(word, Set.of());
    return !Collections.disjoint(groups, GROUPS.getOrDefault(name, Set.of()))
        || jaroWinkler(word, name) >= similarity;
  }

  /** Jaro-Winkler similarity, 0 to 1 (Winkler 1990: prefix of at most 4, scale 0.1). */
  static double jaroWinkler(String one, String other) {
    double jaro = jaro(one, other);
    int prefix = 0;
    int limit = Math.min(MAX_PREFIX, Math.min(one.length(), other.length()));
    while (prefix < limit && one.charAt(prefix) == other.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * PREFIX_SCALE * (1 - jaro);
  }

  private static double jaro(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.equals(other) ? 1 : 0;
    }
    int reach = Math.max(Math.max(one.length(), other.length()) / 2 - 1, 0);
    boolean[] usedOne = new boolean[one.length()];
    boolean[] usedOther = new boolean[other.length()];
    int matches = 0;
    for (int i = 0; i < one.length(); i++) {
      int to = Math.min(other.length() - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= to; j++) {
        if (!usedOther[j] && one.charAt(i) == other.charAt(j)) {
          usedOne[i] = true;
          usedOther[j] = true;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    double m = matches;
    double moved = moved(one, usedOne, other, usedOther) / 2.0;
    return (m / one.length() + m / other.length() + (m - moved) / m) / 3;
  }

  private static int moved(String one, boolean[] usedOne, String other, boolean[] usedOther) {
    int moved = 0;
    int j = 0;
    for (int i = 0; i < one.length(); i++) {
      if (usedOne[i]) {
        while (!usedOther[j]) {
          j++;
        }
        moved += one.charAt(i) == other.charAt(j) ? 0 : 1;
        j++;
      }
    }
    return moved;
  }

  private static Map<String, Set<String>> groups() {
    Map<String, Set<String>> groups = new Object2ObjectOpenHashMap<>();
    try (InputStream in = NameMatch.class.getResourceAsStream(NICKNAMES)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + NICKNAMES + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        String[] names = line.split(" ");
        for (String name : names) {
          groups.computeIfAbsent(fold(name), key -> new TreeSet<>()).add(names[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return groups;
  }
}
