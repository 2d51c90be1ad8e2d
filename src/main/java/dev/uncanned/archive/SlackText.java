package dev.uncanned.archive;

/**
 * Turns the text of a Slack message into what people see.
 *
 * <p>In angle brackets stand mentions ({@code <@U1>}, {@code <#C1|name>}, {@code <!here>}) and
 * links ({@code <address|label>}); everywhere else the three characters {@code & < >} are escaped.
 * Of a link with a label the label is kept. Source: Slack's page on formatting text.
 */
final class SlackText {

  private final SlackPeople people;

  SlackText(SlackPeople people) {
    this.people = people;
  }

  /** The text with names for ids and without escapes. */
  String plain(String text) {
    int open = text.indexOf('<');
    if (open < 0) {
      return ChatText.unescaped(text);
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (open >= 0) {
      int close = text.indexOf('>', open);
      if (close < 0) {
        break;
      }
      out.append(text, done, open).append(shown(text.substring(open + 1, close)));
      done = close + 1;
      open = text.indexOf('<', done);
    }
    return ChatText.unescaped(out.append(text, done, text.length()).toString());
  }

  private String shown(String marked) {
    int bar = marked.indexOf('|');
    String target = bar < 0 ? marked : marked.substring(0, bar);
    String label = bar < 0 ? "" : marked.substring(bar + 1);
    if (target.isEmpty()) {
      return label;
    }
    return switch (target.charAt(0)) {
      case '@' -> "@" + mention(target.substring(1), label);
      case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
      case '!' -> special(target.substring(1), label);
      default -> link(target, label);
    };
  }

  private String mention(String id, String label) {
    String name = people.name(id);
    if (name != null) {
      return name;
    }
    return label.isEmpty() ? id : label;
  }

  /** {@code <!here>}, {@code <!subteam^S1|@team>}, {@code <!date^…|fallback>}. */
  private static String special(String command, String label) {
    if (!label.isEmpty()) {
      return label;
    }
    int caret = command.indexOf('^');
    return "@" + (caret < 0 ? command : command.substring(0, caret));
  }

  private static String link(String address, String label) {
    if (!label.isEmpty()) {
      return label;
    }
    return address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
  }
}
