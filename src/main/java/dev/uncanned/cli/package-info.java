/**
 * The commands: one small class each, from arguments to a call of the pipeline.
 *
 * <p>Standard output is the machine's: one line of JSON or a path. Standard error is for people. No
 * command loads Spark before it needs it, so that help answers at once.
 */
package dev.uncanned.cli;
