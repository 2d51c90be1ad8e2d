package dev.uncanned.score;

import dev.uncanned.archive.Channel;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Follows what two people wrote to each other and says of each message what had gone before.
 *
 * <p>Messages that a machine sent are neither touches nor answers: an out-of-office notice does not
 * make the next message a reply, and it does not end the silence. Messages of one side at the same
 * instant are taken in the order of their ids. Where both sides wrote at the same instant, as dates
 * without a time make it seem, nobody knows who answered whom: what depends on it is unknown.
 *
 * <p>A message is a reply if the other side wrote since this one last did, and no longer ago than
 * reach is counted: who writes to all old acquaintances at once answers none of them.
 *
 * <p>An answer within the horizon is credited to every message of the other side that it follows
 * within the horizon, so to the last one before it and to the first touch alike. Messages whose
 * horizon ends after the archive's newest message or after the as-of instant have {@code replied}
 * null even where an answer is there; otherwise quick answers alone would count among young
 * messages.
 */
public final class ContactHistory implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final float MILLIS_PER_DAY = 86_400_000f;
  private static final float MILLIS_PER_HOUR = 3_600_000f;
  private static final Comparator<Send> IN_TIME =
      Comparator.comparing(Send::sent_at).thenComparing(Send::message_id);

  private final Duration horizon;
  private final Duration prompting;
  private final Duration censored;
  private final Instant asOf;

  /**
   * A history as it is known at an instant.
   *
   * @param asOf end of the time under review
   */
  public ContactHistory(ScoreConfig config, Instant asOf) {
    this.horizon = Duration.ofDays(config.reply_horizon_days());
    this.prompting = Duration.ofDays(config.reach_window_days());
    this.censored = Duration.ofDays(config.censor_days());
    this.asOf = asOf;
  }

  /** The touches of one pair of people, from all their sends in any order. */
  public Iterator<Touch> touches(Iterator<Send> pair) {
    List<Send> dated = new ArrayList<>();
    List<Touch> touches = new ArrayList<>();
    while (pair.hasNext()) {
      Send send = pair.next();
      if (send.hasHistory()) {
        dated.add(send);
      } else {
        touches.add(Touch.unknown(send));
      }
    }
    dated.sort(IN_TIME);
    follow(dated, touches);
    return touches.iterator();
  }

  private void follow(List<Send> dated, List<Touch> touches) {
    if (dated.isEmpty()) {
      return;
    }
    String one = dated.get(0).sender_id();
    Side first = new Side();
    Side second = new Side();
    for (Send send : dated) {
      (send.sender_id().equals(one) ? first : second).willWrite(send);
    }
    for (Send send : dated) {
      boolean byFirst = send.sender_id().equals(one);
      Side own = byFirst ? first : second;
      touches.add(touch(send, own, byFirst ? second : first));
      own.note(send);
    }
  }

  private Touch touch(Send send, Side own, Side other) {
    Boolean heardBack = heardBack(send, own, other);
    Boolean reply = reply(send, other, heardBack);
    Relationship relationship = relationship(send, own, other, reply);
    Instant answer = other.wrote.higher(send.sent_at());
    boolean sure = !other.wrote.contains(send.sent_at());
    Boolean replied = replied(send, answer, sure);
    boolean counted = !send.automatic();
    return new Touch(
        send.message_id(),
        send.settled(),
        relationship,
        counted ? Integer.valueOf(own.touches + 1) : null,
        own.lastAt == null
            ? null
            : Float.valueOf(between(own.lastAt, send.sent_at()) / MILLIS_PER_DAY),
        reply,
        counted && own.touches == 0 ? not(reply) : Boolean.FALSE,
        unsolicited(relationship),
        replied,
        sure && Boolean.TRUE.equals(replied)
            ? Float.valueOf(between(send.sent_at(), answer) / MILLIS_PER_HOUR)
            : null,
        heardBack);
  }

  /** Whether the other side wrote since this one last did; null if the same instant decides it. */
  private static Boolean heardBack(Send send, Side own, Side other) {
    Instant theirs = other.wrote.lower(send.sent_at());
    if (theirs != null && (own.lastAt == null || theirs.isAfter(own.lastAt))) {
      return true;
    }
    boolean unsure = theirs != null && theirs.equals(own.lastAt);
    return unsure || other.wrote.contains(send.sent_at()) ? null : Boolean.FALSE;
  }

  private Boolean reply(Send send, Side other, Boolean heardBack) {
    Instant theirs = other.wrote.lower(send.sent_at());
    if (theirs != null && !theirs.plus(prompting).isBefore(send.sent_at())) {
      return heardBack;
    }
    return other.wrote.contains(send.sent_at()) ? null : Boolean.FALSE;
  }

  private static Boolean not(Boolean known) {
    return known == null ? null : Boolean.valueOf(!known);
  }

  private Relationship relationship(Send send, Side own, Side other, Boolean reply) {
    if (Boolean.TRUE.equals(reply)) {
      return Relationship.REPLY;
    }
    if (other.wrote.lower(send.sent_at()) != null) {
      return Relationship.TWO_WAY;
    }
    if (reply == null) {
      return Relationship.UNKNOWN;
    }
    if (own.invited && send.channel() == Channel.LI_MESSAGE) {
      return Relationship.ACCEPTED_ONLY;
    }
    Instant start = send.archive_start();
    boolean known = start != null && !start.plus(censored).isAfter(send.sent_at());
    return known ? Relationship.COLD : Relationship.UNKNOWN;
  }

  private static Boolean unsolicited(Relationship relationship) {
    return relationship == Relationship.UNKNOWN ? null : relationship == Relationship.COLD;
  }

  private Boolean replied(Send send, Instant answer, boolean sure) {
    Instant until = send.sent_at().plus(horizon);
    Instant end = send.archive_end();
    Instant seen = end == null || end.isAfter(asOf) ? asOf : end;
    if (until.isAfter(seen)) {
      return null;
    }
    boolean answered = answer != null && !answer.isAfter(until);
    return answered || sure ? Boolean.valueOf(answered) : null;
  }

  private static float between(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  /** What one of the two writes, and how far it has been followed. */
  private static final class Side {
    private final NavigableSet<Instant> wrote = new TreeSet<>();
    private int touches;
    private Instant lastAt;
    private boolean invited;

    private void willWrite(Send send) {
      if (!send.automatic()) {
        wrote.add(send.sent_at());
      }
    }

    private void note(Send send) {
      if (send.automatic()) {
        return;
      }
      touches++;
      lastAt = send.sent_at();
      invited |= send.channel() == Channel.LI_INVITE;
    }
  }
}
