package dev.uncanned.score;

import dev.uncanned.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the word lists of this package; lines with {@code #} are comments. */
final class WordFile {

  private WordFile() {}

  /** All words of a list, as name keys. */
  static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String line : lines(name)) {
      for (String word : line.split(" +")) {
        words.add(Folding.nameKey(word));
      }
    }
    return Set.copyOf(words);
  }

  /** The words of each language of a list whose lines begin with the language, as name keys. */
  static Map<String, Set<String>> byLanguage(String name) {
    Map<String, Set<String>> languages = new HashMap<>();
    lists(name)
        .forEach(
            (language, words) ->
                languages.put(
                    language,
                    words.stream().map(Folding::nameKey).collect(Collectors.toUnmodifiableSet())));
    return Map.copyOf(languages);
  }

  /** The words of each list of a file whose lines begin with the list's name, as written. */
  static Map<String, Set<String>> lists(String name) {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String line : lines(name)) {
      String[] parts = line.split(" +");
      lists.put(parts[0], Set.copyOf(List.of(parts).subList(1, parts.length)));
    }
    return Map.copyOf(lists);
  }

  private static List<String> lines(String name) {
    String path = "/score/" + name;
    try (InputStream in = WordFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource " + path + " is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + path, e);
    }
  }
}
