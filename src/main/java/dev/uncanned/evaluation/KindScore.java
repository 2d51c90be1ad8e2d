package dev.uncanned.evaluation;

/**
 * How mass sends of one kind were told.
 *
 * @param rows_n deliveries with this label that were found in the output
 * @param mass_n those found to be mass sends
 * @param not_mass_n those found to be none
 * @param unknown_n those without an answer
 * @param expected what the label says; null where the question does not arise
 * @param recall of the answered deliveries of a mass send, the share that was found; null for other
 *     kinds
 * @param precision mass_n against mass_n and all false alarms together; null for other kinds
 * @param false_alarm_share of the answered deliveries that are no mass send, the share that was
 *     taken for one; null for other kinds
 */
public record KindScore(
    String kind,
    Boolean expected,
    long rows_n,
    long mass_n,
    long not_mass_n,
    long unknown_n,
    Double precision,
    Double recall,
    Double false_alarm_share) {}
