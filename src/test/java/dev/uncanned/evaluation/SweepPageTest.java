package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.pipeline.SweepSetting;
import dev.uncanned.pipeline.SweptPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepPageTest {

  private static final SweepSetting CONFIGURED = new SweepSetting(0.5, 2, 48, 3, 5);

  private static SweepScore score(double threshold, int recipients, Evaluation found) {
    SweepSetting setting = new SweepSetting(threshold, 2, 48, 3, recipients);
    return SweepScore.of(
        new SweptPoint(setting, 100, 60, 5, 100, 80, 40 - recipients, null), found);
  }

  private static List<SweepScore> scores(Evaluation found) {
    List<SweepScore> scores = new ArrayList<>();
    for (double threshold : new double[] {0.4, 0.5, 0.6}) {
      for (int recipients : new int[] {3, 5}) {
        scores.add(score(threshold, recipients, found));
      }
    }
    return scores;
  }

  private static Evaluation evaluation() {
    List<Judged> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      TruthRow label = new TruthRow("a", "b", null, "blast", "c/1", "c", true, "");
      rows.add(new Judged(label, "m" + i, "s", i > 0, "t", "f", List.of()));
    }
    TruthRow hand = new TruthRow("a", "b", null, "hand", "", "", false, "");
    rows.add(new Judged(hand, "m9", "s", true, "u", null, List.of()));
    return Evaluation.of(List.of(), rows);
  }

  @Test
  void takesTheFiguresOfTheEvaluation() {
    SweepScore score = score(0.5, 5, evaluation());
    assertThat(score.mass_share()).isEqualTo(0.35);
    assertThat(score.matched_n()).isEqualTo(5);
    assertThat(score.mass_recall()).isEqualTo(0.75);
    assertThat(score.kind_recall_min()).isEqualTo(0.75);
    assertThat(score.false_alarm_max()).isEqualTo(1);
    assertThat(score.campaign_bcubed_f1()).isEqualTo(1);
  }

  @Test
  void drawsAChartForEachParameterWithSeveralValues() {
    String page = SweepPage.of(scores(evaluation()), CONFIGURED);
    assertThat(page).contains("By threshold", "By recipients", "campaigns, B³ F1");
    assertThat(page).doesNotContain("By bands", "<script", "<link", "NaN", "Infinity");
    assertThat(page.split("<svg", -1)).hasSize(3);
    assertThat(page.split("<circle", -1)).hasSize(1 + 3 * 3 + 3 * 2);
  }

  @Test
  void saysThatFiguresWithoutLabelsAreNotJudged() {
    List<SweepScore> scores = scores(null);
    assertThat(SweepPage.of(scores, CONFIGURED)).contains("No labels", "templates / messages");
    assertThat(SweepTable.text(scores)).doesNotContain("precision");
    assertThat(scores.get(0).mass_f1()).isNull();
  }

  @Test
  void csvHasAColumnForEachFigure() {
    String[] lines = SweepTable.csv(scores(null)).split("\n");
    assertThat(lines).hasSize(7);
    assertThat(lines[0].split(",")).hasSize(SweepScore.class.getRecordComponents().length);
    assertThat(lines[1].split(",", -1)).hasSize(SweepScore.class.getRecordComponents().length);
    assertThat(lines[1]).startsWith("0.4,2,48,3,3,100,60,5,100,80,37,0.37,,");
  }

  @Test
  void drawsOnePointWithoutAChart() {
    List<SweepScore> one = List.of(score(0.5, 5, evaluation()));
    assertThat(SweepPage.of(one, CONFIGURED)).doesNotContain("<svg").contains("Points");
  }
}
