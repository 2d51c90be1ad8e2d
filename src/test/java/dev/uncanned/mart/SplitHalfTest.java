package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.score.Relationship;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SplitHalfTest {

  private final SplitHalf split = new SplitHalf();

  @Test
  void findsRealDifferencesRepeatable() {
    List<HalfRates> halves = new ArrayList<>();
    for (int sender = 0; sender < 12; sender++) {
      halves.addAll(halves("s" + sender, 300, sender / 12.0, sender));
    }
    Map<String, Reliability> found = reliabilities(halves);
    assertThat(found.get(Reliability.MASS_SHARE).senders_n()).isEqualTo(12);
    assertThat(found.get(Reliability.MASS_SHARE).reliability()).isGreaterThan(0.95);
    assertThat(found.get(Reliability.MASS_SHARE).isComparable()).isTrue();
  }

  @Test
  void findsChanceNotRepeatable() {
    double sum = 0;
    for (int round = 0; round < 40; round++) {
      List<HalfRates> halves = new ArrayList<>();
      for (int sender = 0; sender < 30; sender++) {
        halves.addAll(halves("r" + round + "s" + sender, 60, 0.4, 1000 * round + sender));
      }
      sum += Math.max(-1, reliabilities(halves).get(Reliability.MASS_SHARE).reliability());
    }
    assertThat(sum / 40).isBetween(-0.3, 0.3);
  }

  @Test
  void saysNothingOfFewSendersOrOfSendersThatAreAllAlike() {
    List<HalfRates> four = new ArrayList<>();
    List<HalfRates> alike = new ArrayList<>();
    for (int sender = 0; sender < 8; sender++) {
      alike.addAll(halves("s" + sender, 60, 1, sender));
      if (sender < 4) {
        four.addAll(halves("s" + sender, 60, 0.2 * sender, sender));
      }
    }
    assertThat(reliabilities(four).get(Reliability.MASS_SHARE).reliability()).isNull();
    assertThat(reliabilities(alike).get(Reliability.MASS_SHARE).reliability()).isNull();
    assertThat(reliabilities(alike).get(Reliability.MASS_SHARE).isComparable()).isFalse();
  }

  @Test
  void leavesOutSendersWithFewFirstMessages() {
    assertThat(halves("s", 20, 0.5, 1)).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfMessagesAndSenders() {
    List<ScoreFact> facts = facts("s", 200, 0.3, 5);
    List<HalfRates> expected = list(split.halves("s", facts.iterator()));
    Collections.shuffle(facts, new Random(9));
    assertThat(list(split.halves("s", facts.iterator()))).isEqualTo(expected);
    List<HalfRates> halves = new ArrayList<>();
    for (int sender = 0; sender < 9; sender++) {
      halves.addAll(halves("s" + sender, 100, 0.1 * sender, sender));
    }
    Map<String, Reliability> told = reliabilities(halves);
    Collections.shuffle(halves, new Random(4));
    assertThat(reliabilities(halves)).isEqualTo(told);
  }

  private Map<String, Reliability> reliabilities(List<HalfRates> halves) {
    Map<String, List<HalfRates>> byMetric = new TreeMap<>();
    for (HalfRates each : halves) {
      byMetric.computeIfAbsent(each.metric(), metric -> new ArrayList<>()).add(each);
    }
    Map<String, Reliability> found = new TreeMap<>();
    byMetric.forEach(
        (metric, rates) -> found.put(metric, split.reliability(metric, rates.iterator())));
    return found;
  }

  private List<HalfRates> halves(String sender, int n, double mass, long seed) {
    return list(split.halves(sender, facts(sender, n, mass, seed).iterator()));
  }

  private static List<HalfRates> list(java.util.Iterator<HalfRates> rates) {
    List<HalfRates> list = new ArrayList<>();
    rates.forEachRemaining(list::add);
    return list;
  }

  private static List<ScoreFact> facts(String sender, int n, double mass, long seed) {
    Random random = new Random(seed);
    List<ScoreFact> facts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      facts.add(
          new ScoreFact(
              sender,
              "r" + i,
              "North",
              Direction.OUTBOUND,
              Channel.EMAIL,
              MessageKind.MESSAGE,
              Relationship.COLD,
              null,
              1,
              true,
              "t",
              random.nextDouble() < mass,
              random.nextInt(20),
              false,
              null,
              false,
              null,
              null,
              null,
              null,
              null));
    }
    return facts;
  }
}
