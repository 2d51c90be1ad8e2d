package dev.uncanned.export;

/**
 * A delivery under new ids, with a number of its own, by which what may be told of it is found
 * again.
 *
 * @param number of the row; says nothing, and is never exported
 * @param person as in {@link FreshMessage}
 */
public record NumberedMessage(long number, ExportedMessage message, Long person) {

  static final String NUMBER = "number";
  static final String MESSAGE = "message";
  static final String PERSON = "person";
}
