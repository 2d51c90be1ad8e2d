package dev.uncanned.archive;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The words of a name, for telling whether two spellings are one name: order, case, accents, signs
 * between words and apostrophes make no difference.
 */
public final class NameWords {

  private NameWords() {}

  /** The folded words in alphabetical order, each once; empty where there is no letter or digit. */
  public static String of(String name) {
    return Arrays.stream(FoldedName.of(name).split(" "))
        .sorted()
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
