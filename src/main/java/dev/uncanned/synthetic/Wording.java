package dev.uncanned.synthetic;

/**
 * The words of a message and where they come from.
 *
 * @param body as it was composed, with line breaks, without sign-off and quoted text
 * @param html whether the body is HTML
 * @param tail what stands below the own words: quoted thread; empty if nothing
 * @param campaign label of the mass send, empty if there is none
 * @param customised words written for this recipient alone; merged fields do not count
 * @param canned words of the fixed text, merged fields included
 * @param defect what went wrong in the merge, empty if nothing
 */
record Wording(
    Kind kind,
    String subject,
    String body,
    boolean html,
    String tail,
    String campaign,
    int customised,
    int canned,
    String defect) {

  /** A text of which every word was written for its recipient. */
  static Wording own(Kind kind, String subject, String body) {
    return new Wording(kind, subject, body, false, "", "", Words.count(body), 0, "");
  }

  /** A text of which no word was written for its recipient. */
  static Wording canned(Kind kind, String subject, String body, String campaign) {
    return new Wording(kind, subject, body, false, "", campaign, 0, Words.count(body), "");
  }

  Wording above(String quoted) {
    return new Wording(kind, subject, body, html, quoted, campaign, customised, canned, defect);
  }

  Wording broken(String broken, String what) {
    return new Wording(kind, subject, broken, html, tail, campaign, customised, canned, what);
  }

  Wording inHtml(String markup) {
    return new Wording(kind, subject, markup, true, tail, campaign, customised, canned, defect);
  }
}
