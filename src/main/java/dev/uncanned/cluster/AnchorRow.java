package dev.uncanned.cluster;

/**
 * One band of one text, and whether the text is in a small component.
 *
 * @param text_seen with {@code text_high} and {@code text_low} the order key of the text; a smaller
 *     key is an older text
 * @param is_small whether the component has few texts
 */
public record AnchorRow(
    long band_key, long text_seen, long text_high, long text_low, boolean is_small) {

  public static final String BAND_KEY = "band_key";
  public static final String TEXT_SEEN = "text_seen";
  public static final String TEXT_HIGH = "text_high";
  public static final String TEXT_LOW = "text_low";

  TextKey text() {
    return new TextKey(text_seen, text_high, text_low);
  }
}
