package dev.uncanned.score;

/**
 * The different words of one text.
 *
 * @param words as {@link WordBag} packs them
 */
public record BaggedText(String message_id, byte[] words) {

  public static final String WORDS = "words";

  static BaggedText of(PlainMasked text) {
    return new BaggedText(text.message_id(), WordBag.of(text.masked()));
  }
}
