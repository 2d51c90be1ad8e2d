package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.ClusterMemberRow;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.pipeline.DeliveryMarks.Delivery;
import dev.uncanned.pipeline.DeliveryMarks.Mark;
import dev.uncanned.report.AnalystSource.ReachCell;
import dev.uncanned.report.AnalystSource.SimilarCell;
import dev.uncanned.report.Spread;
import dev.uncanned.table.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryMarksTest {

  private static Delivery first(
      Boolean mass, Float reuse, Integer reach, int level, String evidence, Float similarity) {
    return first(null, mass, reuse, reach, level, evidence, similarity);
  }

  private static Delivery first(
      String campaign,
      Boolean mass,
      Float reuse,
      Integer reach,
      int level,
      String evidence,
      Float similarity) {
    return new Delivery(
        true,
        false,
        null,
        campaign,
        mass,
        reuse,
        reach,
        (byte) level,
        evidence,
        4,
        0.25f,
        null,
        "no_profile",
        null,
        null,
        null,
        similarity);
  }

  private static Delivery customised(Float share) {
    return new Delivery(
        true, false, null, null, null, null, null, null, null, 7, share, null, null, null, null,
        null, null);
  }

  private static DeliveryCounts counts(Delivery delivery) {
    DeliveryCounts counts = new DeliveryCounts();
    DeliveryMarks.of(delivery, 0.3).forEachRemaining((Mark mark) -> counts.add(mark, 1));
    return counts;
  }

  @Test
  void aFirstMessageCountsInEachFigureOrAsUnknownWithItsReason() {
    DeliveryCounts counts = counts(first(true, 0.5f, 7, 2, "template", 0.55f));
    assertThat(counts.firstMessages()).isEqualTo(1);
    assertThat(counts.spreads().get(Spread.CUSTOMISED_WORDS).get(3)).isEqualTo(1);
    assertThat(counts.spreads().get(Spread.REACH).get(3)).isEqualTo(1);
    assertThat(counts.unknown()).isEqualTo(Map.of(Spread.PERSONAL_LEVEL, 1L));
    assertThat(counts.missing())
        .isEqualTo(
            Map.of("personal_level", Map.of("no_profile", 1L), "replied", Map.of("not_over", 1L)));
  }

  @Test
  void aShareOnTheLimitOfAClassIsInTheUpperOne() {
    List<Float> limits = List.of(0f, Float.MIN_VALUE, 0.05f, 0.1f, 0.2f, 0.3f, 0.5f, 0.7f);
    for (int i = 0; i < limits.size(); i++) {
      assertThat(counts(customised(limits.get(i))).spreads().get(Spread.CUSTOMISED_SHARE).get(i))
          .as("%s", limits.get(i))
          .isEqualTo(1);
    }
    DeliveryCounts below = counts(customised(Math.nextDown(0.7f)));
    assertThat(below.spreads().get(Spread.CUSTOMISED_SHARE).get(6)).isEqualTo(1);
  }

  @Test
  void whatDecidesAMassSendIsKept() {
    DeliveryCounts reused = counts(first(true, 0.3f, 7, 2, "campaign", null));
    assertThat(reused.reach()).containsExactly(new ReachCell(false, true, 2, 7, 1));
    assertThat(reused.similar()).containsExactly(new SimilarCell(SimilarCell.OTHERWISE, 0, 1));
    DeliveryCounts copied = counts(first(true, 0.29f, 7, 2, "template", 0.55f));
    assertThat(copied.reach()).containsExactly(new ReachCell(false, false, 2, 7, 1));
    assertThat(copied.similar()).containsExactly(new SimilarCell(SimilarCell.TEMPLATE, 11, 1));
    DeliveryCounts listed = counts(first(true, null, null, 0, "headers", null));
    assertThat(listed.reach()).containsExactly(new ReachCell(true, false, 0, 0, 1));
    assertThat(counts(first(null, 0.5f, 7, 2, "none", 1f)).reach()).isEmpty();
    assertThat(counts(first(false, 0.5f, 2, 0, "none", 1f)).similar())
        .containsExactly(new SimilarCell(SimilarCell.NOT, 20, 1));
  }

  @Test
  void whatTheCampaignProvesTooStaysAtEachSimilarity() {
    DeliveryCounts both = counts(first("c", true, 0.3f, 7, 2, "template", 0.55f));
    assertThat(both.similar()).containsExactly(new SimilarCell(SimilarCell.OTHERWISE, 11, 1));
    DeliveryCounts little = counts(first("c", true, 0.29f, 7, 2, "template", 0.55f));
    assertThat(little.similar()).containsExactly(new SimilarCell(SimilarCell.TEMPLATE, 11, 1));
  }

  @Test
  void eachColumnIsReadFromOneTable() {
    List<String> read = new ArrayList<>();
    for (Class<? extends Record> table :
        List.of(MessageRow.class, MessageScoreRow.class, ClusterMemberRow.class)) {
      read.addAll(List.of(DeliveryMarks.columns(table)));
    }
    assertThat(read).containsExactlyInAnyOrder(Records.names(Delivery.class));
  }

  @Test
  void aFollowUpCountsForItsGapOnly() {
    Delivery followUp =
        new Delivery(
            false,
            false,
            5f,
            null,
            true,
            0.5f,
            7,
            (byte) 2,
            "template",
            4,
            0.25f,
            (byte) 1,
            null,
            true,
            3f,
            null,
            1f);
    List<Mark> marks = new ArrayList<>();
    DeliveryMarks.of(followUp, 0.3).forEachRemaining(marks::add);
    assertThat(marks).containsExactly(new Mark(DeliveryMarks.SPREAD, "GAP", "3"));
  }
}
