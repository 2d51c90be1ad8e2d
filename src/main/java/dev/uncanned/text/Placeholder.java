package dev.uncanned.text;

/** What stands in a masked text in the place of words that differ from recipient to recipient. */
public enum Placeholder {
  /** Given name of a recipient, or the name after a greeting. */
  FIRST,
  /** Family name of a recipient. */
  LAST,
  /** Company of a recipient. */
  ORG,
  /** Position of a recipient. */
  TITLE,
  /** Web address. */
  URL,
  /** E-mail address. */
  EMAIL,
  /** Telephone number. */
  PHONE,
  /** Calendar date or time of day. */
  DATE,
  /** Any other number. */
  NUM,
  /** Merge field that nobody filled, such as {@code {{first_name}}}. */
  TOKEN,
  /** Name or company of the sender. */
  SELF;

  private static final char OPEN = '\u27E8';
  private static final char CLOSE = '\u27E9';

  private final String token = OPEN + name() + CLOSE;

  /** The form in masked texts, such as {@code ⟨FIRST⟩}. */
  public String token() {
    return token;
  }

  /**
   * Whether a token of a masked text is a placeholder; no word can look like one, since brackets
   * are dropped from words.
   */
  public static boolean isPlaceholder(String token) {
    return token.length() > 2
        && token.charAt(0) == OPEN
        && token.charAt(token.length() - 1) == CLOSE;
  }
}
