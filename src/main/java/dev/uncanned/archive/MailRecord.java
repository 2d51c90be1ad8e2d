package dev.uncanned.archive;

import java.util.Set;

/**
 * The bytes of one mail with the place where they stand.
 *
 * @param row its ordinal, or whatever else tells it from all other records of its input
 * @param path where it lies: the path of its file; of a file that holds many mails, and so is a
 *     folder to who has the mailbox, a path below it
 * @param start its first byte in the file
 * @param end the byte behind it
 * @param content what is read of it, from its beginning
 * @param flags what is known of it beforehand
 * @param raw all its bytes as they are in the file; null where they are not at hand
 */
record MailRecord(
    long row,
    String path,
    long start,
    long end,
    byte[] content,
    Set<QualityFlag> flags,
    byte[] raw) {

  /** A mail that is read as it is. */
  MailRecord(long row, String path, long start, long end, byte[] content, Set<QualityFlag> flags) {
    this(row, path, start, end, content, flags, content);
  }

  /** A mail that is a file of its own. */
  static MailRecord ofFile(long row, String path, byte[] content, Set<QualityFlag> flags) {
    return new MailRecord(row, path, 0, content.length, content, flags);
  }
}
