package dev.uncanned.text;

import java.util.Locale;

/**
 * Finds merge fields that nobody filled, such as {@code {{first_name}}} or {@code [First Name]}.
 *
 * <p>Syntaxes: {@code {x} {{x}} ${x} [x] <x> %x% %%x%% *|x|* $x$ «x» #x#}. Those that people also
 * use for other ends (brackets, guillemets, single signs) count only around a word for a field,
 * such as "name" or "company", or around a name in capitals. A field is at most 40 characters long.
 */
final class MergeTokens {

  private static final int MAX_LENGTH = 40;
  private static final String[] FIELD_WORDS = {
    "name", "company", "title", "position", "industry", "city", "recipient", "prospect", "vorname",
    "firma", "nombre", "empresa", "prenom", "prénom", "entreprise", "azienda", "nome", "bedrijf",
    "naam", "insert", "sender", "contact.", "lead.", "account.", "fname", "lname"
  };

  private MergeTokens() {}

  /** End (exclusive) of the merge field that starts at {@code from}, or -1. */
  static int end(String text, int from) {
    return switch (text.charAt(from)) {
      case '{' ->
          text.startsWith("{{", from)
              ? enclosed(text, from, "{{", "}}", false)
              : enclosed(text, from, "{", "}", false);
      case '$' ->
          text.startsWith("${", from)
              ? enclosed(text, from, "${", "}", false)
              : enclosed(text, from, "$", "$", true);
      case '[' -> enclosed(text, from, "[", "]", true);
      case '<' -> enclosed(text, from, "<", ">", true);
      case '%' ->
          text.startsWith("%%", from)
              ? enclosed(text, from, "%%", "%%", false)
              : enclosed(text, from, "%", "%", true);
      case '*' -> enclosed(text, from, "*|", "|*", false);
      case '\u00AB' -> enclosed(text, from, "\u00AB", "\u00BB", true);
      case '#' -> enclosed(text, from, "#", "#", true);
      default -> -1;
    };
  }

  private static int enclosed(String text, int from, String open, String close, boolean ambiguous) {
    if (!text.startsWith(open, from)) {
      return -1;
    }
    int begin = from + open.length();
    int limit = Math.min(text.length(), begin + MAX_LENGTH);
    int i = begin;
    while (i < limit && isFieldCharacter(text.charAt(i))) {
      i++;
    }
    if (i == begin || !text.startsWith(close, i) || !hasLetter(text, begin, i)) {
      return -1;
    }
    return ambiguous && !isField(text.substring(begin, i)) ? -1 : i + close.length();
  }

  private static boolean isFieldCharacter(char c) {
    return Character.isLetterOrDigit(c)
        || c == ' '
        || c == '_'
        || c == '.'
        || c == '-'
        || c == '\'';
  }

  private static boolean hasLetter(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isField(String content) {
    String lower = content.toLowerCase(Locale.ROOT);
    if (isIdentifierInCapitals(content, lower)) {
      return true;
    }
    for (String word : FIELD_WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIdentifierInCapitals(String content, String lower) {
    return content.indexOf('_') > 0
        && content.indexOf(' ') < 0
        && content.equals(content.toUpperCase(Locale.ROOT))
        && !content.equals(lower);
  }
}
