package dev.uncanned.archive;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells messages of people from what else a LinkedIn export lists as messages. */
final class LinkedInKinds {

  private static final String SPONSORED = "Sponsored Conversation";

  /** Fields that LinkedIn fills in on the screen only: the export shows them unfilled. */
  private static final Set<String> AD_FIELDS =
      Set.of("FIRSTNAME", "LASTNAME", "COMPANYNAME", "JOBTITLE", "INDUSTRY");

  private static final String AD_CLASS = "spinmail-quill-editor";

  private static final Set<String> SYSTEM_TEXTS =
      Set.of("message request accepted", "this message has been deleted");

  /** What stands for a text that its writer took back, so in a row that names the writer. */
  private static final String DELETED = "This message has been deleted.";

  private static final Set<String> REPLY_MARKS =
      Set.of("re", "fw", "fwd", "aw", "wg", "sv", "vb", "tr", "rv", "enc", "antw", "res");

  private final OneTap oneTap;

  LinkedInKinds(OneTap oneTap) {
    this.oneTap = oneTap;
  }

  /** The kind of a row of the messages, with what decides it. */
  MessageKind kind(Row row) {
    if (row.draft()) {
      return MessageKind.DRAFT;
    }
    if (row.title().strip().equalsIgnoreCase(SPONSORED) || isAdvertisement(row)) {
      return MessageKind.SPONSORED;
    }
    if (isSystem(row)) {
      return MessageKind.SYSTEM;
    }
    if (oneTap.matches(row.content(), row.recipients())) {
      return MessageKind.ONE_TAP;
    }
    return row.recipients().size() > 1 ? MessageKind.GROUP : MessageKind.MESSAGE;
  }

  /** The kind of an invitation. */
  MessageKind invitation(String note, List<Contact> recipients) {
    if (note.isBlank()) {
      return MessageKind.BLANK_INVITE;
    }
    return oneTap.matches(note, recipients) ? MessageKind.ONE_TAP : MessageKind.MESSAGE;
  }

  /** What decides the kind of a row. */
  record Row(
      boolean draft,
      boolean fromOwner,
      String title,
      String from,
      String fromUrl,
      String content,
      List<Contact> recipients) {}

  private static boolean isAdvertisement(Row row) {
    return !row.fromOwner()
        && row.fromUrl() == null
        && (row.content().contains(AD_CLASS) || hasAdField(row.content()));
  }

  private static boolean hasAdField(String text) {
    int open = text.indexOf('%');
    while (open >= 0) {
      int close = text.indexOf('%', open + 1);
      if (close > open && AD_FIELDS.contains(text.substring(open + 1, close))) {
        return true;
      }
      open = close;
    }
    return false;
  }

  private static boolean isSystem(Row row) {
    if (row.from().isBlank()) {
      return true;
    }
    String content = row.content();
    if (content.strip().equals(DELETED)) {
      return true;
    }
    if (row.fromUrl() != null || content.length() > 200) {
      return false;
    }
    String folded = FoldedName.of(content);
    return SYSTEM_TEXTS.contains(folded)
        || folded.equals(FoldedName.of(row.from()) + " left the conversation");
  }

  /** Whether a subject is that of a first message, not of an answer or of a group. */
  static boolean isFirstSubject(String subject, String title, boolean group) {
    String plain = subject.strip();
    if (plain.isEmpty() || (group && plain.equals(title.strip()))) {
      return false;
    }
    int colon = plain.indexOf(':');
    return colon < 0
        || colon > 5
        || !REPLY_MARKS.contains(plain.substring(0, colon).strip().toLowerCase(Locale.ROOT));
  }
}
