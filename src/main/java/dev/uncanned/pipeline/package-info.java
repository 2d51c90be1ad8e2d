/**
 * Runs the flow: checks the request, opens the session, has each stage write its table, publishes.
 *
 * <p>The only package that reads the configuration and the user's paths, opens a Spark session and
 * calls actions. Everything that can be wrong with a request is found before anything is touched.
 * Each step's table is written to Parquet and read back, so a stopped run can be taken up again and
 * no step is computed twice.
 */
package dev.uncanned.pipeline;
