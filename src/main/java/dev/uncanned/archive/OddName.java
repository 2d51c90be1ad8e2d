package dev.uncanned.archive;

/**
 * Tells names that no well-meaning program gives a file, and makes them harmless where they are
 * shown.
 *
 * <p>A name is only data here: nothing is ever written to where it points. An odd one costs its
 * messages the flag {@link QualityFlag#ODD_NAME}, no more.
 */
public final class OddName {

  private static final int LONG = 1024;
  private static final char REPLACEMENT = '\uFFFD';

  private OddName() {}

  /**
   * Whether a path inside of an archive is odd: empty, absolute, with a drive, a backslash, a step
   * {@code ..}, control or direction-changing characters, bytes of no charset, or over 1,024
   * characters.
   */
  public static boolean isOdd(String path) {
    if (path.isEmpty() || path.length() > LONG || path.charAt(0) == '/' || hasDrive(path)) {
      return true;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\' || isUnseen(c) || (c == '.' && isStepUp(path, i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text with everything that could move a cursor, end a line or turn the reading direction
   * written as {@code \}{@code uXXXX}; for terminals and logs.
   */
  public static String escaped(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnseen(c) && c != REPLACEMENT) {
        out = out == null ? new StringBuilder(text.substring(0, i)) : out;
        out.append(String.format("\\u%04x", (int) c));
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean hasDrive(String path) {
    return path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }

  private static boolean isStepUp(String path, int at) {
    boolean starts = at == 0 || path.charAt(at - 1) == '/';
    boolean dots = starts && path.startsWith("..", at);
    return dots && (at + 2 == path.length() || path.charAt(at + 2) == '/');
  }

  /** Controls, marks of direction, separators of lines, halves of pairs, undecodable bytes. */
  private static boolean isUnseen(char c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || c == REPLACEMENT
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u061C';
  }
}
