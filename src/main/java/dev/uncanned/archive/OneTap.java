package dev.uncanned.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows the texts that LinkedIn offers and a member sends by one tap, such as a birthday wish.
 *
 * <p>By number they are the largest "templates" of every outbox, so they are a kind of their own. A
 * text is one if, without punctuation, emoji and the name of the other person, it is a phrase of
 * the resource {@code archive/one-tap.txt}; a text of nothing but emoji is one too.
 */
final class OneTap {

  private static final String PHRASES = "/archive/one-tap.txt";

  /** The longest phrase and a long name; a longer text is looked at no further. */
  private static final int MAX_CHARS = 200;

  private static final int FIRST_SYMBOL = 0x2190;

  private final Set<String> phrases;

  private OneTap(Set<String> phrases) {
    this.phrases = phrases;
  }

  /** Reads the phrases that come with the program. */
  static OneTap load() {
    Set<String> phrases = new HashSet<>();
    try (InputStream in = OneTap.class.getResourceAsStream(PHRASES);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          phrases.add(FoldedName.of(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + PHRASES, e);
    }
    return new OneTap(Set.copyOf(phrases));
  }

  /**
   * Whether a text is a one-tap text.
   *
   * @param people those the text may name
   */
  boolean matches(String text, List<Contact> people) {
    if (text.length() > MAX_CHARS) {
      return false;
    }
    String folded = FoldedName.of(text);
    if (folded.isEmpty()) {
      return hasSymbol(text);
    }
    if (phrases.contains(folded)) {
      return true;
    }
    for (Contact person : people) {
      if (person.name() != null && matchesWithName(folded, FoldedName.of(person.name()))) {
        return true;
      }
    }
    return false;
  }

  /** A part of the name that is as long as the text, or longer, is not looked for: it has none. */
  private boolean matchesWithName(String folded, String name) {
    int longest = folded.length() - 1;
    int first = name.length() <= longest ? name.length() : name.lastIndexOf(' ', longest);
    for (int end = first; end > 0; end = name.lastIndexOf(' ', end - 1)) {
      String part = name.substring(0, end);
      int rest = folded.length() - part.length() - 1;
      if (rest > 0 && folded.endsWith(part) && folded.charAt(rest) == ' ') {
        return phrases.contains(folded.substring(0, rest));
      }
      if (rest > 0 && folded.startsWith(part) && folded.charAt(part.length()) == ' ') {
        return phrases.contains(folded.substring(part.length() + 1));
      }
      String inside = " " + part + " ";
      int at = folded.indexOf(inside);
      if (at > 0) {
        return phrases.contains(
            folded.substring(0, at) + folded.substring(at + inside.length() - 1));
      }
    }
    return false;
  }

  private static boolean hasSymbol(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                c >= FIRST_SYMBOL
                    && !Character.isWhitespace(c)
                    && c != 0xFE0F
                    && Character.getType(c) == Character.OTHER_SYMBOL);
  }
}
