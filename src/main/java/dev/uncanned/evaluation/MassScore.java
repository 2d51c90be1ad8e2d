package dev.uncanned.evaluation;

/**
 * How mass sends were told over all kinds.
 *
 * @param found_n mass sends that were found
 * @param missed_n mass sends taken for none
 * @param false_alarms_n deliveries that are no mass send and were taken for one
 * @param unknown_n labelled deliveries without an answer
 */
public record MassScore(
    long found_n,
    long missed_n,
    long false_alarms_n,
    long unknown_n,
    Double precision,
    Double recall,
    Double f1) {

  static MassScore of(long found, long missed, long falseAlarms, long unknown) {
    Double precision = Agreement.ratio(found, found + falseAlarms);
    Double recall = Agreement.ratio(found, found + missed);
    return new MassScore(
        found, missed, falseAlarms, unknown, precision, recall, Agreement.f1(precision, recall));
  }
}
