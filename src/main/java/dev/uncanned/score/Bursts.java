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
 * <p>Twenty messages in one instant are a run, too: all gaps are alike. Memory is 24 bytes for each
 * message of the sender.
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

  /** One row per day with messages, from all messages of a sender in any order. */
  public Iterator<Burst> of(String sender, Iterator<BurstSend> sends) {
    long[] times = times(sends);
    boolean[] inRun = runs(times);
    List<Burst> days = new ArrayList<>();
    int hourStart = 0;
    int dayStart = 0;
    int i = 0;
    while (i < times.length) {
      long day = Math.floorDiv(times[i], DAY);
      int first = i;
      int hour = 0;
      int whole = 0;
      for (; i < times.length && Math.floorDiv(times[i], DAY) == day; i++) {
        hourStart = windowStart(times, hourStart, times[i] - HOUR);
        dayStart = windowStart(times, dayStart, times[i] - DAY);
        hour = Math.max(hour, i - hourStart + 1);
        whole = Math.max(whole, i - dayStart + 1);
      }
      Boolean hint = hint(times, inRun, first, i);
      days.add(new Burst(sender, LocalDate.ofEpochDay(day), i - first, hour, whole, hint));
    }
    return days.iterator();
  }

  private static long[] times(Iterator<BurstSend> sends) {
    LongArrayList times = new LongArrayList();
    LongOpenHashSet seen = new LongOpenHashSet();
    while (sends.hasNext()) {
      BurstSend send = sends.next();
      String id = send.message_id();
      boolean counted = send.sent_at() != null && !send.automatic();
      if (counted && seen.add(PhraseHash.mix(PhraseHash.of(id, 0, id.length())))) {
        times.add(send.sent_at().toEpochMilli());
      }
    }
    long[] sorted = times.toLongArray();
    LongArrays.quickSort(sorted);
    return sorted;
  }

  /** The first message of a window that is open at its beginning. */
  private static int windowStart(long[] times, int from, long opening) {
    int start = from;
    while (times[start] <= opening) {
      start++;
    }
    return start;
  }

  private static boolean[] runs(long[] times) {
    boolean[] inRun = new boolean[times.length];
    long[] gaps = new long[RUN - 1];
    for (int end = RUN; end <= times.length; end++) {
      int start = end - RUN;
      if (times[end - 1] - times[start] <= RUN * MEDIAN_GAP * 2 && isRun(times, start, gaps)) {
        Arrays.fill(inRun, start, end, true);
      }
    }
    return inRun;
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

  /** Unknown where all times are whole minutes: gaps of none and of one minute tell nothing. */
  private static Boolean hint(long[] times, boolean[] inRun, int from, int to) {
    boolean seconds = to - from < RUN;
    boolean run = false;
    for (int i = from; i < to; i++) {
      seconds |= times[i] % MINUTE != 0;
      run |= inRun[i];
    }
    return seconds ? Boolean.valueOf(run) : null;
  }
}
