package dev.uncanned.score;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out whether several colleagues wrote to the same person or company within 30 days of each
 * other. Contacts of the same instant are taken in the order of their senders.
 */
public final class Overlaps implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final Comparator<TargetContact> IN_TIME =
      Comparator.comparing(TargetContact::sent_at).thenComparing(TargetContact::sender_id);

  /** One row for the whole period and one for each week, from all contacts with one target. */
  public Iterator<TargetOverlap> of(Iterator<TargetContact> target) {
    List<TargetContact> contacts = new ArrayList<>();
    target.forEachRemaining(contacts::add);
    contacts.sort(IN_TIME);
    boolean[] shared = shared(contacts);
    boolean[] copied = copied(contacts);
    Map<LocalDate, boolean[]> weeks = new TreeMap<>();
    boolean[] period = new boolean[2];
    for (int i = 0; i < shared.length; i++) {
      boolean[] week = weeks.computeIfAbsent(week(contacts.get(i)), monday -> new boolean[2]);
      week[0] |= shared[i];
      week[1] |= copied[i];
      period[0] |= shared[i];
      period[1] |= copied[i];
    }
    List<TargetOverlap> rows = new ArrayList<>();
    if (!contacts.isEmpty()) {
      TargetContact any = contacts.get(0);
      rows.add(TargetOverlap.of(any, null, period[0], period[1]));
      weeks.forEach((monday, week) -> rows.add(TargetOverlap.of(any, monday, week[0], week[1])));
    }
    return rows.iterator();
  }

  private static LocalDate week(TargetContact contact) {
    return contact
        .sent_at()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** For each contact whether somebody else has one within the window, before or after it. */
  private static boolean[] shared(List<TargetContact> contacts) {
    boolean[] shared = new boolean[contacts.size()];
    int change = 0;
    for (int i = 1; i < shared.length; i++) {
      if (!contacts.get(i).sender_id().equals(contacts.get(i - 1).sender_id())) {
        change = i;
      }
      shared[i] = change > 0 && isNear(contacts.get(change - 1), contacts.get(i));
    }
    change = shared.length;
    for (int i = shared.length - 2; i >= 0; i--) {
      if (!contacts.get(i).sender_id().equals(contacts.get(i + 1).sender_id())) {
        change = i + 1;
      }
      shared[i] |= change < shared.length && isNear(contacts.get(i), contacts.get(change));
    }
    return shared;
  }

  private static boolean isNear(TargetContact earlier, TargetContact later) {
    return !earlier.sent_at().plus(WINDOW).isBefore(later.sent_at());
  }

  /** The same among the contacts with one template. */
  private static boolean[] copied(List<TargetContact> contacts) {
    Map<String, List<Integer>> templates = new HashMap<>();
    for (int i = 0; i < contacts.size(); i++) {
      String template = contacts.get(i).cluster_id();
      if (template != null) {
        templates.computeIfAbsent(template, unseen -> new ArrayList<>()).add(i);
      }
    }
    boolean[] copied = new boolean[contacts.size()];
    for (List<Integer> places : templates.values()) {
      boolean[] shared = shared(places.stream().map(contacts::get).toList());
      for (int i = 0; i < shared.length; i++) {
        copied[places.get(i)] = shared[i];
      }
    }
    return copied;
  }
}
