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
      String direction, String nullReason, Boolean optOut, Integer run, Boolean replied) {
    return new Judged(
        "m",
        "p",
        direction,
        "t",
        optOut,
        List.of(WRONG_NAME, WRONG_NAME),
        run,
        replied,
        nullReason);
  }

  private static Judged run(Integer run, Boolean replied) {
    return score("outbound", null, false, run, replied);
  }

  private static Sent sent(String kind, boolean first) {
    return new Sent("m", "p", null, kind, first);
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
    Judged ours = score("outbound", "few_copies", null, null, null);
    assertThat(subjects(ours, sent("message", true))).containsExactly("wrong_name");
    assertThat(subjects(ours, sent("message", false))).isEmpty();
    assertThat(subjects(ours, sent("auto_reply", true))).isEmpty();
    assertThat(subjects(score("outbound", "too_short", null, null, null), sent("message", true)))
        .isEmpty();
    assertThat(subjects(score("inbound", null, true, null, null), sent("message", true))).isEmpty();
  }

  @Test
  void aFourthMessageInARowIsUnansweredAlsoByOneWhoAnsweredBefore() {
    Sent later = sent("message", false);
    assertThat(subjects(run(4, false), later)).containsExactly("unanswered");
    assertThat(subjects(run(5, false), later)).isEmpty();
    assertThat(subjects(run(3, false), later)).isEmpty();
    assertThat(subjects(run(null, false), later)).isEmpty();
    assertThat(subjects(run(4, true), later)).isEmpty();
    assertThat(subjects(run(4, null), later)).isEmpty();
  }

  @Test
  void aMessageAfterAnOptOutIsOneInAnyTouch() {
    Judged after = score("outbound", null, true, 7, null);
    assertThat(subjects(after, sent("message", false))).containsExactly("after_opt_out");
    assertThat(list(FixExamplesStage.of(after, sent("message", false))))
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
