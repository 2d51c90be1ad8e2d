package dev.uncanned.text;

import java.util.Set;

/** Words behind a greeting that are no name, for masking and for those who judge names. */
public final class GreetingStops {

  private static final Set<String> WORDS = WordList.words("greeting-stops.txt");

  private GreetingStops() {}

  /** Whether they contain a word with this name key. */
  public static boolean contain(String key) {
    return WORDS.contains(key);
  }
}
