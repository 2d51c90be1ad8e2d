package dev.uncanned.mart;

import dev.uncanned.cluster.Lineage;
import dev.uncanned.cluster.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows the templates of one campaign from week to week.
 *
 * <p>A sender uses a template from the first to the last week in which it was sent, weeks without
 * it between them included. When that time is over, the sender's share of the template goes to the
 * templates taken up in the next week in which the sender uses any of the campaign, in proportion
 * to their deliveries; without new ones to those in use then; without any it has ended. A sender
 * counts by all deliveries of the template in the campaign.
 */
final class TemplateSuccession {

  private static final int PUBLISHED_FROM = 2;

  private final String campaign;
  private final LocalDate asOf;
  private final TeamEnds ends;
  private final RunStamp stamp;

  /** For each sender the templates by id. */
  private final Map<String, Map<String, Span>> spans = new TreeMap<>();

  private final Map<String, LocalDate> lastWeeks = new TreeMap<>();

  /** The weeks from the first to the last in which a sender sent a template. */
  private static final class Span {
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;
    private long deliveries;

    private void add(WeeklyUse use) {
      first = use.week().isBefore(first) ? use.week() : first;
      last = use.week().isAfter(last) ? use.week() : last;
      deliveries += use.deliveries_n();
    }

    private boolean covers(LocalDate week) {
      return !week.isBefore(first) && !week.isAfter(last);
    }
  }

  /**
   * The templates of one campaign, of which no use is known yet.
   *
   * @param asOf day up to which the run looks
   * @param ends what was in use in the last whole week before these days has not ended
   */
  TemplateSuccession(String campaign, LocalDate asOf, TeamEnds ends, RunStamp stamp) {
    this.campaign = campaign;
    this.asOf = asOf;
    this.ends = ends;
    this.stamp = stamp;
  }

  /** The transitions of the campaign, from its uses in any order. */
  Iterator<ClusterLineageRow> rows(Iterator<WeeklyUse> uses) {
    read(uses);
    return rows().iterator();
  }

  private void read(Iterator<WeeklyUse> uses) {
    Map<String, Long> sizes = new TreeMap<>();
    while (uses.hasNext()) {
      WeeklyUse use = uses.next();
      sizes.merge(use.cluster_id(), use.deliveries_n(), Long::sum);
      LocalDate last = ends.lastWeek(asOf, use.team_id());
      lastWeeks.merge(use.sender_id(), last, (one, other) -> one.isAfter(other) ? one : other);
      spans
          .computeIfAbsent(use.sender_id(), unseen -> new TreeMap<>())
          .computeIfAbsent(use.cluster_id(), unseen -> new Span())
          .add(use);
    }
    spans.values().forEach(own -> own.keySet().removeIf(id -> sizes.get(id) < PUBLISHED_FROM));
  }

  private List<ClusterLineageRow> rows() {
    Map<LocalDate, Lineage> looks = new TreeMap<>();
    Map<LocalDate, Map<String, Long>> sizes = new TreeMap<>();
    spans.forEach((sender, own) -> follow(own, lastWeeks.get(sender), looks, sizes));
    List<ClusterLineageRow> rows = new ArrayList<>();
    looks.forEach(
        (week, look) -> {
          for (Transition found : look.transitions()) {
            Long from = found.from_id() == null ? null : sizes.get(week).get(found.from_id());
            rows.add(ClusterLineageRow.of(campaign, week, found, from, stamp));
          }
        });
    return rows;
  }

  private void follow(
      Map<String, Span> own,
      LocalDate lastWeek,
      Map<LocalDate, Lineage> looks,
      Map<LocalDate, Map<String, Long>> sizes) {
    TreeSet<LocalDate> begins = new TreeSet<>();
    own.values().forEach(span -> begins.add(span.first));
    own.forEach(
        (template, span) -> {
          look(looks, span.first).add(null, template, span.deliveries);
          for (LocalDate week = span.first.plusWeeks(1);
              !week.isAfter(span.last);
              week = week.plusWeeks(1)) {
            look(looks, week).add(template, template, span.deliveries);
            size(sizes, week, template, span.deliveries);
          }
          LocalDate next = next(own, begins, span);
          if (!next.isAfter(lastWeek)) {
            hand(own, template, span, next, look(looks, next));
            size(sizes, next, template, span.deliveries);
          }
        });
  }

  /** The week at which it shows what the sender went on with. */
  private static LocalDate next(Map<String, Span> own, TreeSet<LocalDate> begins, Span span) {
    LocalDate following = span.last.plusWeeks(1);
    boolean busy = own.values().stream().anyMatch(other -> other.covers(following));
    LocalDate begin = begins.ceiling(following);
    return busy || begin == null ? following : begin;
  }

  private static void hand(
      Map<String, Span> own, String template, Span span, LocalDate week, Lineage look) {
    Map<String, Span> heirs = new TreeMap<>(own);
    heirs.values().removeIf(other -> !other.first.equals(week));
    if (heirs.isEmpty()) {
      heirs.putAll(own);
      heirs.values().removeIf(other -> !other.covers(week));
    }
    double all = heirs.values().stream().mapToLong(other -> other.deliveries).sum();
    if (heirs.isEmpty()) {
      look.add(template, null, span.deliveries);
    }
    heirs.forEach(
        (heir, other) -> look.add(template, heir, span.deliveries * (other.deliveries / all)));
  }

  private static Lineage look(Map<LocalDate, Lineage> looks, LocalDate week) {
    return looks.computeIfAbsent(week, unseen -> new Lineage());
  }

  private static void size(
      Map<LocalDate, Map<String, Long>> sizes, LocalDate week, String template, long deliveries) {
    sizes.computeIfAbsent(week, unseen -> new TreeMap<>()).merge(template, deliveries, Long::sum);
  }
}
