package dev.uncanned.cluster;

/**
 * A link from a text to another, as the order keys of the two: a pair to be compared, a pair that
 * was found similar, or a text and the oldest that it is connected to.
 *
 * <p>The other text is the older one, except while links are turned around between two stages.
 */
public record TextLink(
    long text_seen,
    long text_high,
    long text_low,
    long other_seen,
    long other_high,
    long other_low) {

  public static final String TEXT_SEEN = "text_seen";
  public static final String TEXT_HIGH = "text_high";
  public static final String TEXT_LOW = "text_low";
  public static final String OTHER_SEEN = "other_seen";
  public static final String OTHER_HIGH = "other_high";
  public static final String OTHER_LOW = "other_low";

  static TextLink of(TextKey text, TextKey other) {
    return new TextLink(
        text.seen(), text.high(), text.low(), other.seen(), other.high(), other.low());
  }

  TextKey text() {
    return new TextKey(text_seen, text_high, text_low);
  }

  TextKey other() {
    return new TextKey(other_seen, other_high, other_low);
  }

  TextLink turned() {
    return of(other(), text());
  }
}
