package dev.uncanned.evaluation;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.pipeline.PublishedAnswers;
import dev.uncanned.pipeline.PublishedAnswers.Delivery;
import dev.uncanned.pipeline.PublishedAnswers.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Draws deliveries for people to judge: as many of each published answer as there are, up to an
 * equal share.
 *
 * <p>So a rare answer is judged as often as a frequent one, and the precision of each answer is
 * that of a plain random sample. The draw depends on seed and ids alone; memory is linear in the
 * size of the sample.
 */
final class LabelDraw {

  private record Ticket(String draw, Delivery delivery) {

    private static final Comparator<Ticket> ORDER = Comparator.comparing(Ticket::draw);
  }

  private final int size;
  private final String seed;
  private final Map<String, PriorityQueue<Ticket>> strata = new TreeMap<>();

  /**
   * A draw.
   *
   * @param size deliveries wanted in all
   */
  LabelDraw(int size, long seed) {
    this.size = size;
    this.seed = Long.toString(seed);
  }

  /** The deliveries, in an order that tells nothing of their answers. */
  static List<Delivery> of(
      PublishedAnswers published, Question question, String direction, int size, long seed) {
    LabelDraw draw = new LabelDraw(size, seed);
    published.each(question, direction, draw::offer);
    return draw.drawn();
  }

  void offer(Delivery delivery, String answer) {
    String ticket = ContentHash.of(seed, delivery.message_id(), delivery.recipient_id());
    PriorityQueue<Ticket> kept =
        strata.computeIfAbsent(answer, unseen -> new PriorityQueue<>(Ticket.ORDER.reversed()));
    kept.add(new Ticket(ticket, delivery));
    if (kept.size() > size) {
      kept.poll();
    }
  }

  List<Delivery> drawn() {
    List<Ticket> drawn = new ArrayList<>();
    List<List<Ticket>> left = new ArrayList<>();
    for (PriorityQueue<Ticket> kept : strata.values()) {
      List<Ticket> tickets = new ArrayList<>(kept);
      tickets.sort(Ticket.ORDER);
      left.add(tickets);
    }
    for (int round = 0; round < size; round++) {
      for (List<Ticket> stratum : left) {
        if (round < stratum.size() && drawn.size() < size) {
          drawn.add(stratum.get(round));
        }
      }
    }
    // The tickets that win among many are small ones: sorted by them, the frequent answers led.
    drawn.sort(Comparator.comparing(this::place));
    return drawn.stream().map(Ticket::delivery).toList();
  }

  private String place(Ticket ticket) {
    return ContentHash.of("place", seed, ticket.draw());
  }
}
