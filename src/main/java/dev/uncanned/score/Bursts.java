package dev.uncanned.score;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Counts how fast a sender sent, day by day.
 *
 * <p>Twenty messages in one instant are a run, too: all gaps are alike. But twenty on whole minutes
 * may be even or not, within the minutes. Messages of which only the day is known count for the day
 * alone. Memory is 24 bytes for each message of the sender.
 */
public final class Bursts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long MILLIS = 1000;
  private static final long MINUTE = 60 * MILLIS;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final int RUN = 20;
  private static final long MEDIAN_GAP = 90 * MILLIS;
  private static final double VARIATION = 0.3;

  /** The pace at a message. */
  private static final byte NO_RUN = 0;

  private static final byte MAYBE = 1;
  private static final byte EVEN = 2;

  /** One row per day with messages, from all messages of a sender in any order. */
  public Iterator<Burst> of(String sender, Iterator<BurstSend> sends) {
    LongArrayList timed = new LongArrayList();
    LongArrayList dayOnly = new LongArrayList();
    part(sends, timed, dayOnly);
    Clock clock = new Clock(sorted(timed));
    long[] others = sorted(dayOnly);
    List<Burst> days = new ArrayList<>();
    int next = 0;
    while (clock.hasNext() || next < others.length) {
      long day = next < others.length ? Math.floorDiv(others[next], DAY) : Long.MAX_VALUE;
      day = Math.min(day, clock.nextDay());
      int from = next;
      while (next < others.length && Math.floorDiv(others[next], DAY) == day) {
        next++;
      }
      days.add(clock.burst(sender, day, next - from));
    }
    return days.iterator();
  }

  private static void part(Iterator<BurstSend> sends, LongArrayList timed, LongArrayList dayOnly) {
    LongOpenHashSet seen = new LongOpenHashSet();
    while (sends.hasNext()) {
      BurstSend send = sends.next();
      String id = send.message_id();
      boolean counted = send.sent_at() != null && !send.automatic();
      if (counted && seen.add(PhraseHash.mix(PhraseHash.of(id, 0, id.length())))) {
        (send.hasOnlyADay() ? dayOnly : timed).add(send.sent_at().toEpochMilli());
      }
    }
  }

  private static long[] sorted(LongArrayList times) {
    long[] sorted = times.toLongArray();
    LongArrays.quickSort(sorted);
    return sorted;
  }

  private static byte[] runs(long[] times) {
    byte[] runs = new byte[times.length];
    long[] gaps = new long[RUN - 1];
    for (int end = RUN; end <= times.length; end++) {
      int start = end - RUN;
      boolean close = times[end - 1] - times[start] <= RUN * MEDIAN_GAP * 2;
      byte pace = close ? pace(times, start, gaps) : NO_RUN;
      for (int i = start; pace != NO_RUN && i < end; i++) {
        runs[i] = (byte) Math.max(runs[i], pace);
      }
    }
    return runs;
  }

  /** Where most times are whole minutes, the gaps of those that are not tell of no run. */
  private static byte pace(long[] times, int start, long[] gaps) {
    int whole = 0;
    for (int i = start; i < start + RUN; i++) {
      whole += times[i] % MINUTE == 0 ? 1 : 0;
    }
    if (whole > RUN / 2) {
      return MAYBE;
    }
    return isRun(times, start, gaps) ? EVEN : NO_RUN;
  }

  private static boolean isRun(long[] times, int start, long[] gaps) {
    double mean = (double) (times[start + RUN - 1] - times[start]) / gaps.length;
    double squares = 0;
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = times[start + i + 1] - times[start + i];
      squares += (gaps[i] - mean) * (gaps[i] - mean);
    }
    double deviation = Math.sqrt(squares / gaps.length);
    if (deviation > 0 && deviation >= VARIATION * mean) {
      return false;
    }
    Arrays.sort(gaps);
    return gaps[gaps.length / 2] < MEDIAN_GAP;
  }

  /** Goes day by day through the messages whose time of day is known. */
  private static final class Clock {
    private final long[] times;
    private final byte[] runs;
    private int next;
    private int hourStart;
    private int dayStart;

    private Clock(long[] times) {
      this.times = times;
      this.runs = runs(times);
    }

    private boolean hasNext() {
      return next < times.length;
    }

    private long nextDay() {
      return hasNext() ? Math.floorDiv(times[next], DAY) : Long.MAX_VALUE;
    }

    /** The pace of a day on which there are also messages without a time of day. */
    private Burst burst(String sender, long day, int others) {
      int from = next;
      int hour = 0;
      int whole = 0;
      byte run = NO_RUN;
      for (; nextDay() == day; next++) {
        hourStart = windowStart(hourStart, times[next] - HOUR);
        dayStart = windowStart(dayStart, times[next] - DAY);
        hour = Math.max(hour, next - hourStart + 1);
        whole = Math.max(whole, next - dayStart + 1);
        run = (byte) Math.max(run, runs[next]);
      }
      int all = next - from + others;
      boolean unsure = run == MAYBE || others > 0 && all >= RUN;
      return new Burst(
          sender,
          LocalDate.ofEpochDay(day),
          all,
          hour == 0 ? null : Integer.valueOf(hour),
          Math.max(whole, all),
          run == EVEN || !unsure ? Boolean.valueOf(run == EVEN) : null);
    }

    /** The first message of a window that is open at its beginning. */
    private int windowStart(int from, long opening) {
      int start = from;
      while (times[start] <= opening) {
        start++;
      }
      return start;
    }
  }
}
