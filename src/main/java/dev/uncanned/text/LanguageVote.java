package dev.uncanned.text;

/**
 * The language of a text and how sure that is.
 *
 * @param lang ISO 639-1 code, null if it cannot be told
 * @param confidence 0 to 1; 0 if {@code lang} is null
 */
public record LanguageVote(String lang, float confidence) {

  /** The language cannot be told. */
  public static final LanguageVote UNKNOWN = new LanguageVote(null, 0);
}
