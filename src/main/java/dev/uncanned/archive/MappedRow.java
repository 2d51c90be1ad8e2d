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

  /** SHA-256 of the bytes of a column that cannot be decoded; null if they can, or are unknown. */
  default String broken(String column) {
    return null;
  }

  /** What was repaired in the row, as far as it was looked at. */
  Set<QualityFlag> flags();
}
