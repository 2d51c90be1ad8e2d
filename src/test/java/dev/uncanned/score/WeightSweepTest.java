package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uncanned.archive.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightSweepTest {

  private final WeightSweep sweep = new WeightSweep();

  @Test
  void theFirstSetOfWeightsIsThePublishedOne() {
    SweptScores scores = scores("s", Collections.nCopies(30, message(Reference.COMPANY)));
    assertThat(scores.messages_n()).isEqualTo(30);
    assertThat(scores.mean(0)).isCloseTo(600_000, within(1.0));
    assertThat(scores.sums()).hasSize(9);
    assertThat(scores.mean(7)).isCloseTo(300_000, within(1.0));
    assertThat(scores.mean(8)).isCloseTo(900_000, within(1.0));
    assertThat(scores.mean(1)).isEqualTo(scores.mean(0));
  }

  @Test
  void aSenderWithFewMessagesIsLeftOut() {
    Iterator<SweptScores> rows =
        sweep.scores("s", Collections.nCopies(29, message(Reference.COMPANY)).iterator());
    assertThat(rows.hasNext()).isFalse();
  }

  @Test
  void aMessageThatNamesSomebodyElseScoresNothingUnderAnyWeights() {
    SweptMessage wrong =
        new SweptMessage("s", Direction.OUTBOUND, 0f, List.of(evidence(Reference.COMPANY)));
    assertThat(scores("s", Collections.nCopies(30, wrong)).sums()).containsOnly(0L);
  }

  @Test
  void anOrderThatTheWeightsCannotChangeCorrelatesFully() {
    List<SweptScores> senders = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      senders.add(scores("s" + i, mixed(i, Reference.COMPANY, Reference.MERGE_FIRST)));
    }
    assertThat(sweep.leastCorrelation(senders)).isCloseTo(1, within(1e-9));
  }

  @Test
  void anOrderThatHangsOnOneWeightIsTold() {
    List<SweptScores> senders = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      // Two unverified references give 0.58, one verified gives 0.60.
      List<SweptMessage> messages =
          i % 2 == 0
              ? mixed(10 + i, Reference.COMPANY, Reference.MERGE_FIRST)
              : twice(10 + i, Reference.NUMBER);
      senders.add(scores("s" + i, messages));
    }
    assertThat(sweep.leastCorrelation(senders)).isLessThan(0.9);
  }

  @Test
  void fewOrEqualSendersHaveNoOrder() {
    SweptScores one = scores("s", Collections.nCopies(30, message(Reference.COMPANY)));
    assertThat(sweep.leastCorrelation(Collections.nCopies(4, one))).isNull();
    assertThat(sweep.leastCorrelation(Collections.nCopies(6, one))).isNull();
  }

  private SweptScores scores(String sender, List<SweptMessage> messages) {
    return sweep.scores(sender, messages.iterator()).next();
  }

  private static List<SweptMessage> mixed(int n, Reference often, Reference seldom) {
    List<SweptMessage> messages = new ArrayList<>(Collections.nCopies(30 - n, message(seldom)));
    messages.addAll(Collections.nCopies(n, message(often)));
    return messages;
  }

  private static List<SweptMessage> twice(int n, Reference type) {
    SweptMessage both =
        new SweptMessage("s", Direction.OUTBOUND, 0.5f, List.of(evidence(type), evidence(type)));
    List<SweptMessage> messages =
        new ArrayList<>(Collections.nCopies(30 - n, message(Reference.MERGE_FIRST)));
    messages.addAll(Collections.nCopies(n, both));
    return messages;
  }

  private static SweptMessage message(Reference type) {
    return new SweptMessage("s", Direction.OUTBOUND, 0.5f, List.of(evidence(type)));
  }

  private static Evidence evidence(Reference type) {
    return Evidence.of(type, 0, 1);
  }
}
