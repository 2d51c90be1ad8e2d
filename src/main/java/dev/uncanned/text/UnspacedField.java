package dev.uncanned.text;

/**
 * A name, company or title in a script without spaces, to be found letter by letter.
 *
 * @param text folded, at least one letter
 * @param kind what stands for it in the masked text
 * @param honoured whether it counts only before a form of address or a greeting, since it is short
 *     or only a part of a name
 */
record UnspacedField(String text, Placeholder kind, boolean honoured) {

  /** How many letters it has. */
  int letters() {
    return text.codePointCount(0, text.length());
  }
}
