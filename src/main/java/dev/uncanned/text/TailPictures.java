package dev.uncanned.text;

/** Finds the marks of pictures and the addresses of tracking pixels at the end of a text. */
final class TailPictures {

  private static final int MAX_MARK = 400;

  private TailPictures() {}

  /** Without white space, marks of pictures and addresses of tracking pixels at the end. */
  static int start(String text, int from, int stop) {
    int i = TextBounds.before(text, from, stop) + 1;
    while (i > from) {
      int start = picture(text, from, i);
      if (start < 0) {
        return i;
      }
      i = TextBounds.before(text, from, start) + 1;
    }
    return i;
  }

  /** Where the picture that ends here begins, or -1. */
  private static int picture(String text, int from, int stop) {
    char last = text.charAt(stop - 1);
    if (last != ']'
        && last != '>'
        && last != ')'
        && last != '='
        && !Character.isLetterOrDigit(last)) {
      return -1;
    }
    if (last == ']') {
      int open = opening(text, Math.max(from, stop - MAX_MARK), stop - 1);
      return open >= 0 && isPictureMark(text.substring(open + 1, stop - 1)) ? open : -1;
    }
    int start = stop - 1;
    int limit = Math.max(from, stop - MAX_MARK);
    while (start > limit && !TextBounds.isSpace(text.charAt(start - 1))) {
      start--;
    }
    if (!text.startsWith("http", start) && !text.startsWith("<http", start)) {
      return -1;
    }
    return isPixel(text.substring(start, stop)) ? start : -1;
  }

  private static int opening(String text, int from, int place) {
    int open = place;
    while (open >= from && text.charAt(open) != '[') {
      open--;
    }
    return open >= from ? open : -1;
  }

  private static boolean isPictureMark(String mark) {
    return mark.startsWith("image:")
        || mark.startsWith("Image:")
        || mark.startsWith("cid:")
        || mark.startsWith("inline image")
        || mark.startsWith("Inline image")
        || mark.startsWith("https://")
        || mark.startsWith("http://")
        || mark.equals("image")
        || mark.equals("Image")
        || mark.equals("logo");
  }

  private static boolean isPixel(String url) {
    return url.contains("/open/")
        || url.contains("/open?")
        || url.contains("/open.")
        || url.contains("/wf/open")
        || url.contains("/pixel")
        || url.contains("/beacon")
        || url.contains("/track/open")
        || url.contains("mailtrack.io")
        || url.contains("/unsubscribe")
        || url.endsWith(".gif")
        || url.endsWith(".gif>");
  }
}
