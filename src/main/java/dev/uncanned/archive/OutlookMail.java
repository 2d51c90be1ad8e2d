package dev.uncanned.archive;

import java.util.List;

/**
 * One item of Outlook, written down as a mail, so that it is read like any other mail.
 *
 * @param kind what sort of item it is
 * @param text header and text as RFC 5322 wants them, text in UTF-8; null where the kind is {@link
 *     Kind#OTHER} or {@link Kind#DRAFT}
 * @param attachments how many files are attached
 * @param flags what had to be repaired
 */
record OutlookMail(Kind kind, String text, int attachments, List<QualityFlag> flags) {

  /** The sorts of items. */
  enum Kind {
    /** A mail, also one that a machine wrote. */
    MAIL,
    /** A mail that was not sent. */
    DRAFT,
    /** No mail: an appointment, a contact, a task, a note. */
    OTHER
  }

  static final OutlookMail OTHER = new OutlookMail(Kind.OTHER, null, 0, List.of());
  static final OutlookMail DRAFT = new OutlookMail(Kind.DRAFT, null, 0, List.of());
}
