package dev.uncanned.pipeline;

/**
 * How a run ended; printed as one line of JSON.
 *
 * @param status published, unchanged (nothing new) or stopped (before publishing, as asked)
 * @param generation generation that readers see now, 0 for none
 * @param messages messages, copies joined; null if not known
 * @param mass_sends deliveries that are mass sends; null if not known
 * @param rejected records that could not be read; null if not known
 * @param seconds whole seconds the run took
 * @param report path of the report; null if none
 */
public record RunResult(
    String status,
    String run_id,
    long generation,
    Long messages,
    Long mass_sends,
    Long rejected,
    long seconds,
    String report) {}
