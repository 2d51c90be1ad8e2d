package dev.uncanned.archive;

/** The formats of inputs, with the names that the table {@code inputs} shows. */
public enum InputFormat {
  LINKEDIN_MESSAGES("linkedin-messages"),
  LINKEDIN_INVITATIONS("linkedin-invitations"),
  LINKEDIN_CONNECTIONS("linkedin-connections"),
  LINKEDIN_PROFILE("linkedin-profile"),
  LINKEDIN_POSITIONS("linkedin-positions"),
  LINKEDIN_EMAILS("linkedin-emails"),
  EML("eml"),
  MAILDIR("maildir"),
  /** Anything that is no message archive. */
  OTHER("other");

  private final String label;

  InputFormat(String label) {
    this.label = label;
  }

  /** The name in tables and reports. */
  public String label() {
    return label;
  }
}
