package dev.uncanned.archive;

import java.util.List;
import java.util.function.Predicate;

/**
 * Tells sent mail and drafts by their folder, their Maildir flags and their headers.
 *
 * <p>Files are named by their paths, with {@code /}, the folder of the archive included. Keeps what
 * the last folder said of itself. Not thread-safe.
 */
final class MailFolderRole {

  /** Bit of {@code X-Mozilla-Status}, four hex digits: nsMsgMessageFlags.Expunged. */
  private static final int EXPUNGED = 0x0008;

  private static final int STATUS_DIGITS = 4;

  private String folder;
  private boolean drafts;
  private boolean sent;
  private MailHeaders labelled;
  private List<String> labels = List.of();

  /**
   * Whether the mail was written and not sent; what was received was sent, whatever it says.
   *
   * <p>A folder's name alone does not make a draft of a mail with sender, date and recipients:
   * exported trees keep sent mail there too, the Enron set among them.
   */
  boolean isDraft(String file, MailHeaders headers) {
    return hasFlag(file, 'D')
        || (headers.lower("x-unsent").equals("1") && headers.first("received") == null)
        || (headers.first("x-mozilla-draft-info") != null && headers.first("received") == null)
        || (visit(file).drafts && !isAddressed(headers))
        || hasLabel(headers, MailFolderNames::isDrafts);
  }

  private static boolean isAddressed(MailHeaders headers) {
    return headers.first("date") != null
        && headers.first("from") != null
        && headers.first("to") != null;
  }

  /** Whether the mail lies where its owner's sent mail does. */
  boolean isSent(String file, MailHeaders headers) {
    return visit(file).sent || hasLabel(headers, MailFolderNames::isSent);
  }

  /** Whether it is nothing that a person sent and somebody kept: chats, spam, deleted mail. */
  boolean isExcluded(MailHeaders headers) {
    return hasLabel(headers, MailFolderNames::isExcluded) || isExpunged(headers);
  }

  /** Flags stand behind {@code :2,}, where a colon is not allowed behind {@code ;2,}. */
  private static boolean hasFlag(String file, char flag) {
    String name = MailPath.name(file);
    int info = Math.max(name.lastIndexOf(":2,"), name.lastIndexOf(";2,"));
    return info >= 0 && name.indexOf(flag, info + 3) >= 0;
  }

  /** Looks at the folder of a file, once for all files of a folder that come together. */
  private MailFolderRole visit(String file) {
    String parent = MailPath.parent(file);
    if (!parent.equals(folder)) {
      folder = parent;
      drafts = isBelow(parent, MailFolderNames::isDrafts);
      sent = isBelow(parent, MailFolderNames::isSent);
    }
    return this;
  }

  /** The folder or the one above it, not counting cur and new. */
  private static boolean isBelow(String parent, Predicate<String> role) {
    String at = MailPath.isCurOrNew(parent) ? MailPath.parent(parent) : parent;
    return role.test(MailPath.name(at)) || role.test(MailPath.name(MailPath.parent(at)));
  }

  private boolean hasLabel(MailHeaders headers, Predicate<String> role) {
    if (headers != labelled) {
      labels = MailLabels.of(headers);
      labelled = headers;
    }
    return labels.stream().anyMatch(role);
  }

  /** Thunderbird leaves deleted mail in the file, with a bit set, until the folder is compacted. */
  private static boolean isExpunged(MailHeaders headers) {
    String status = headers.first("x-mozilla-status");
    if (status == null || status.length() != STATUS_DIGITS) {
      return false;
    }
    int digit = Character.digit(status.charAt(STATUS_DIGITS - 1), 1 << 4);
    return digit >= 0 && (digit & EXPUNGED) != 0;
  }
}
