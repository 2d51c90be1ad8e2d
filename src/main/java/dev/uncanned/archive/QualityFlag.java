package dev.uncanned.archive;

/** A repair that a reader made to keep a record; the record stays, the flag says what was done. */
public enum QualityFlag {
  /** Bytes that are not valid in the charset became U+FFFD. */
  DECODE_REPLACED,
  /** The record was read after the reader had found its way back behind a broken one. */
  RESYNCED,
  /** The quoting was not as RFC 4180 wants it. */
  LENIENT_QUOTES,
  /** The text was cut at its size limit. */
  TRUNCATED,
  /** Headers beyond the limits were cut. */
  HEADERS_CUT,
  /** MIME parts below the depth or beyond the number that is read stayed opaque. */
  MIME_DEPTH,
  /** The container ends in the middle of this record. */
  TRUNCATED_FILE,
  /** The encoding of a part is broken or unknown; what could be decoded is kept. */
  ENCODING_BROKEN,
  /** The body is in a format that is not read: encrypted, signed, TNEF, uuencoded. */
  OPAQUE_PART,
  /** The name of the file is odd: absolute, with "..", control characters or no valid charset. */
  ODD_NAME,
  /** The tool cut the text at its own limit. */
  CUT_BY_TOOL,
  /** No text part was found; the text is empty. */
  NO_TEXT
}
