package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.score.Relationship;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up the messages of one sender: by channel and relationship, and over all of them. */
final class SenderSummary implements Serializable {

  private static final String ALL = Rollup.ALL;
  private static final int SHOW_FROM = 30;
  private static final int COMPARE_FROM = 100;
  private static final int ALERT_FROM = 200;
  private static final long serialVersionUID = 1L;

  private final RunStamp stamp;

  SenderSummary(RunStamp stamp) {
    this.stamp = stamp;
  }

  private record Level(String channel, String relationship) implements Comparable<Level> {

    @Override
    public int compareTo(Level other) {
      int byChannel = channel.compareTo(other.channel);
      return byChannel != 0 ? byChannel : relationship.compareTo(other.relationship);
    }
  }

  /** The rows of one sender and direction. */
  Iterator<SenderSummaryRow> rows(SenderKey key, Iterator<ScoreFact> facts) {
    Map<Level, Tally> tallies = new TreeMap<>();
    ScoreFact first = null;
    while (facts.hasNext()) {
      ScoreFact fact = facts.next();
      first = first == null ? fact : first;
      String channel = Label.of(fact.channel());
      String relationship = Label.of(known(fact.relationship()));
      tallies.computeIfAbsent(new Level(channel, relationship), l -> new Tally()).add(fact);
      tallies.computeIfAbsent(new Level(channel, ALL), l -> new Tally()).add(fact);
      tallies.computeIfAbsent(new Level(ALL, relationship), l -> new Tally()).add(fact);
      tallies.computeIfAbsent(new Level(ALL, ALL), l -> new Tally()).add(fact);
    }
    List<SenderSummaryRow> rows = new ArrayList<>();
    for (Map.Entry<Level, Tally> entry : tallies.entrySet()) {
      rows.add(row(first, entry.getKey(), entry.getValue()));
    }
    return rows.iterator();
  }

  private static Relationship known(Relationship relationship) {
    return relationship == null ? Relationship.UNKNOWN : relationship;
  }

  private SenderSummaryRow row(ScoreFact sender, Level level, Tally tally) {
    Wilson mass = Wilson.of(tally.mass(), tally.massKnown());
    Wilson defect = Wilson.of(tally.defects(), tally.eligible());
    Wilson reply = Wilson.of(tally.replies(), tally.replyKnown());
    Wilson specific = Wilson.of(tally.specific(), tally.levelKnown());
    Wilson hollow = Wilson.of(tally.hollow(), tally.praiseKnown());
    WordCounts customised = tally.customised();
    return new SenderSummaryRow(
        sender.sender_id(),
        sender.direction() == Direction.OUTBOUND ? sender.team_id() : null,
        Label.of(sender.direction()),
        ALL,
        level.channel(),
        level.relationship(),
        tally.sends(),
        tally.dyads(),
        tally.massKnown(),
        tally.mass(),
        mass.rate(),
        mass.lo(),
        mass.hi(),
        customised.size(),
        customised.quantile(0.25),
        customised.quantile(0.5),
        customised.quantile(0.75),
        tally.levelKnown(),
        tally.levelShare(0),
        tally.levelShare(1),
        tally.levelShare(2),
        tally.levelShare(3),
        tally.levelShare(4),
        tally.specific(),
        specific.rate(),
        specific.lo(),
        specific.hi(),
        tally.praiseKnown(),
        tally.hollow(),
        hollow.rate(),
        hollow.lo(),
        hollow.hi(),
        tally.followUps(),
        tally.bumps(),
        Wilson.of(tally.bumps(), tally.followUps()).rate(),
        tally.afterOptOut(),
        tally.eligible(),
        tally.defects(),
        defect.rate(),
        defect.lo(),
        defect.hi(),
        tally.replyKnown(),
        tally.replies(),
        reply.rate(),
        reply.lo(),
        reply.hi(),
        null,
        tally.effectiveTemplates(),
        tally.topTemplateShare(),
        tally.profileShare(),
        confidence(tally.dyads()),
        tally.dyads() < SHOW_FROM,
        stamp.run_id(),
        stamp.metric_version(),
        stamp.key_id());
  }

  private static String confidence(int dyads) {
    if (dyads >= ALERT_FROM) {
      return "A";
    }
    if (dyads >= COMPARE_FROM) {
      return "B";
    }
    return dyads >= SHOW_FROM ? "C" : null;
  }
}
