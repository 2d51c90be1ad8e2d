package dev.uncanned.mart;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Direction;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sums up the messages of one sender day by day and channel by channel. */
final class SenderDaily implements Serializable {

  private static final long serialVersionUID = 1L;

  private final RunStamp stamp;

  SenderDaily(RunStamp stamp) {
    this.stamp = stamp;
  }

  private record Day(LocalDate date, Channel channel) implements Comparable<Day> {

    private static final Comparator<Day> ORDER =
        Comparator.comparing(Day::date, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Day::channel, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Day other) {
      return ORDER.compare(this, other);
    }
  }

  /** The sums of one day. */
  private static final class Sums {
    private final Tally tally = new Tally();
    private final Set<String> recipients = new HashSet<>();

    private void add(ScoreFact fact) {
      tally.add(fact);
      if (fact.recipient_id() != null) {
        recipients.add(fact.recipient_id());
      }
    }
  }

  /** The rows of one sender and direction, in the order of the days, without the pace. */
  Iterator<SenderDailyRow> rows(SenderKey key, Iterator<ScoreFact> facts) {
    Map<Day, Sums> days = new TreeMap<>();
    String team = null;
    while (facts.hasNext()) {
      ScoreFact fact = facts.next();
      team = fact.team_id();
      LocalDate date =
          fact.sent_at() == null ? null : fact.sent_at().atZone(ZoneOffset.UTC).toLocalDate();
      days.computeIfAbsent(new Day(date, fact.channel()), day -> new Sums()).add(fact);
    }
    List<SenderDailyRow> rows = new ArrayList<>();
    String ownTeam = key.direction() == Direction.OUTBOUND ? team : null;
    days.forEach((day, sums) -> rows.add(row(key, ownTeam, day, sums)));
    return rows.iterator();
  }

  private SenderDailyRow row(SenderKey key, String team, Day day, Sums sums) {
    Tally tally = sums.tally;
    return new SenderDailyRow(
        key.sender_id(),
        team,
        Label.of(key.direction()),
        day.date(),
        Label.of(day.channel()),
        tally.sends(),
        tally.dyads(),
        tally.massKnown(),
        tally.mass(),
        sums.recipients.size(),
        tally.eligible(),
        tally.defects(),
        tally.replyKnown(),
        tally.replies(),
        tally.customised().size(),
        tally.customised().sum(),
        tally.levelKnown(),
        tally.specific(),
        tally.praiseKnown(),
        tally.hollow(),
        tally.followUps(),
        tally.bumps(),
        tally.afterOptOut(),
        null,
        null,
        null,
        stamp.run_id(),
        stamp.metric_version(),
        stamp.key_id());
  }
}
