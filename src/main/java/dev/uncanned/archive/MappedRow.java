package dev.uncanned.archive;

import java.util.Set;

/** One row of a mapped file, whatever it is written in. */
interface MappedRow {

  /**
   * The text of a column.
   *
   * @param column its name as {@link MappedField#key} has it
   * @return empty if the row has no such column
   */
  String value(String column);

  /** What was repaired in the row, as far as it was looked at. */
  Set<QualityFlag> flags();
}
