package dev.uncanned.template;

/** Where a word of a message comes from, the strongest claim first. */
public enum WordLabel {
  /** Shows something true of the recipient. */
  EVIDENCE('#', "evidence: something true of the recipient", "\u001B[1;32m"),
  /** What a mail merge fills in, or a pattern such as a link or a date. */
  FIELD('=', "merge field, link, date or number", "\u001B[36m"),
  /** In no phrase that other people got. */
  CUSTOMISED('^', "customised: only this message has it", "\u001B[1;33m"),
  /** A word of the skeleton, or one of the alternatives that the template offers there. */
  TEMPLATE('.', "template", "\u001B[2m"),
  /** In a phrase that the sender uses to others outside of this template as well. */
  RECURRING('~', "recurring phrase of the sender", "\u001B[35m"),
  /** None of these. */
  OTHER(' ', "other words", "");

  private final char mark;
  private final String meaning;
  private final String colour;

  WordLabel(char mark, String meaning, String colour) {
    this.mark = mark;
    this.meaning = meaning;
    this.colour = colour;
  }

  /** The character that is drawn under such words. */
  public char mark() {
    return mark;
  }

  /** What it says in the legend. */
  public String meaning() {
    return meaning;
  }

  /** The ANSI sequence that begins its colour; empty for none. */
  String colour() {
    return colour;
  }
}
