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
  MBOX("mbox"),
  EMLX("emlx"),
  OUTLOOK_PST("outlook-pst"),
  OUTLOOK_MSG("outlook-msg"),
  SALESFORCE_EMAILS("salesforce-emails"),
  SALESFORCE_TASKS("salesforce-tasks"),
  HUBSPOT_EMAILS("hubspot-emails"),
  INSTANTLY("instantly"),
  SMARTLEAD("smartlead"),
  PHANTOMBUSTER("phantombuster"),
  HEYREACH("heyreach"),
  OUTLOOK_CSV("outlook-csv"),
  /** A CSV file that a mapping of the config describes. */
  MAPPED_CSV("mapped-csv"),
  /** A JSON Lines file that a mapping of the config describes. */
  MAPPED_JSONL("mapped-jsonl"),
  SLACK("slack"),
  WHATSAPP("whatsapp"),
  FACEBOOK("facebook"),
  INSTAGRAM("instagram"),
  X("x"),
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
