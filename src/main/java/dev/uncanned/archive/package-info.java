/**
 * Reads message archives as people really have them, and loses nothing without saying so.
 *
 * <p>A scanner finds the archives, a reader per format hands out messages, rejects, counts and
 * hints at owners in one stream of {@link dev.uncanned.archive.Parsed}, so that every file is read
 * in one go. For every input, records seen are records parsed plus records rejected.
 *
 * <p>CSV is read by {@link dev.uncanned.archive.CsvReader}, our own: general readers, Spark's among
 * them, swallow good rows behind a quote that is never closed, or end with an exception. ZIP files
 * are read as streams and never extracted; entry names are only data. Mail uses a MIME parser for
 * tokens only and walks the structure itself, because a parser that recurses can be made to
 * overflow the stack.
 *
 * <p>Copies of a message are not joined here, and people are not resolved: a reader says what one
 * archive says. Mailboxes do not name their owner, so direction stays open for them.
 */
package dev.uncanned.archive;
