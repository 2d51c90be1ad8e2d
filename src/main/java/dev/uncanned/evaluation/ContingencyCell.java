package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many messages of one sender are in one found campaign and have one label: a cell of the
 * contingency table of found campaigns and labels. A campaign that several senders share is counted
 * for each of them by itself.
 *
 * @param campaign_id campaign found; null for messages that are in none
 * @param sender_id pseudonym of the sender
 * @param label name of the labelled campaign; null for messages that belong to none
 * @param kind how they came about, in the words of whoever labelled
 * @param messages_n messages, at least 1
 * @param campaign_share share of the sender's messages in the found campaign that are in this cell,
 *     above 0 to 1; null if they are in none
 * @param label_share share of the sender's messages with the label that are in this cell, above 0
 *     to 1; null if they have none
 */
public record ContingencyCell(
    String campaign_id,
    String sender_id,
    String label,
    String kind,
    long messages_n,
    Double campaign_share,
    Double label_share) {

  private record Place(String campaign, String sender, String label, String kind) {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(
                Place::campaign, Comparator.<String>nullsLast(Comparator.naturalOrder()))
            .thenComparing(Place::sender)
            .thenComparing(Place::label, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Place::kind);

    static Place of(Judged row) {
      String label = row.truth().campaign();
      return new Place(
          row.campaign_id(), row.sender_id(), label.isEmpty() ? null : label, row.truth().kind());
    }
  }

  /** A sender's messages of one found campaign, or with one label. */
  private record Part(String sender, String name) {}

  /**
   * The cells that hold messages, by campaign, sender, label and kind; those without a campaign and
   * those without a label last. Messages that have neither are left out: of most senders nothing
   * else is known.
   *
   * @param messages each message once
   */
  static List<ContingencyCell> of(List<Judged> messages) {
    Map<Place, Long> counts = new TreeMap<>(Place.ORDER);
    Map<Part, Long> founds = new HashMap<>();
    Map<Part, Long> labels = new HashMap<>();
    for (Judged row : messages) {
      Place place = Place.of(row);
      if (place.campaign() == null && place.label() == null) {
        continue;
      }
      counts.merge(place, 1L, Long::sum);
      founds.merge(new Part(place.sender(), place.campaign()), 1L, Long::sum);
      labels.merge(new Part(place.sender(), place.label()), 1L, Long::sum);
    }
    List<ContingencyCell> cells = new ArrayList<>();
    counts.forEach((place, n) -> cells.add(cell(place, n, founds, labels)));
    return cells;
  }

  private static ContingencyCell cell(
      Place place, long messages, Map<Part, Long> founds, Map<Part, Long> labels) {
    String sender = place.sender();
    return new ContingencyCell(
        place.campaign(),
        sender,
        place.label(),
        place.kind(),
        messages,
        share(messages, place.campaign(), sender, founds),
        share(messages, place.label(), sender, labels));
  }

  private static Double share(long messages, String name, String sender, Map<Part, Long> sizes) {
    return name == null ? null : Agreement.ratio(messages, sizes.get(new Part(sender, name)));
  }
}
