package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.uncanned.mart.FixExamplesStage.Judged;
import dev.uncanned.mart.FixExamplesStage.Sent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixExamplesStageTest {

  private static final DefectSpan WRONG_NAME = new DefectSpan("wrong_name", "hard", 0, 3);

  private static Judged score(
      String direction, String nullReason, Boolean optOut, Boolean replied) {
    return new Judged(
        "m", "p", direction, "t", optOut, List.of(WRONG_NAME, WRONG_NAME), replied, nullReason);
  }

  private static Sent sent(String kind, String relationship, int touch) {
    return new Sent("m", "p", null, kind, relationship, touch, touch == 1);
  }

  private static List<String> subjects(Judged score, Sent sent) {
    return list(FixExamplesStage.of(score, sent)).stream().map(FixExample::subject).toList();
  }

  private static List<FixExample> list(Iterator<FixExample> all) {
    List<FixExample> list = new ArrayList<>();
    all.forEachRemaining(list::add);
    return list;
  }

  @Test
  void aDefectCountsInAFirstMessageOfOursThatIsLongEnough() {
    Judged ours = score("outbound", "few_copies", null, null);
    assertThat(subjects(ours, sent("message", "cold", 1))).containsExactly("wrong_name");
    assertThat(subjects(ours, sent("message", "cold", 2))).isEmpty();
    assertThat(subjects(ours, sent("auto_reply", "cold", 1))).isEmpty();
    assertThat(subjects(score("outbound", "too_short", null, null), sent("message", "cold", 1)))
        .isEmpty();
    assertThat(subjects(score("inbound", null, true, null), sent("message", "cold", 1))).isEmpty();
  }

  @Test
  void aFourthMessageToSomebodySilentIsUnanswered() {
    Judged silent = score("outbound", null, false, false);
    assertThat(subjects(silent, sent("message", "cold", 4))).containsExactly("unanswered");
    assertThat(subjects(silent, sent("message", "two_way", 4))).isEmpty();
    assertThat(subjects(silent, sent("message", "cold", 5))).isEmpty();
    assertThat(subjects(score("outbound", null, false, true), sent("message", "cold", 4)))
        .isEmpty();
  }

  @Test
  void aMessageAfterAnOptOutIsOneInAnyTouch() {
    Judged after = score("outbound", null, true, null);
    assertThat(subjects(after, sent("message", "two_way", 7))).containsExactly("after_opt_out");
    assertThat(list(FixExamplesStage.of(after, sent("message", "two_way", 7))))
        .containsExactly(new FixExample("after_opt_out", "no team", "m", "t", 1));
  }

  @Test
  void keepsTheThreeSmallestIdsEachOnceAndCountsAllDeliveries() {
    List<FixExample> all = new ArrayList<>();
    for (String id : List.of("e", "b", "d", "b", "a", "c")) {
      all.add(new FixExample("s", "A", id, null, 1));
    }
    assertThat(list(FixExamplesStage.first(all.iterator())))
        .extracting(FixExample::message_id, FixExample::all_n)
        .containsExactly(tuple("a", 6L), tuple("b", 6L), tuple("c", 6L));
  }
}
