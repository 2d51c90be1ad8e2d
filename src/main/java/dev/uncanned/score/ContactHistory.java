package dev.uncanned.score;

import dev.uncanned.archive.Channel;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Follows what two people wrote to each other and says of each message what had gone before.
 *
 * <p>Messages that a machine sent are neither touches nor answers: an out-of-office notice does not
 * make the next message a reply, and it does not end the silence. Messages of the same instant are
 * taken in the order of their ids.
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
  private final Duration censored;
  private final Instant asOf;

  /**
   * A history as it is known at an instant.
   *
   * @param asOf end of the time under review
   */
  public ContactHistory(ScoreConfig config, Instant asOf) {
    this.horizon = Duration.ofDays(config.reply_horizon_days());
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
    Instant[] answers = answers(dated);
    String one = dated.get(0).sender_id();
    Side first = new Side();
    Side second = new Side();
    for (int i = 0; i < dated.size(); i++) {
      Send send = dated.get(i);
      boolean byFirst = send.sender_id().equals(one);
      Side own = byFirst ? first : second;
      Side other = byFirst ? second : first;
      touches.add(touch(send, own, other, answers[i]));
      own.note(send, i);
    }
  }

  /** When the other side next wrote after each message; null if never. */
  private static Instant[] answers(List<Send> dated) {
    Instant[] answers = new Instant[dated.size()];
    String one = dated.get(0).sender_id();
    Instant nextOfOne = null;
    Instant nextOfOther = null;
    for (int i = dated.size() - 1; i >= 0; i--) {
      Send send = dated.get(i);
      boolean byOne = send.sender_id().equals(one);
      answers[i] = byOne ? nextOfOther : nextOfOne;
      if (send.automatic()) {
        continue;
      }
      if (byOne) {
        nextOfOne = send.sent_at();
      } else {
        nextOfOther = send.sent_at();
      }
    }
    return answers;
  }

  private Touch touch(Send send, Side own, Side other, Instant answer) {
    boolean reply = other.lastIndex > own.lastIndex;
    Relationship relationship = relationship(send, own, other, reply);
    Boolean replied = replied(send, answer);
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
        counted && own.touches == 0 && !reply,
        unsolicited(relationship),
        replied,
        Boolean.TRUE.equals(replied)
            ? Float.valueOf(between(send.sent_at(), answer) / MILLIS_PER_HOUR)
            : null);
  }

  private Relationship relationship(Send send, Side own, Side other, boolean reply) {
    if (reply) {
      return Relationship.REPLY;
    }
    if (other.lastIndex >= 0) {
      return Relationship.TWO_WAY;
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

  private Boolean replied(Send send, Instant answer) {
    Instant until = send.sent_at().plus(horizon);
    Instant end = send.archive_end();
    Instant seen = end == null || end.isAfter(asOf) ? asOf : end;
    if (until.isAfter(seen)) {
      return null;
    }
    return answer != null && !answer.isAfter(until);
  }

  private static float between(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  /** What one of the two has written so far. */
  private static final class Side {
    private int lastIndex = -1;
    private int touches;
    private Instant lastAt;
    private boolean invited;

    private void note(Send send, int index) {
      if (send.automatic()) {
        return;
      }
      lastIndex = index;
      touches++;
      lastAt = send.sent_at();
      invited |= send.channel() == Channel.LI_INVITE;
    }
  }
}
