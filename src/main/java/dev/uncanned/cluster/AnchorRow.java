package dev.uncanned.cluster;

/**
 * One band of one text, with the component that the text is known to be in.
 *
 * @param text_seen with {@code text_high} and {@code text_low} the order key of the text; a smaller
 *     key is an older text
 * @param component_high with {@code component_low} the fingerprint of the oldest text of the
 *     component, as {@link TextKey} has it
 */
public record AnchorRow(
    long band_key,
    long text_seen,
    long text_high,
    long text_low,
    long component_high,
    long component_low) {

  public static final String BAND_KEY = "band_key";
  public static final String TEXT_SEEN = "text_seen";
  public static final String TEXT_HIGH = "text_high";
  public static final String TEXT_LOW = "text_low";

  TextKey text() {
    return new TextKey(text_seen, text_high, text_low);
  }

  boolean isInComponentOf(AnchorRow other) {
    return component_high == other.component_high && component_low == other.component_low;
  }
}
