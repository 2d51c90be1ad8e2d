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
  /** A part is in Outlook's own format TNEF (winmail.dat), which is not read. */
  OPAQUE_TNEF,
  /** The mail, or a part of it, is encrypted or wrapped by S/MIME. */
  OPAQUE_SMIME,
  /** The mail, or a part of it, is encrypted with PGP. */
  OPAQUE_PGP,
  /** The mail is protected by Microsoft's rights management. */
  OPAQUE_RMS,
  /** A file that was written into the text with uuencode was taken out and not read. */
  OPAQUE_UUENCODE,
  /** A file that was written into the text with yEnc was taken out and not read. */
  OPAQUE_YENC,
  /** The name of the file is odd: absolute, with "..", control characters or no valid charset. */
  ODD_NAME,
  /** The tool cut the text at its own limit. */
  CUT_BY_TOOL,
  /** No text part was found; the text is empty. */
  NO_TEXT,
  /** A line in a mail of an mbox looks like the start of another one and was not taken for it. */
  MAYBE_MERGED
}
