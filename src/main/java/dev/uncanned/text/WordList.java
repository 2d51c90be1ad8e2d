package dev.uncanned.text;

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

/** Reads the word lists that come with the program; lines with {@code #} are comments. */
final class WordList {

  private WordList() {}

  /** The lines of a list, trimmed, without comments and blank lines. */
  static List<String> lines(String resource) {
    String path = "/text/" + resource;
    try (InputStream in = WordList.class.getResourceAsStream(path)) {
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

  /** The words of each list of a resource whose lines begin with the list's name, folded. */
  static Map<String, List<String>> lists(String resource) {
    Map<String, List<String>> lists = new HashMap<>();
    for (String line : lines(resource)) {
      String[] parts = Folding.compatible(line).split("\\s+");
      lists
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .addAll(List.of(parts).subList(1, parts.length));
    }
    return lists;
  }

  /** All words of a list, in any order, as name keys. */
  static Set<String> words(String resource) {
    Set<String> words = new HashSet<>();
    for (String line : lines(resource)) {
      for (String word : line.split("\\s+")) {
        words.add(Folding.nameKey(word));
      }
    }
    return Set.copyOf(words);
  }
}
