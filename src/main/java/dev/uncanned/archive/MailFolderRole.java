package dev.uncanned.archive;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Tells sent mail and drafts by their folder, their Maildir flags and their headers.
 *
 * <p>Keeps what the last folder said of itself. Not thread-safe.
 */
final class MailFolderRole {

  private Path folder;
  private boolean drafts;
  private boolean sent;

  /**
   * Whether the mail was written and not sent; what was received was sent, whatever it says.
   *
   * <p>A folder's name alone does not make a draft of a mail with sender, date and recipients:
   * exported trees keep sent mail there too, the Enron set among them.
   */
  boolean isDraft(Path file, MailHeaders headers) {
    return hasFlag(file, 'D')
        || (headers.lower("x-unsent").equals("1") && headers.first("received") == null)
        || (visit(file).drafts && !isAddressed(headers))
        || hasLabel(headers, MailFolderNames::isDrafts);
  }

  private static boolean isAddressed(MailHeaders headers) {
    return headers.first("date") != null
        && headers.first("from") != null
        && headers.first("to") != null;
  }

  /** Whether the mail lies where its owner's sent mail does. */
  boolean isSent(Path file, MailHeaders headers) {
    return visit(file).sent || hasLabel(headers, MailFolderNames::isSent);
  }

  /** Flags stand behind {@code :2,}, where a colon is not allowed behind {@code ;2,}. */
  private static boolean hasFlag(Path file, char flag) {
    String name = file.getFileName().toString();
    int info = Math.max(name.lastIndexOf(":2,"), name.lastIndexOf(";2,"));
    return info >= 0 && name.indexOf(flag, info + 3) >= 0;
  }

  /** Looks at the folder of a file, once for all files of a folder that come together. */
  private MailFolderRole visit(Path file) {
    Path parent = file.getParent();
    if (folder == null || !folder.equals(parent)) {
      folder = parent;
      Path whole = file.toAbsolutePath().normalize().getParent();
      drafts = isBelow(whole, MailFolderNames::isDrafts);
      sent = isBelow(whole, MailFolderNames::isSent);
    }
    return this;
  }

  /** The folder or the one above it, not counting cur and new. */
  private static boolean isBelow(Path parent, Predicate<String> role) {
    Path folder = parent;
    if (folder != null && MailFolders.isCurOrNew(folder)) {
      folder = folder.getParent();
    }
    return isNamed(folder, role) || (folder != null && isNamed(folder.getParent(), role));
  }

  private static boolean isNamed(Path folder, Predicate<String> role) {
    return folder != null
        && folder.getFileName() != null
        && role.test(folder.getFileName().toString());
  }

  private static boolean hasLabel(MailHeaders headers, Predicate<String> role) {
    String labels = EncodedWords.decode(headers.first("x-gmail-labels"));
    if (labels == null) {
      return false;
    }
    for (String label : labels.toLowerCase(Locale.ROOT).split(",", 1000)) {
      if (role.test(label.replace("\"", ""))) {
        return true;
      }
    }
    return false;
  }
}
