package dev.uncanned.pipeline;

/**
 * How much of the input may be unreadable before a run publishes nothing.
 *
 * @param quarantined_share share of the records, of one input and of the run, that may be
 *     quarantined
 * @param least_n no share counts as long as it stands for no more records than this
 * @param bad_files inputs that may be unreadable as a whole
 * @param decode_warn share of the messages with bytes that are not valid in their charset from
 *     which the run warns
 * @param decode_fail the same, from which it fails
 * @param undated_warn share of the messages without a date that is believed from which the run
 *     warns
 * @param undated_fail the same, from which it fails
 * @param shrink share of the records of an archive at the last run that may be gone, and of all
 *     records of the last run that may be in archives which are not given any more
 * @param cluster_warn share of the messages that one template has from which the run warns
 * @param day_mad how many median absolute deviations the last day may be away from the 28 days
 *     before it in messages, senders and templates before the run warns; 0: it is not looked at
 * @param as_of_gap_days how many days the as-of day may lie after the newest day of the input
 *     before the run warns; 0: it is not looked at
 */
public record QualityConfig(
    double quarantined_share,
    long least_n,
    long bad_files,
    double decode_warn,
    double decode_fail,
    double undated_warn,
    double undated_fail,
    double shrink,
    double cluster_warn,
    double day_mad,
    long as_of_gap_days) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the key, its value and what is allowed
   */
  public QualityConfig {
    requireShare("quality.quarantined_share", quarantined_share);
    requireShare("quality.decode_warn", decode_warn);
    requireShare("quality.decode_fail", decode_fail);
    requireShare("quality.undated_warn", undated_warn);
    requireShare("quality.undated_fail", undated_fail);
    requireShare("quality.shrink", shrink);
    requireShare("quality.cluster_warn", cluster_warn);
    if (!(day_mad >= 0)) {
      throw new IllegalArgumentException(
          "quality.day_mad is " + day_mad + ", but must be 0 or more");
    }
    requireCount("quality.least_n", least_n);
    requireCount("quality.bad_files", bad_files);
    requireCount("quality.as_of_gap_days", as_of_gap_days);
  }

  /** The same with another number of inputs that may be unreadable. */
  QualityConfig withBadFiles(long allowed) {
    return new QualityConfig(
        quarantined_share,
        least_n,
        allowed,
        decode_warn,
        decode_fail,
        undated_warn,
        undated_fail,
        shrink,
        cluster_warn,
        day_mad,
        as_of_gap_days);
  }

  private static void requireShare(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(key + " is " + value + ", but must be from 0 to 1");
    }
  }

  private static void requireCount(String key, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(key + " is " + value + ", but must be 0 or more");
    }
  }
}
