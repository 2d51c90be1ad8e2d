package dev.uncanned.archive;

/**
 * The limits that hostile input meets: sizes, counts and depths beyond which nothing is read.
 *
 * <p>All of them are in bytes, parts or levels and none in seconds, so that the same archive gives
 * the same result on any machine. (The one exception is the process that reads data files of
 * Outlook, whose library may stand still: {@link OutlookProcess}.) What is cut is flagged or
 * rejected, never dropped silently; which of the two is said with each limit.
 */
public final class Budgets {

  /**
   * Bytes of one record of a CSV file, quotes and line end included; a longer one is rejected
   * ({@link Reason#CSV_CELL_SIZE}). Also the largest buffer that a CSV file needs.
   */
  public static final int CSV_RECORD_BYTES = 32 << 20;

  /** Bytes of one cell of a CSV file; a record with a larger one is rejected. */
  public static final int CSV_CELL_BYTES = 16 << 20;

  /** Columns of a CSV file; a record with more is rejected. */
  public static final int CSV_COLUMNS = 1_000;

  /**
   * Bytes of one mail that are read, header included; what follows is cut and flagged ({@link
   * QualityFlag#TRUNCATED}). Mail systems rarely let more than this pass.
   */
  public static final int MAIL_BYTES = 50_000_000;

  /** Decoded bytes of the text parts of one mail; the rest is cut and flagged so. */
  public static final int MAIL_TEXT_BYTES = 50_000_000;

  /** Fields of one mail's header; further ones are cut ({@link QualityFlag#HEADERS_CUT}). */
  public static final int HEADER_FIELDS = 10_000;

  /** Bytes of one field of a header, folded lines included; the rest is cut. */
  public static final int HEADER_FIELD_BYTES = 1 << 20;

  /** Bytes of all fields of one header; further ones are cut. */
  public static final int HEADER_BYTES = 4 << 20;

  /** People in one address field; RFC 5322 has no limit, servers take 100 to 1,000 a mail. */
  public static final int HEADER_PEOPLE = 5_000;

  /** Labels of one mail; Gmail allows 10,000 in a mailbox, on a mail a few. */
  public static final int LABELS = 1_000;

  /**
   * Multiparts inside of each other; deeper ones stay opaque ({@link QualityFlag#MIME_DEPTH}).
   * Postfix stops at 100, Apache Tika at 10.
   */
  public static final int MIME_DEPTH = 50;

  /** Parts of one mail; further ones stay opaque ({@link QualityFlag#MIME_DEPTH}). */
  public static final int MIME_PARTS = 1_000;

  /**
   * Bytes that a packed file may produce before its ratio counts: small files pack better than any
   * limit allows.
   */
  public static final long UNPACKED_FREE_BYTES = 64L << 20;

  /**
   * Bytes produced for each packed byte; more is rejected ({@link Reason#ZIP_RATIO}). DEFLATE, the
   * method of ZIP and gzip, gets to 1,030; text to about 10.
   */
  public static final long UNPACKED_RATIO = 200;

  /** Bytes that one packed file may produce; more is rejected ({@link Reason#ZIP_RATIO}). */
  public static final long UNPACKED_BYTES = 8L << 30;

  /** Entries of a ZIP; one with more is rejected ({@link Reason#ZIP_ENTRIES}). */
  public static final int ZIP_ENTRIES = 100_000;

  /** Bytes that all entries of one ZIP may produce together, each read twice at most. */
  public static final long ZIP_TOTAL_BYTES = 2 * UNPACKED_BYTES;

  /**
   * Bytes of all entry names of one ZIP with what stands beside them; more is {@link
   * Reason#ZIP_ENTRIES}.
   */
  public static final int ZIP_DIRECTORY_BYTES = 64 << 20;

  /**
   * Unpacked bytes of a ZIP inside of another one that are held in memory; larger ones are read as
   * streams.
   */
  public static final int NESTED_MEMORY_BYTES = 64 << 20;

  /**
   * Bytes that a larger one may produce in all passes over it; more is {@link Reason#ZIP_RATIO}.
   */
  public static final long NESTED_PASSES_BYTES = 8 * UNPACKED_BYTES;

  /**
   * Levels of JSON that are passed over; deeper values are rejected ({@link Reason#TOO_LARGE}).
   * Skipping does not recurse, so depth costs little; it must only have an end.
   */
  public static final int JSON_DEPTH = 20_000;

  /** Characters of one text in the JSON of a chat; a longer one is rejected. */
  public static final int JSON_TEXT_CHARS = 1 << 24;

  /**
   * Characters of one chat message; the rest is cut and flagged ({@link QualityFlag#TRUNCATED}). No
   * chat program takes more; Slack's limit is 40,000, the others' less.
   */
  public static final int CHAT_TEXT_CHARS = 1 << 18;

  /** People in one chat, or in the recipients of one row of LinkedIn; the rest is left out. */
  public static final int CHAT_PEOPLE = 1_000;

  /** Characters of the text of an item of Outlook; the rest is cut and flagged. */
  public static final int OUTLOOK_TEXT_CHARS = 10_000_000;

  /** Bytes that a packed text of Outlook, RTF, may have unpacked; the rest is cut. */
  public static final int OUTLOOK_RTF_BYTES = 50_000_000;

  /** Bytes of the table of properties of a mail that Outlook saved. */
  public static final int OUTLOOK_PROPERTIES_BYTES = 1 << 20;

  /** Levels of the trees inside of a data file of Outlook. */
  public static final int OUTLOOK_TREE_DEPTH = 32;

  /**
   * Reads from a data file of Outlook for one folder or item; more are taken for a walk in circles
   * ({@link Reason#OUTLOOK_LIMIT}).
   */
  public static final long OUTLOOK_READS = 100_000_000;

  /** Memory of the process that reads a data file of Outlook, in MiB. */
  public static final int OUTLOOK_PROCESS_MIB = 512;

  /**
   * Bytes of rows that wait to be taken from a reader; it stands still beyond. Rows of a part that
   * are in memory at once: these, one batch more, and a single row where that is larger.
   */
  public static final int WAITING_BYTES = 64 << 20;

  private Budgets() {}
}
