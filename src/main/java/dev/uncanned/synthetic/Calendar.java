package dev.uncanned.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The time in which synthetic messages are sent: working hours from January to October 2026. */
final class Calendar {

  static final long BEGIN = at(LocalDate.of(2026, 1, 5));
  static final long END = at(LocalDate.of(2026, 10, 30));

  /** When the archives were made; ZIP entries carry this time, in UTC. */
  static final LocalDateTime EXPORTED = LocalDateTime.of(2026, 10, 31, 6, 30, 0);

  /** When the older of two exports of the same member was made, seconds since 1970. */
  static final long OLDER_EXPORT = at(LocalDate.of(2026, 7, 1));

  static final long HOUR = 3_600;
  static final long DAY = 24 * HOUR;
  private static final int WEEKS = 42;
  private static final int LAST_CAMPAIGN_WEEK = 36;

  private Calendar() {}

  private static long at(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  static long anyTime(SplittableRandom random) {
    return workingTime(random, WEEKS);
  }

  /** Early enough for answers and reminders. */
  static long campaignStart(SplittableRandom random) {
    return workingTime(random, LAST_CAMPAIGN_WEEK);
  }

  private static long workingTime(SplittableRandom random, int weeks) {
    long day = random.nextInt(weeks) * 7L + random.nextInt(5);
    return BEGIN + day * DAY + 8 * HOUR + random.nextInt((int) (9 * HOUR));
  }

  /** When the message with this number of a campaign leaves: some forty a day, a minute apart. */
  static long sending(Campaign campaign, int number, SplittableRandom random) {
    int perDay = 40 + campaign.reach() / 10;
    long day = campaign.start() / DAY + number / perDay;
    long morning = day * DAY + 8 * HOUR + campaign.start() % HOUR;
    return Math.min(morning + (number % perDay) * 97L + random.nextInt(60), END - 20 * DAY);
  }

  /** An hour to six days later. */
  static long answer(long at, SplittableRandom random) {
    return Math.min(at + HOUR + random.nextInt((int) (6 * DAY)), END + 20 * HOUR);
  }
}
