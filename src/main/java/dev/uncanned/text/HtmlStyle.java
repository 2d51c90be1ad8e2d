package dev.uncanned.text;

/**
 * The declarations of a {@code style} attribute or of a rule of a style sheet, as far as they hide.
 *
 * <p>{@code mso-hide:all} hides in Outlook only: the button that other programs show instead of
 * Outlook's drawing of it has it.
 */
final class HtmlStyle {

  private boolean displayed;
  private boolean unseen;
  private boolean clipped;
  private boolean flat;
  private boolean sized;
  private boolean tiny;

  HtmlStyle(String declarations) {
    int from = 0;
    while (from < declarations.length()) {
      int end = declarations.indexOf(';', from);
      int to = end < 0 ? declarations.length() : end;
      read(packed(declarations, from, to));
      from = to + 1;
    }
  }

  private void read(String declaration) {
    int colon = declaration.indexOf(':');
    String value = declaration.substring(colon + 1);
    switch (colon < 0 ? "" : declaration.substring(0, colon)) {
      case "display" -> {
        unseen |= value.startsWith("none");
        displayed = !value.startsWith("none");
      }
      case "visibility" -> unseen |= value.startsWith("hidden");
      case "opacity", "max-height" -> unseen |= isZero(value);
      case "overflow", "overflow-y", "overflow-x" -> clipped |= value.startsWith("hidden");
      case "height", "width" -> flat |= isZero(value);
      case "font-size" -> {
        sized = true;
        tiny = isZero(value);
      }
      default -> {
        // Other properties hide nothing.
      }
    }
  }

  private static boolean isZero(String value) {
    return value.startsWith("0")
        && (value.length() == 1 || (value.charAt(1) != '.' && !Character.isDigit(value.charAt(1))));
  }

  /** Without spaces, in lower case. */
  private static String packed(String text, int from, int to) {
    StringBuilder packed = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (text.charAt(i) > ' ') {
        packed.append(Character.toLowerCase(text.charAt(i)));
      }
    }
    return packed.toString();
  }

  boolean isHidden() {
    return unseen || (flat && clipped);
  }

  /** Whether it says outright that the element is displayed, whatever a style sheet says. */
  boolean isDisplayed() {
    return displayed && !unseen;
  }

  boolean setsFontSize() {
    return sized;
  }

  boolean hasTinyFont() {
    return tiny;
  }
}
