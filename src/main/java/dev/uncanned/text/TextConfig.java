package dev.uncanned.text;

import java.util.List;

/**
 * Which texts are long enough to be compared and which languages are told apart.
 *
 * @param min_tokens masked tokens that a text needs to be scored, 1 to 1000
 * @param max_chars characters of a text that are looked at, 100 to 1 000 000; the rest is cut
 * @param languages ISO 639-1 codes in lower case, at least one, no doubles
 */
public record TextConfig(int min_tokens, int max_chars, List<String> languages) {

  private static final int DEFAULT_MIN_TOKENS = 8;
  private static final int DEFAULT_MAX_CHARS = 20_000;
  private static final int MAX_TOKENS = 1000;
  private static final int MIN_CHARS = 100;
  private static final int MAX_CHARS = 1_000_000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the key, its value and what is allowed
   */
  public TextConfig {
    requireRange("min_tokens", min_tokens, 1, MAX_TOKENS);
    requireRange("max_chars", max_chars, MIN_CHARS, MAX_CHARS);
    languages = languages == null ? List.of() : List.copyOf(languages);
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("languages is empty, but must name at least one");
    }
    if (languages.stream().distinct().count() < languages.size()) {
      throw new IllegalArgumentException("languages names one twice: " + languages);
    }
    for (String language : languages) {
      if (!language.matches("[a-z]{2}")) {
        throw new IllegalArgumentException(
            "languages has '" + language + "', but must be two-letter codes such as en");
      }
    }
  }

  /** At least 8 tokens, 20 000 characters, and 13 European languages. */
  public static TextConfig defaults() {
    return new TextConfig(
        DEFAULT_MIN_TOKENS,
        DEFAULT_MAX_CHARS,
        List.of("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "pl", "fi", "cs"));
  }

  private static void requireRange(String key, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          key + " is " + value + ", but must be between " + min + " and " + max);
    }
  }
}
