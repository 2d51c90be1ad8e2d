package dev.uncanned.archive;

import java.util.Locale;

/**
 * Somebody an item of Outlook names, as it is written there; each text may be null.
 *
 * @param role 1 for To, 2 for Cc, 3 for Bcc
 * @param type kind of {@code address}: {@code SMTP}, {@code EX} for an X.500 name, and others
 * @param smtp address on the internet, where {@code address} is of another kind
 */
record OutlookPerson(int role, String name, String type, String address, String smtp) {

  static final int TO = 1;
  static final int CC = 2;
  static final int BCC = 3;

  /** The address on the internet; null if it is unknown. */
  String email() {
    if (smtp != null && smtp.indexOf('@') > 0) {
      return smtp.trim();
    }
    boolean internet =
        address != null
            && address.indexOf('@') > 0
            && (type == null || !type.toUpperCase(Locale.ROOT).equals("EX"));
    return internet ? address.trim() : null;
  }

  /** Whether nothing is known of them. */
  boolean isNobody() {
    return name == null && address == null && smtp == null;
  }

  /**
   * The person as a mail header writes them. Without an internet address the X.500 name stands in
   * its place, which readers of headers know to be none.
   */
  String header() {
    String email = email() == null ? address : email();
    String shown = name == null ? null : line(name).trim();
    if (shown != null && shown.equals(email)) {
      shown = null;
    }
    if (email == null) {
      boolean isAddress = shown != null && shown.indexOf('@') > 0 && shown.indexOf(' ') < 0;
      return shown == null ? "" : isAddress ? "<" + shown + ">" : quoted(shown);
    }
    String angled = "<" + line(email).replace('<', ' ').replace('>', ' ').trim() + ">";
    return shown == null || shown.isEmpty() ? angled : quoted(shown) + " " + angled;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A text on one line. */
  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }
    return out.toString();
  }
}
