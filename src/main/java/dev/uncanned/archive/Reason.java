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
  NESTED_ARCHIVE,
  NOT_REGULAR,
  NOT_MAIL,
  MIME_BROKEN,
  TOO_LARGE,
  IO_ERROR
}
