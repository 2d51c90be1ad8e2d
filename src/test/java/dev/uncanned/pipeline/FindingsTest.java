package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.pipeline.Findings.Glance;
import dev.uncanned.score.Defect;
import dev.uncanned.text.NullReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final List<Defect> DEFECTS =
      List.of(
          defect(Defect.Type.UNRESOLVED_TOKEN, 3),
          defect(Defect.Type.UNRESOLVED_TOKEN, 40),
          defect(Defect.Type.EMPTY_SLOT, 60));

  private static Defect defect(Defect.Type type, int start) {
    return new Defect(type, type.severity(), start, start + 5);
  }

  private static List<String> marks(
      Direction direction, MessageKind kind, String recipient, Boolean first, NullReason reason) {
    List<String> marks = new ArrayList<>();
    Findings.marks(new Glance(direction, kind, recipient, first, null, DEFECTS, reason))
        .forEachRemaining(marks::add);
    return marks;
  }

  private static List<String> first(NullReason reason) {
    return marks(Direction.OUTBOUND, MessageKind.MESSAGE, "r", true, reason);
  }

  @Test
  void aDeliveryCountsOnceForEachTypeOfItsDefects() {
    assertThat(first(null)).containsExactly("defect:unresolved_token", "defect:empty_slot");
  }

  @Test
  void onlyDefectsOfOurFirstMessagesCount() {
    MessageKind kind = MessageKind.MESSAGE;
    assertThat(marks(Direction.INBOUND, kind, "r", true, null)).isEmpty();
    assertThat(marks(Direction.OUTBOUND, kind, "r", false, null)).isEmpty();
    assertThat(marks(Direction.OUTBOUND, kind, "r", null, null)).isEmpty();
    assertThat(marks(Direction.OUTBOUND, kind, null, true, null)).isEmpty();
    assertThat(marks(Direction.OUTBOUND, MessageKind.ONE_TAP, "r", true, null)).isEmpty();
    assertThat(marks(Direction.OUTBOUND, MessageKind.GROUP, "r", true, null)).hasSize(2);
  }

  @Test
  void onlyDefectsOfTextsThatAreJudgedCount() {
    assertThat(first(NullReason.TOO_SHORT)).containsExactly("reason:too_short");
    assertThat(first(NullReason.FEW_COPIES)).hasSize(3).contains("reason:few_copies");
  }
}
