package dev.uncanned.score;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Goes once through all that two people wrote to each other, and says of each message what the
 * others make of it: its place in the history, what a follow-up adds, which answer it got, and
 * which of its references the reader had written before.
 *
 * <p>Memory is that of the messages of the two, without texts.
 */
public final class Correspondence implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A machine answers at once; a day leaves room for dates without a time. */
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private final ContactHistory history;
  private final FollowUps followUps = new FollowUps();
  private final ReplyCredits credits;
  private final Recall recall;

  /**
   * Brings together what each measure does of two people's messages.
   *
   * @param crowd other recipients, on whom references are tried
   */
  public Correspondence(ContactHistory history, ReplyCredits credits, Crowd crowd) {
    this.history = history;
    this.credits = credits;
    this.recall = new Recall(crowd);
  }

  /** A message to one of its recipients, who may be unknown. */
  private record Key(String messageId, String recipientId) {}

  /** The deliveries of one pair of people, from their lines in any order. */
  public Iterator<Delivery> deliveries(Iterator<PairLine> lines) {
    List<PairLine> pair = new ArrayList<>();
    lines.forEachRemaining(pair::add);
    noteNotices(pair);
    Map<Key, Touch> touches = touches(pair);
    Map<Key, FollowUp> follows = followUps(pair, touches);
    Map<Key, ReplyCredit> answers = credits(pair, touches);
    Map<Key, Personal> personal = personal(pair);
    List<Delivery> deliveries = new ArrayList<>(pair.size());
    for (PairLine line : pair) {
      Key key = key(line);
      deliveries.add(
          new Delivery(
              line.send().message_id(),
              line.facts(),
              touches.get(key),
              line.customised(),
              personal.get(key),
              follows.get(key),
              answers.get(key),
              line.fills()));
    }
    return deliveries.iterator();
  }

  /**
   * What answers with the words of an absence notice was sent by a machine, though no header says
   * so: exports of sales tools have none. Who opened the conversation is no machine, whatever the
   * words: sellers write of their own absence, and of the notice that they got. Nor is who writes
   * days after the other side, as sellers do whose first message is older than the archive.
   */
  private static void noteNotices(List<PairLine> pair) {
    if (pair.stream().noneMatch(Correspondence::isWordedAsNotice)) {
      return;
    }
    Map<String, NavigableSet<Instant>> wrote = times(pair, line -> true);
    Map<String, NavigableSet<Instant>> spoke = times(pair, line -> !isWordedAsNotice(line));
    for (int i = 0; i < pair.size(); i++) {
      Send send = pair.get(i).send();
      if (isWordedAsNotice(pair.get(i))
          && send.hasHistory()
          && !send.automatic()
          && isOpenedBy(spoke.get(send.recipient_id()), wrote.get(send.sender_id()))
          && isAtOnce(send, wrote.get(send.recipient_id()))) {
        pair.set(i, pair.get(i).byMachine());
      }
    }
  }

  private static boolean isWordedAsNotice(PairLine line) {
    return line.reply_class() == ReplyClass.AUTO;
  }

  /** When each of the two wrote some of their messages; those of machines are left out. */
  private static Map<String, NavigableSet<Instant>> times(
      List<PairLine> pair, Predicate<PairLine> counted) {
    Map<String, NavigableSet<Instant>> times = new HashMap<>();
    for (PairLine line : pair) {
      Send send = line.send();
      if (send.hasHistory() && !send.automatic() && counted.test(line)) {
        times.computeIfAbsent(send.sender_id(), unseen -> new TreeSet<>()).add(send.sent_at());
      }
    }
    return times;
  }

  /** Whether one side said something before the other wrote at all. */
  private static boolean isOpenedBy(NavigableSet<Instant> spoke, NavigableSet<Instant> wrote) {
    return spoke != null && spoke.first().isBefore(wrote.first());
  }

  private static boolean isAtOnce(Send send, NavigableSet<Instant> theirs) {
    Instant last = theirs.lower(send.sent_at());
    return last != null && !last.plus(AT_ONCE).isBefore(send.sent_at());
  }

  private static Key key(PairLine line) {
    return new Key(line.send().message_id(), line.send().recipient_id());
  }

  private Map<Key, Touch> touches(List<PairLine> pair) {
    Map<Key, Touch> touches = new HashMap<>();
    history
        .touches(pair.stream().map(PairLine::send).iterator())
        .forEachRemaining(
            touch -> touches.put(new Key(touch.message_id(), touch.send().recipient_id()), touch));
    return touches;
  }

  private Map<Key, FollowUp> followUps(List<PairLine> pair, Map<Key, Touch> touches) {
    Map<String, List<FollowUpTouch>> dyads = new HashMap<>();
    for (PairLine line : pair) {
      Touch touch = touches.get(key(line));
      if (touch.touch_no() != null) {
        FollowUpTouch one = FollowUpTouch.of(touch, line.words());
        dyads.computeIfAbsent(one.dyad(), unseen -> new ArrayList<>()).add(one);
      }
    }
    Map<Key, FollowUp> found = new HashMap<>();
    for (List<FollowUpTouch> dyad : dyads.values()) {
      if (dyad.size() > 1) {
        followUps
            .of(dyad.iterator())
            .forEachRemaining(one -> found.put(new Key(one.message_id(), one.recipient_id()), one));
      }
    }
    return found;
  }

  /** Only where somebody or a machine answered is there anything to credit. */
  private Map<Key, ReplyCredit> credits(List<PairLine> pair, Map<Key, Touch> touches) {
    List<ReplyTouch> dated = new ArrayList<>();
    boolean answered = false;
    for (PairLine line : pair) {
      Touch touch = touches.get(key(line));
      if (touch.send().hasHistory()) {
        dated.add(ReplyTouch.of(touch, line.reply_class()));
        answered |= !Boolean.FALSE.equals(touch.heard_back()) || touch.send().automatic();
      }
    }
    Map<Key, ReplyCredit> found = new HashMap<>();
    if (answered) {
      credits
          .credits(dated.iterator())
          .forEachRemaining(one -> found.put(new Key(one.message_id(), one.recipient_id()), one));
    }
    return found;
  }

  private Map<Key, Personal> personal(List<PairLine> pair) {
    List<DyadLine> told = new ArrayList<>();
    for (PairLine line : pair) {
      if (line.personal() != null) {
        told.add(line.personal());
      }
    }
    Map<Key, Personal> found = new HashMap<>();
    if (!told.isEmpty()) {
      recall
          .results(told.iterator())
          .forEachRemaining(one -> found.put(new Key(one.message_id(), one.recipient_id()), one));
    }
    return found;
  }
}
