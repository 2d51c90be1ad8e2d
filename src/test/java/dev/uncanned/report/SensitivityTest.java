package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.report.AnalystSource.ReachCell;
import dev.uncanned.report.AnalystSource.SimilarCell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensitivityTest {

  private static List<String> row(Bars bars, String label) {
    return bars.table().rows().stream()
        .filter(row -> row.get(0).equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reachThatDecidesIsExactWhereTheTextRecursAndBoundedByTheLevelElsewhere() {
    Bars bars =
        Sensitivity.byReach(
            List.of(
                new ReachCell(false, true, 2, 12, 40),
                new ReachCell(false, false, 2, 90, 30),
                new ReachCell(false, false, 0, 90, 20),
                new ReachCell(true, true, 0, 1, 10)),
            6);
    assertThat(row(bars, "6 in force").subList(1, 3)).containsExactly("80", "80");
    assertThat(row(bars, "8").subList(1, 3)).containsExactly("50", "80");
    assertThat(row(bars, "15").subList(1, 3)).containsExactly("10", "40");
    assertThat(row(bars, "20").subList(1, 3)).containsExactly("10", "10");
    assertThat(row(bars, "2").subList(1, 3)).containsExactly("80", "100");
    assertThat(bars.bars().get(0).possible()).isEqualTo(1);
  }

  private static Bars byLevel(int level, int reach, int inForce) {
    return Sensitivity.byReach(List.of(new ReachCell(false, false, level, reach, 40)), inForce);
  }

  /** A level from 2 says that the reach made it a mass send, a lower one that it did not. */
  @Test
  void theShareInForceIsThePublishedOneWhateverReachMakesAMassSend() {
    Map<Integer, List<Integer>> levels =
        Map.of(
            2, List.of(0, 2, 3, 4),
            5, List.of(0, 1, 2, 3, 4),
            50, List.of(0, 1, 3, 4),
            150, List.of(0, 1, 4));
    for (int inForce : levels.keySet()) {
      for (int level : levels.get(inForce)) {
        boolean mass = level >= 2;
        Bars bars = byLevel(level, mass ? Math.max(inForce, 110) : 60, inForce);
        String published = mass ? "40" : "0";
        assertThat(row(bars, inForce + " in force").subList(1, 3))
            .as("level %d, mass sends from %d", level, inForce)
            .containsExactly(published, published);
      }
    }
  }

  @Test
  void aLevelAboveTheReachInForceIsSureUpToThatReachOnly() {
    Bars bars = byLevel(3, 60, 50);
    assertThat(row(bars, "30").subList(1, 3)).containsExactly("40", "40");
    assertThat(row(bars, "50 in force").subList(1, 4)).containsExactly("40", "40", "100\u202F%");
    assertThat(row(bars, "100").subList(1, 3)).containsExactly("0", "0");
    assertThat(row(byLevel(0, 60, 2), "2 in force").subList(1, 3)).containsExactly("0", "0");
    assertThat(row(byLevel(4, 200, 150), "100").subList(1, 3)).containsExactly("40", "40");
  }

  @Test
  void onlyWhatATemplateProvesHangsOnSimilarity() {
    Bars bars =
        Sensitivity.bySimilarity(
            List.of(
                new SimilarCell(SimilarCell.TEMPLATE, 20, 10),
                new SimilarCell(SimilarCell.TEMPLATE, 11, 20),
                new SimilarCell(SimilarCell.OTHERWISE, 0, 5),
                new SimilarCell(SimilarCell.NOT, 20, 65)));
    assertThat(row(bars, "any").get(1)).isEqualTo("35");
    assertThat(row(bars, "0.55").get(1)).isEqualTo("35");
    assertThat(row(bars, "0.60").get(1)).isEqualTo("15");
    assertThat(row(bars, "1.00").get(1)).isEqualTo("15");
  }

  @Test
  void fewMessagesGiveNoShare() {
    assertThat(
            row(Sensitivity.bySimilarity(List.of(new SimilarCell(SimilarCell.NOT, 0, 9))), "any"))
        .last()
        .asString()
        .contains("too few");
  }
}
