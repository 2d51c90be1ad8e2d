package dev.uncanned.mart;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.score.Correlation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Tells which figures of senders can be compared at all: each sender's first messages are split at
 * random into two halves, and the halves must agree.
 *
 * <p>Source of the step from half to whole length: C. Spearman and W. Brown, British Journal of
 * Psychology 3 (1910), r = 2 h / (1 + h) for the correlation h of the halves.
 */
final class SplitHalf implements Serializable {

  static final String CUSTOMISED_WORDS = "customised_words";
  static final String DEFECT_RATE = "defect_rate";
  static final String REPLY_RATE = "reply_rate";

  private static final int MIN_A_HALF = 15;
  private static final int MIN_SENDERS = 5;
  private static final String SEED = "split-half";
  private static final long serialVersionUID = 1L;

  /** Both halves of each figure of one sender, where both have enough messages. */
  Iterator<HalfRates> halves(String sender, Iterator<ScoreFact> facts) {
    Tally left = new Tally();
    Tally right = new Tally();
    while (facts.hasNext()) {
      ScoreFact fact = facts.next();
      if (fact.isFirstMessage()) {
        (isLeft(fact) ? left : right).add(fact);
      }
    }
    List<HalfRates> rates = new ArrayList<>();
    add(
        rates,
        Reliability.MASS_SHARE,
        sender,
        left.mass(),
        left.massKnown(),
        right.mass(),
        right.massKnown());
    add(
        rates,
        CUSTOMISED_WORDS,
        sender,
        left.customised().sum(),
        left.customised().size(),
        right.customised().sum(),
        right.customised().size());
    add(
        rates,
        DEFECT_RATE,
        sender,
        left.defects(),
        left.eligible(),
        right.defects(),
        right.eligible());
    add(
        rates,
        REPLY_RATE,
        sender,
        left.replies(),
        left.replyKnown(),
        right.replies(),
        right.replyKnown());
    return rates.iterator();
  }

  private static boolean isLeft(ScoreFact fact) {
    String draw = ContentHash.of(SEED, fact.sender_id(), fact.recipient_id());
    return Character.digit(draw.charAt(0), 16) < 8;
  }

  private static void add(
      List<HalfRates> rates,
      String metric,
      String sender,
      long leftSum,
      long leftN,
      long rightSum,
      long rightN) {
    if (leftN >= MIN_A_HALF && rightN >= MIN_A_HALF) {
      rates.add(
          new HalfRates(metric, sender, (double) leftSum / leftN, (double) rightSum / rightN));
    }
  }

  /** The reliability of one figure from the halves of all senders. */
  Reliability reliability(String metric, Iterator<HalfRates> halves) {
    List<HalfRates> senders = new ArrayList<>();
    halves.forEachRemaining(senders::add);
    // Sums of floating-point numbers depend on their order.
    senders.sort(Comparator.comparing(HalfRates::sender_id));
    Double half = senders.size() < MIN_SENDERS ? null : correlation(senders);
    return new Reliability(metric, senders.size(), half == null ? null : steppedUp(half));
  }

  private static Double steppedUp(double half) {
    return half <= -1 ? -1.0 : Math.max(-1, 2 * half / (1 + half));
  }

  private static Double correlation(List<HalfRates> senders) {
    return Correlation.of(
        senders.stream().mapToDouble(HalfRates::left).toArray(),
        senders.stream().mapToDouble(HalfRates::right).toArray());
  }
}
