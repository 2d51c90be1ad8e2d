package dev.uncanned.archive;

import java.util.List;
import java.util.Set;

/**
 * The files of a LinkedIn export that are read, told by name and header together.
 *
 * <p>The name alone proves nothing: hundreds of programs write a {@code messages.csv}. The header
 * alone proves nothing either: the chats with LinkedIn's assistants have the header of messages.
 * Column names are compared trimmed and lower-cased, and by name, never by place.
 */
enum LinkedInCsv {
  MESSAGES(
      InputFormat.LINKEDIN_MESSAGES,
      "messages",
      List.of("from", "to", "date", "content"),
      Set.of(
          "conversation id",
          "conversation title",
          "sender profile url",
          "recipient profile urls",
          "folder",
          "is message draft")),
  INVITATIONS(
      InputFormat.LINKEDIN_INVITATIONS,
      "invitations",
      List.of("from", "to", "sent at", "message", "direction"),
      Set.of("inviterprofileurl", "inviteeprofileurl", "sent at", "message", "direction")),
  CONNECTIONS(
      InputFormat.LINKEDIN_CONNECTIONS,
      "connections",
      List.of("first name", "last name", "company", "position", "connected on"),
      Set.of("company", "position", "connected on")),
  PROFILE(
      InputFormat.LINKEDIN_PROFILE,
      "profile",
      List.of("first name", "last name", "headline"),
      Set.of("maiden name", "headline", "zip code", "geo location")),
  POSITIONS(
      InputFormat.LINKEDIN_POSITIONS,
      "positions",
      List.of("company name", "title", "started on", "finished on"),
      Set.of("company name", "started on", "finished on")),
  EMAILS(
      InputFormat.LINKEDIN_EMAILS,
      "emailaddresses",
      List.of("email address", "confirmed"),
      Set.of("email address", "confirmed", "primary", "updated on"));

  private static final String SUFFIX = ".csv";
  private static final String GZIP = ".gz";

  /** Columns that LinkedIn writes and that need not be there. */
  private static final Set<String> OTHERS =
      Set.of(
          "attachments",
          "is conversation draft",
          "subject",
          "url",
          "primary",
          "updated on",
          "location",
          "description",
          "summary",
          "industry");

  private final InputFormat format;
  private final String name;
  private final List<String> required;
  private final Set<String> telling;

  LinkedInCsv(InputFormat format, String name, List<String> required, Set<String> telling) {
    this.format = format;
    this.name = name;
    this.required = required;
    this.telling = telling;
  }

  InputFormat format() {
    return format;
  }

  /** The kind that a lower-cased file name points to; null if none. */
  static LinkedInCsv ofName(String base) {
    String name = base.endsWith(GZIP) ? base.substring(0, base.length() - GZIP.length()) : base;
    if (!name.endsWith(SUFFIX)) {
      return null;
    }
    String stem = stem(name.substring(0, name.length() - SUFFIX.length()));
    for (LinkedInCsv kind : values()) {
      if (kind.name.equals(stem)) {
        return kind;
      }
    }
    return null;
  }

  /** Without the number of a split file, the counter of a browser, and the gaps between words. */
  private static String stem(String name) {
    String stem = name.strip();
    int open = stem.lastIndexOf('(');
    if (open > 0 && stem.endsWith(")") && isNumber(stem, open + 1, stem.length() - 1)) {
      stem = stem.substring(0, open).strip();
    }
    int cut = stem.lastIndexOf('_');
    if (cut > 0 && isNumber(stem, cut + 1, stem.length())) {
      stem = stem.substring(0, cut);
    }
    return stem.replace(" ", "").replace("_", "").equals(EMAILS.name) ? EMAILS.name : stem;
  }

  private static boolean isNumber(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return end > start;
  }

  /** The columns without which the file cannot be read and that the header does not have. */
  List<String> missing(Set<String> header) {
    return required.stream().filter(column -> !header.contains(column)).toList();
  }

  /**
   * Whether LinkedIn calls a column so in any of its files; other names may be anybody's text, and
   * are repeated nowhere.
   */
  static boolean isKnown(String column) {
    for (LinkedInCsv kind : values()) {
      if (kind.required.contains(column) || kind.telling.contains(column)) {
        return true;
      }
    }
    return OTHERS.contains(column);
  }

  /** Whether the header is LinkedIn's: all needed columns, and some that only LinkedIn writes. */
  boolean fits(Set<String> header) {
    return missing(header).isEmpty() && isLinkedIn(header);
  }

  /** Whether a header has enough of LinkedIn's own columns, even if needed ones are missing. */
  boolean isLinkedIn(Set<String> header) {
    if (this == MESSAGES && header.contains("direction") && header.contains("folder")) {
      return true;
    }
    return telling.stream().filter(header::contains).count() >= 2;
  }
}
