package dev.uncanned.score;

import java.time.LocalDate;

/**
 * The pace of one sender on one day.
 *
 * @param day UTC
 * @param sends_n messages of the day; one to several recipients is one, automatic ones are none
 * @param max_1h_n most messages within an hour that ends with a message of the day, of those whose
 *     time of day is known; null without any
 * @param max_24h_n most messages within 24 hours that end with a message of the day
 * @param automation_hint whether a message of the day lies in a run of 20 whose gaps have a median
 *     below 90 seconds and a coefficient of variation below 0.3, as machines send; null where there
 *     may be such a run but its times have no seconds
 */
public record Burst(
    String sender_id,
    LocalDate day,
    int sends_n,
    Integer max_1h_n,
    int max_24h_n,
    Boolean automation_hint) {

  public static final String SENDER_ID = "sender_id";
  public static final String DAY = "day";
  public static final String MAX_1H_N = "max_1h_n";
  public static final String MAX_24H_N = "max_24h_n";
  public static final String AUTOMATION_HINT = "automation_hint";
}
