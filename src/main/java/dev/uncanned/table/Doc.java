package dev.uncanned.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one sentence that defines a table or a column.
 *
 * <p>It becomes the Parquet column comment, the row of the data dictionary and the entry of the
 * report's glossary, so a definition is written once: on the record that owns the column.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Doc {

  /** The defining sentence: for a rate its numerator, denominator and exclusions. */
  String value();
}
