package dev.uncanned.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as a published table and says what one row of it stands for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {

  /** Name of the table: the folder below {@code tables/} or {@code restricted/}. */
  String name();

  /** What one row stands for, such as "message × recipient". */
  String grain();

  /** Whether the table holds names or text and so lies in the folder with tight rights. */
  boolean restricted() default false;

  /** The columns, in this order, by which the rows of the table are sorted. */
  String[] sortedBy();
}
