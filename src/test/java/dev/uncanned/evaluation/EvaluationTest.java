package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static Judged row(
      String kind, String campaign, Boolean truth, String id, Boolean found, String foundCampaign) {
    return new Judged(
        new TruthRow("a", "b", null, kind, campaign, truth), id, found, "t" + id, foundCampaign);
  }

  private static final List<Judged> ROWS =
      List.of(
          row("blast", "c1", true, "1", true, "x"),
          row("blast", "c1", true, "2", true, "x"),
          row("blast", "c1", true, "3", false, null),
          row("semi", "c2", true, "4", true, "y"),
          row("semi", "c2", true, "5", null, "x"),
          row("hand", "", false, "6", false, null),
          row("hand", "", false, "7", true, "x"),
          row("one_tap", "", null, "8", null, null));

  @Test
  void countsKindByKindAndUnknownByItself() {
    Evaluation found = Evaluation.of(10, ROWS);
    assertThat(found.labels_n()).isEqualTo(10);
    assertThat(found.matched_n()).isEqualTo(8);
    assertThat(found.mass_sends()).isEqualTo(MassScore.of(3, 1, 1, 1));
    assertThat(found.mass_sends().precision()).isEqualTo(0.75);
    assertThat(found.mass_sends().recall()).isEqualTo(0.75);
    assertThat(found.kinds())
        .containsExactly(
            new KindScore("blast", true, 3, 2, 1, 0, 2 / 3.0, 2 / 3.0, null),
            new KindScore("hand", false, 2, 1, 1, 0, null, null, 0.5),
            new KindScore("one_tap", null, 1, 0, 0, 1, null, null, null),
            new KindScore("semi", true, 2, 1, 0, 1, 0.5, 1.0, null));
  }

  @Test
  void followsEachCampaign() {
    assertThat(Evaluation.of(10, ROWS).confusion())
        .containsExactly(
            new CampaignConfusion("c1", "blast", 3, 3, 1, 1, 2 / 3.0, 0.5),
            new CampaignConfusion("c2", "semi", 2, 2, 2, 0, 0.5, 0.0));
  }

  @Test
  void countsAMessageToManyOnceAmongTheGroups() {
    Judged once = row("blast", "c", true, "1", true, "x");
    assertThat(Evaluation.of(2, List.of(once, once)).campaigns().items_n()).isEqualTo(1);
    assertThat(Evaluation.of(2, List.of(once, once)).mass_sends().found_n()).isEqualTo(2);
  }

  @Test
  void judgesNothing() {
    Evaluation nothing = Evaluation.of(0, List.of());
    assertThat(nothing.mass_sends().f1()).isNull();
    assertThat(EvaluationText.of(nothing)).contains("Mass sends");
  }

  @Test
  void pageEscapesLabelsAndLoadsNothing() {
    Judged hostile = row("<script>alert(1)</script>", "\"><img src=x>", true, "1", true, "x");
    String page = EvaluationPage.of(Evaluation.of(1, List.of(hostile)));
    assertThat(page).doesNotContain("<script", "<img", "<link");
    assertThat(page).contains("&lt;script&gt;");
  }
}
