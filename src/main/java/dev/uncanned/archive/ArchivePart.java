package dev.uncanned.archive;

import java.util.List;

/**
 * One piece of work for a reader: some of the files of a folder or a ZIP, or a stretch of one file.
 *
 * <p>Several parts may belong to one input: they have the same {@code input_id} and their counts
 * add up.
 *
 * @param kind which reader opens it
 * @param archive_id the export or mailbox it belongs to, from its place below the given path
 * @param input_id the input that is counted; a reader may derive further ids from it where one part
 *     holds several inputs
 * @param root absolute path of the folder or the ZIP that holds the files
 * @param inner path of a ZIP inside of that ZIP that holds the files; empty: none
 * @param files paths below the folder, or inside of the ZIP, in order; empty: all of them
 * @param bytes size, for an even distribution of the work
 * @param first_row ordinal of the first of {@code files} in the input, from 1
 * @param byte_start first byte of the only file that belongs to this part
 * @param byte_end byte behind the last one, -1 for the end of the file
 */
public record ArchivePart(
    Kind kind,
    String archive_id,
    String input_id,
    String root,
    String inner,
    List<String> files,
    long bytes,
    long first_row,
    long byte_start,
    long byte_end) {

  /** The reader of a part. */
  public enum Kind {
    LINKEDIN,
    /** Mails, one a file. */
    EML,
    MAILDIR,
    /** Mails of Apple Mail, one a file. */
    EMLX,
    /** Many mails in a file, or a stretch of such a file. */
    MBOX,
    /** Data file of Outlook: PST or OST. */
    OUTLOOK,
    /** Mails that Outlook saved, one a file. */
    MSG,
    /** Rows of a CSV or JSON Lines file whose columns a mapping names. */
    MAPPED,
    SLACK,
    WHATSAPP,
    /** Facebook Messenger and Instagram. */
    META,
    X,
    /** A file that is no message archive: listed and counted, not read. */
    UNRECOGNISED
  }
}
