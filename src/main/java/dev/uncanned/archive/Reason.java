package dev.uncanned.archive;

/** Why a record, or a whole input, could not be read. */
public enum Reason {
  CSV_UNTERMINATED,
  CSV_COLUMNS,
  CSV_SCHEMA,
  CSV_CELL_SIZE,
  ZIP_DAMAGED,
  ZIP_RATIO,
  ZIP_ENCRYPTED,
  /** Entries share bytes: a bomb that no ratio shows. */
  ZIP_OVERLAP,
  ZIP_ENTRIES,
  GZIP_DAMAGED,
  NESTED_ARCHIVE,
  NOT_REGULAR,
  NOT_MAIL,
  MIME_BROKEN,
  /** It was taken for an mbox and holds no message. */
  NOT_MBOX,
  /** Bytes before the first message of an mbox. */
  PREAMBLE,
  EMLX_LENGTH,
  OUTLOOK_DAMAGED,
  OUTLOOK_MESSAGE,
  /** Reading in a process of its own passed its limits of memory or reads. */
  OUTLOOK_LIMIT,
  /** The clock ended the reading: another time, or a faster machine, may read more. */
  OUTLOOK_TIME,
  JSON_BROKEN,
  JSON_SCHEMA,
  CHAT_SCHEMA,
  TOO_LARGE,
  IO_ERROR
}
