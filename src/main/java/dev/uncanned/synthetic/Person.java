package dev.uncanned.synthetic;

/**
 * Somebody who does not exist.
 *
 * @param display the name as LinkedIn shows it, with post-nominals or emoji as the case may be
 * @param url profile address as an export writes it; empty for hidden members
 * @param profile profile address in its one canonical form {@code linkedin.com/in/slug}
 */
record Person(
    String first,
    String last,
    String display,
    String url,
    String profile,
    String email,
    String company,
    String title) {

  static final String HIDDEN_NAME = "LinkedIn Member";

  /** The same person after the account was closed. */
  Person hidden() {
    return new Person(first, last, HIDDEN_NAME, "", HIDDEN_NAME, email, company, title);
  }

  boolean isHidden() {
    return url.isEmpty();
  }

  String fullName() {
    return first + " " + last;
  }
}
