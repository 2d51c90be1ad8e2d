/**
 * The publish protocol: how a finished run becomes what readers see, in one step.
 *
 * <p>The commit is the creation of the next numbered manifest; everything else is either made
 * before it in a folder that no reader knows, or derived from it. No Spark here, so that the
 * protocol can be tested without it.
 *
 * <p>Rejected: overwriting a table in place (readers lose the old data first), and a table format
 * such as Iceberg or Delta (atomic for one table, not for all tables and the report together, and
 * not readable by a plain {@code *.parquet} pattern).
 */
package dev.uncanned.store;
