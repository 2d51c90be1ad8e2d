package dev.uncanned.score;

import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Verifies the references of two people's messages by what the other one had written before, and
 * gives each message its level.
 *
 * <p>An anchor is verified if all its words stand in messages of the recipient to the sender that
 * are older than the message. Of each person the last {@value #MAX_TOLD} words are remembered;
 * words that others got too are not. Undated messages tell nothing and are verified by nothing.
 */
public final class Recall implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_TOLD = 4000;
  private static final int MAX_EVIDENCE = 50;

  private final Crowd crowd;

  /**
   * Levels with references tried on a crowd.
   *
   * @param crowd other recipients
   */
  public Recall(Crowd crowd) {
    this.crowd = crowd;
  }

  /** The results of the judged messages of one pair, whose lines may come in any order. */
  public Iterator<Personal> results(Iterator<DyadLine> lines) {
    List<DyadLine> sorted = new ArrayList<>();
    lines.forEachRemaining(sorted::add);
    if (sorted.size() == 1) {
      return judged(sorted.get(0), null);
    }
    sorted.sort(
        Comparator.comparing(DyadLine::sent_at, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DyadLine::message_id)
            .thenComparing(line -> String.valueOf(line.recipient_id())));
    Map<String, Told> memory = new HashMap<>();
    List<Personal> results = new ArrayList<>();
    int start = 0;
    while (start < sorted.size()) {
      int end = start;
      while (end < sorted.size() && sameTime(sorted.get(start), sorted.get(end))) {
        end++;
      }
      List<DyadLine> moment = sorted.subList(start, end);
      for (DyadLine line : moment) {
        boolean dated = line.sent_at() != null && line.recipient_id() != null;
        Told heard = dated ? memory.get(line.recipient_id()) : null;
        judged(line, heard == null ? null : heard.words).forEachRemaining(results::add);
      }
      for (DyadLine line : moment) {
        if (line.told() != null && line.sent_at() != null && line.sender_id() != null) {
          memory.computeIfAbsent(line.sender_id(), unheard -> new Told()).add(line.told());
        }
      }
      start = end;
    }
    return results.iterator();
  }

  private static boolean sameTime(DyadLine one, DyadLine other) {
    Instant time = one.sent_at();
    return time == null ? other.sent_at() == null : time.equals(other.sent_at());
  }

  private Iterator<Personal> judged(DyadLine line, IntOpenHashSet heard) {
    return line.judged()
        ? List.of(result(line, heard)).iterator()
        : new ArrayList<Personal>().iterator();
  }

  private Personal result(DyadLine line, IntOpenHashSet heard) {
    List<Evidence> evidence = new ArrayList<>(line.evidence());
    boolean recalled = false;
    boolean telling = false;
    boolean open = false;
    for (Anchor anchor : line.anchors()) {
      telling |= anchor.telling();
      if (isTold(anchor.keys(), heard)) {
        evidence.add(Evidence.of(Reference.EARLIER_MESSAGE, anchor.start(), anchor.end()));
        recalled = true;
      } else if (anchor.telling()) {
        evidence.add(Evidence.of(anchor.type(), anchor.start(), anchor.end()));
        open = true;
      }
    }
    evidence.sort(
        Comparator.comparingInt(Evidence::start)
            .thenComparingInt(Evidence::end)
            .thenComparing(Evidence::type));
    List<Evidence> shown = evidence.subList(0, Math.min(MAX_EVIDENCE, evidence.size()));
    Personal.Unknown unknown = line.unknown();
    if (unknown == null && !line.has_profile() && heard == null) {
      unknown = Personal.Unknown.NO_PROFILE;
    }
    boolean known = unknown == null;
    boolean words = line.unknown() == null;
    boolean tried = known && (recalled || line.facts().length > 0 || !open);
    return new Personal(
        line.message_id(),
        line.recipient_id(),
        known ? PersonalLevel.of(evidence) : null,
        words ? PersonalLevel.ofText(evidence, telling) : null,
        known ? PersonalLevel.score(evidence) : null,
        tried ? crowd.idBits(line.recipient_id(), line.facts(), recalled) : null,
        shown,
        line.profile_fields_n(),
        unknown);
  }

  private static boolean isTold(int[] keys, IntOpenHashSet heard) {
    if (heard == null || keys.length == 0) {
      return false;
    }
    for (int key : keys) {
      if (!heard.contains(key)) {
        return false;
      }
    }
    return true;
  }

  /** The words that one person told last. */
  private static final class Told {
    private final IntOpenHashSet words = new IntOpenHashSet();
    private final IntArrayFIFOQueue order = new IntArrayFIFOQueue();

    private void add(int[] told) {
      for (int word : told) {
        if (words.add(word)) {
          order.enqueue(word);
        }
        if (words.size() > MAX_TOLD) {
          words.remove(order.dequeueInt());
        }
      }
    }
  }
}
