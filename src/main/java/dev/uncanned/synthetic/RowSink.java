package dev.uncanned.synthetic;

import java.io.IOException;

/** Hears of every message that was written to an archive, and where. */
interface RowSink {

  /** Ignores what it hears: for archives that repeat messages of another one. */
  RowSink NONE = (letter, file, shownAt, text) -> {};

  /**
   * A message was written.
   *
   * @param key place in the archive: file and number of the record, or the file of a mail
   * @param shownAt the time as precise as the archive shows it, seconds since 1970
   * @param text the message's text as it stands in the archive
   */
  void written(Letter letter, String key, long shownAt, String text) throws IOException;
}
