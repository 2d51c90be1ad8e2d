/**
 * Records as tables: the one place that knows how a Java record becomes a Spark encoder.
 *
 * <p>A record is the schema of its table; there are no bean twins and no schemas written by hand.
 * The encoder comes from Spark's internal {@code catalyst} package, because the public one turns a
 * record into an empty struct without a word; only {@code Records} imports it, and its test pins
 * every behaviour the project rests on.
 */
package dev.uncanned.table;
