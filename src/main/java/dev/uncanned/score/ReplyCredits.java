package dev.uncanned.score;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Credits the answers in what two people wrote to each other to the messages that got them.
 *
 * <p>An answer is credited to the last message before it and, apart from that, to the first touch.
 * Answers that come after the horizon count for neither, but a wish to get no more messages counts
 * for good, and only what answers them within two days of their last word is no breach of it. Where
 * only a machine answered, the class is {@link ReplyClass#AUTO}. Messages of the same instant are
 * taken in the order of their ids.
 */
public final class ReplyCredits implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Steps of a sequence come later than people confirm a wish. */
  private static final Duration CONFIRMATION = Duration.ofDays(2);

  private static final Comparator<ReplyTouch> IN_TIME =
      Comparator.comparing(ReplyTouch::sent_at).thenComparing(ReplyTouch::message_id);

  private final Duration horizon;

  /** Credits with the configured horizon. */
  public ReplyCredits(ScoreConfig config) {
    this.horizon = Duration.ofDays(config.reply_horizon_days());
  }

  /** The credits of one pair of people, from all their dated messages in any order. */
  public Iterator<ReplyCredit> credits(Iterator<ReplyTouch> pair) {
    List<ReplyTouch> touches = new ArrayList<>();
    pair.forEachRemaining(touches::add);
    touches.sort(IN_TIME);
    List<ReplyCredit> credits = new ArrayList<>();
    if (touches.isEmpty()) {
      return credits.iterator();
    }
    String one = touches.get(0).sender_id();
    boolean[] unwanted = unwanted(touches, one);
    Answers ofOne = new Answers();
    Answers ofOther = new Answers();
    for (int i = touches.size() - 1; i >= 0; i--) {
      ReplyTouch touch = touches.get(i);
      boolean byOne = touch.sender_id().equals(one);
      ReplyCredit credit = credit(touch, byOne ? ofOther : ofOne, unwanted[i]);
      if (credit.saysAnything()) {
        credits.add(credit);
      }
      (byOne ? ofOne : ofOther).note(touch);
      if (!touch.automatic()) {
        (byOne ? ofOther : ofOne).forgetLast();
      }
    }
    return credits.iterator();
  }

  /** Which messages were sent although the reader wanted no more. */
  private static boolean[] unwanted(List<ReplyTouch> touches, String one) {
    boolean[] unwanted = new boolean[touches.size()];
    Wishes ofOne = new Wishes();
    Wishes ofOther = new Wishes();
    for (int i = 0; i < unwanted.length; i++) {
      ReplyTouch touch = touches.get(i);
      boolean byOne = touch.sender_id().equals(one);
      Wishes own = byOne ? ofOne : ofOther;
      Wishes reader = byOne ? ofOther : ofOne;
      unwanted[i] = reader.refuses && !touch.automatic() && !confirms(touch, reader);
      own.note(touch);
      if (!touch.automatic()) {
        reader.answers = false;
      }
    }
    return unwanted;
  }

  private static boolean confirms(ReplyTouch touch, Wishes reader) {
    return Boolean.TRUE.equals(touch.heard_back())
        && !touch.sent_at().isAfter(reader.wroteAt.plus(CONFIRMATION));
  }

  private ReplyCredit credit(ReplyTouch touch, Answers answers, boolean unwanted) {
    if (touch.automatic()) {
      return new ReplyCredit(touch.message_id(), touch.recipient_id(), null, null, null, unwanted);
    }
    ReplyTouch last = within(touch, answers.last);
    ReplyTouch machine = within(touch, answers.lastMachine);
    ReplyTouch first = within(touch, answers.next);
    boolean firstTouch = Boolean.TRUE.equals(touch.first_touch());
    return new ReplyCredit(
        touch.message_id(),
        touch.recipient_id(),
        classOf(last, machine),
        touch.replied() == null ? null : Boolean.valueOf(last != null),
        firstTouch ? classOf(first, machine) : null,
        unwanted);
  }

  private static ReplyClass classOf(ReplyTouch answer, ReplyTouch machine) {
    if (answer != null) {
      return answer.reply_class();
    }
    return machine == null ? null : ReplyClass.AUTO;
  }

  private ReplyTouch within(ReplyTouch touch, ReplyTouch answer) {
    boolean late = answer == null || answer.sent_at().isAfter(touch.sent_at().plus(horizon));
    return late ? null : answer;
  }

  /** Whether one side wants no more messages, going forward in time. */
  private static final class Wishes {
    private boolean refuses;

    /** An answer may come in several messages, of which only the first is a reply. */
    private boolean answers;

    private Instant wroteAt;

    private void note(ReplyTouch touch) {
      boolean person = !touch.automatic();
      answers |= person && Boolean.TRUE.equals(touch.heard_back());
      wroteAt = person ? touch.sent_at() : wroteAt;
      if (person && answers && touch.reply_class() == ReplyClass.OPT_OUT) {
        refuses = true;
      } else if (touch.reply_class() == ReplyClass.POSITIVE) {
        refuses = false;
      }
    }
  }

  /** The next messages of one side, going back in time. */
  private static final class Answers {
    /** The next of a person. */
    private ReplyTouch next;

    /** The same, if it comes before the next message of the other side. */
    private ReplyTouch last;

    private ReplyTouch lastMachine;

    private void note(ReplyTouch touch) {
      if (touch.automatic()) {
        lastMachine = touch;
      } else {
        next = touch;
        last = touch;
      }
    }

    private void forgetLast() {
      last = null;
      lastMachine = null;
    }
  }
}
