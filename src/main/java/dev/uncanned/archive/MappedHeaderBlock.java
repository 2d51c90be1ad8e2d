package dev.uncanned.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes off the lines that a CRM puts in front of the text of a logged mail, and reads them.
 *
 * <p>Salesforce writes {@code To:}, or {@code Additional To:}, then {@code CC:}, {@code BCC:},
 * {@code Attachment:}, {@code Subject:} and {@code Body:}, one a line; some tools join them to one
 * line. A text that does not begin with one of these names is all text. The text begins behind
 * {@code Body:}, or with the first line that is neither blank nor one of these.
 */
final class MappedHeaderBlock {

  private static final List<String> NAMES =
      List.of(
          "Additional To:",
          "From:",
          "To:",
          "CC:",
          "Cc:",
          "BCC:",
          "Bcc:",
          "Attachments:",
          "Attachment:",
          "Subject:",
          "Body:");

  private static final String BODY = "body:";
  private static final String NOTHING = "--none--";

  private final Map<String, String> values = new HashMap<>();
  private final String text;
  private String body;

  private MappedHeaderBlock(String text) {
    this.text = text;
  }

  /** Reads the beginning of a text. */
  static MappedHeaderBlock of(String text) {
    MappedHeaderBlock block = new MappedHeaderBlock(text);
    block.read();
    return block;
  }

  /** What is left of the text. */
  String body() {
    return body;
  }

  /**
   * What stands behind a name.
   *
   * @param name lower case with its colon, such as {@code to:}
   * @return empty if it is not there or says nothing
   */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  private void read() {
    int at = skipBlank(0);
    String name = nameAt(at);
    while (name != null) {
      int start = at + name.length();
      if (name.equalsIgnoreCase(BODY)) {
        body = text.substring(skipOneBreak(start));
        return;
      }
      int lineEnd = text.indexOf('\n', start);
      int end = nextName(start, lineEnd < 0 ? text.length() : lineEnd, name);
      put(name, text.substring(start, end).strip());
      at = skipBlank(end);
      name = nameAt(at);
    }
    body = text.substring(at);
  }

  private void put(String name, String value) {
    if (!value.isEmpty() && !value.equals(NOTHING)) {
      String key = name.equals("Additional To:") ? "to:" : name.toLowerCase(Locale.ROOT);
      values.putIfAbsent(key, value);
    }
  }

  /** Where the next name stands in the line, for names that are joined to one line. */
  private int nextName(int start, int lineEnd, String name) {
    // A subject may well hold such a word; what follows it is the body, or a line of its own.
    boolean subject = name.equals("Subject:");
    for (int i = start; i < lineEnd; i++) {
      boolean behindBlank = i > 0 && CollapsedText.isBlank(text.charAt(i - 1));
      if (behindBlank && text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        String next = nameAt(i);
        if (next != null && (!subject || next.equalsIgnoreCase(BODY))) {
          return i;
        }
      }
    }
    return lineEnd;
  }

  private String nameAt(int at) {
    for (String name : NAMES) {
      if (text.startsWith(name, at)) {
        return name;
      }
    }
    return null;
  }

  private int skipBlank(int start) {
    int at = start;
    while (at < text.length() && CollapsedText.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int skipOneBreak(int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
  }
}
