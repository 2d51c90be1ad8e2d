package dev.uncanned.archive;

import java.util.List;

/**
 * One piece of work for a reader: an archive file, or some of the files of a folder.
 *
 * @param kind which reader opens it
 * @param archive_id the export or mailbox it belongs to, from its place below the given path
 * @param input_id the input of mail parts; the entries of LinkedIn exports get ids of their own
 * @param root absolute path of the file or folder
 * @param files paths below {@code root} to be read, in order; empty: the root itself
 * @param bytes size, for an even distribution of the work
 * @param first_row ordinal of the first of {@code files} in the input, from 1
 */
public record ArchivePart(
    Kind kind,
    String archive_id,
    String input_id,
    String root,
    List<String> files,
    long bytes,
    long first_row) {

  /** A part that holds its input from the first record on. */
  public ArchivePart(
      Kind kind, String archive_id, String input_id, String root, List<String> files, long bytes) {
    this(kind, archive_id, input_id, root, files, bytes, 1);
  }

  /** The reader of a part. */
  public enum Kind {
    LINKEDIN_ZIP,
    LINKEDIN_FOLDER,
    EML,
    MAILDIR,
    /** A file that is no message archive: listed and counted, not read. */
    UNRECOGNISED
  }
}
