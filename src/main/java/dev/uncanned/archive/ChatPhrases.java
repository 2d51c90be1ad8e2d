package dev.uncanned.archive;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the texts that chat programs themselves write, in several languages, by lists.
 *
 * <p>The resource {@code archive/chat-phrases.txt} has them and says how they are compared.
 */
final class ChatPhrases {

  private static final String RESOURCE = "/archive/chat-phrases.txt";

  /** The longest phrase with names in it; a longer text is one that somebody wrote. */
  private static final int MAX_CHARS = 400;

  private final Map<String, Set<String>> whole = new HashMap<>();
  private final Map<String, List<String[]>> open = new HashMap<>();

  private ChatPhrases() {}

  /** Reads the phrases that come with the program. */
  static ChatPhrases load() {
    ChatPhrases phrases = new ChatPhrases();
    try (InputStream in = ChatPhrases.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(": ");
        if (colon > 0 && !line.startsWith("#")) {
          phrases.add(line.substring(0, colon), line.substring(colon + 2).strip());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
    return phrases;
  }

  private void add(String list, String phrase) {
    if (phrase.indexOf('*') < 0) {
      whole.computeIfAbsent(list, name -> new HashSet<>()).add(normal(phrase));
    } else {
      open.computeIfAbsent(list, name -> new ArrayList<>()).add(phrase.split("\\*", -1));
    }
  }

  /** Whether a text as a whole is a phrase of a list. */
  boolean has(String list, String text) {
    return text.length() <= MAX_CHARS && hasNormal(list, normal(text));
  }

  /** The same for a text that is {@link #normal} already. */
  boolean hasNormal(String list, String normal) {
    if (whole.getOrDefault(list, Set.of()).contains(normal)) {
      return true;
    }
    for (String[] parts : open.getOrDefault(list, List.of())) {
      if (matches(parts, normal)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String[] parts, String text) {
    String last = parts[parts.length - 1];
    if (!text.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }

  /** A text for comparing. */
  static String normal(String text) {
    String plain = CollapsedText.of(text).toLowerCase(Locale.ROOT);
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
