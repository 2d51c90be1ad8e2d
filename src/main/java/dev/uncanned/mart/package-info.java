/**
 * The published tables: one record a table, one stage that fills it.
 *
 * <p>A component of a row record is a column; its sentence is the column comment, the entry of the
 * data dictionary and of the report's glossary. Columns that a later version computes are there and
 * null, so that a query written today goes on working.
 *
 * <p>Counts are published beside every rate, numerator and denominator, because counts add up over
 * rows and rates do not. The unit of the summaries is the first message to a person, so that
 * follow-ups do not inflate n.
 *
 * <p>Rejected: one stage for all tables, which would have to know every other package and grow with
 * every table.
 */
package dev.uncanned.mart;
