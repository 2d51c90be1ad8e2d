package dev.uncanned.synthetic;

/** Puts a text into the plain markup that mail programs and InMails use. */
final class Html {

  private Html() {}

  static String of(String text) {
    StringBuilder html = new StringBuilder(text.length() + 64);
    for (String paragraph : text.split("\n\n", -1)) {
      html.append("<p>").append(escaped(paragraph).replace("\n", "<br>")).append("</p>");
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
