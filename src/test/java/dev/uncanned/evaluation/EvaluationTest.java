package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static Judged row(
      String kind, String campaign, Boolean truth, String id, Boolean found, String foundCampaign) {
    return row(kind, campaign, null, truth, "", id, "s", found, "t" + id, foundCampaign, List.of());
  }

  private static Judged row(
      String kind,
      String campaign,
      String template,
      Boolean truth,
      String defect,
      String id,
      String sender,
      Boolean found,
      String cluster,
      String foundCampaign,
      List<String> defects) {
    TruthRow label = new TruthRow("a", "b", null, kind, campaign, template, truth, defect);
    return new Judged(label, id, sender, found, cluster, foundCampaign, defects);
  }

  private static Judged letter(
      String id, String sender, String campaign, String template, String found) {
    return row("x", campaign, template, true, "", id, sender, true, found, "c", List.of());
  }

  private static Judged defect(String id, String planted, String... found) {
    return row("x", "c", "t", true, planted, id, "s", true, "t", "c", List.of(found));
  }

  private static final List<UnmatchedLabels> TWO =
      List.of(new UnmatchedLabels("no_delivery", "no message between them", 2));

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
    Evaluation found = Evaluation.of(TWO, ROWS);
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
    assertThat(Evaluation.of(TWO, ROWS).confusion())
        .containsExactly(
            new CampaignConfusion("c1", "blast", 3, 3, 1, 1, 2 / 3.0, 0.5),
            new CampaignConfusion("c2", "semi", 2, 2, 2, 0, 0.5, 0.0));
  }

  private static Judged shared(String id, String sender, String label, String found) {
    return row("x", label, "", true, "", id, sender, true, "t", found, List.of());
  }

  @Test
  void followsACampaignOverAllItsSenders() {
    List<Judged> rows =
        List.of(
            shared("1", "a", "c", "X"),
            shared("2", "a", "c", "X"),
            shared("3", "b", "c", "X"),
            shared("4", "b", "c", "X"));
    assertThat(Evaluation.of(List.of(), rows).confusion())
        .containsExactly(new CampaignConfusion("c", "x", 4, 1, 1, 0, 1.0, 0.0));
  }

  @Test
  void onlyMessagesOfTheLabelsSendersAreForeignToIt() {
    List<Judged> rows =
        List.of(
            shared("1", "a", "c", "X"),
            shared("2", "b", "c", "X"),
            shared("3", "b", "", "X"),
            shared("4", "b", "c", "Y"),
            shared("5", "d", "other", "X"));
    assertThat(Evaluation.of(List.of(), rows).confusion())
        .containsExactly(
            new CampaignConfusion("c", "x", 3, 1, 2, 0, 2 / 3.0, 1 / 3.0),
            new CampaignConfusion("other", "x", 1, 1, 1, 0, 1.0, 0.0));
  }

  @Test
  void followsEachFoundCampaign() {
    assertThat(Evaluation.of(TWO, ROWS).contingency())
        .containsExactly(
            new ContingencyCell("x", "s", "c1", "blast", 2, 0.5, 2 / 3.0),
            new ContingencyCell("x", "s", "c2", "semi", 1, 0.25, 0.5),
            new ContingencyCell("x", "s", null, "hand", 1, 0.25, null),
            new ContingencyCell("y", "s", "c2", "semi", 1, 1.0, 0.5),
            new ContingencyCell(null, "s", "c1", "blast", 1, null, 1 / 3.0));
  }

  @Test
  void followsAFoundCampaignOfTwoSendersForEach() {
    List<Judged> rows =
        List.of(
            row("x", "offer", "", true, "", "1", "s2", true, "t", "f", List.of()),
            row("x", "offer", "", true, "", "2", "s1", true, "t", "f", List.of()),
            row("x", "offer", "", true, "", "3", "s1", true, "t", null, List.of()));
    assertThat(Evaluation.of(List.of(), rows).contingency())
        .containsExactly(
            new ContingencyCell("f", "s1", "offer", "x", 1, 1.0, 0.5),
            new ContingencyCell("f", "s2", "offer", "x", 1, 1.0, 1.0),
            new ContingencyCell(null, "s1", "offer", "x", 1, null, 0.5));
  }

  @Test
  void countsAMessageToManyOnceAmongTheGroups() {
    Judged once = row("blast", "c", true, "1", true, "x");
    assertThat(Evaluation.of(List.of(), List.of(once, once)).campaigns().items_n()).isEqualTo(1);
    assertThat(Evaluation.of(List.of(), List.of(once, once)).mass_sends().found_n()).isEqualTo(2);
    assertThat(Evaluation.of(List.of(), List.of(once, once)).contingency())
        .containsExactly(new ContingencyCell("x", "s", "c", "blast", 1, 1.0, 1.0));
  }

  @Test
  void namesWhyLabelsHaveNoDelivery() {
    Evaluation found = Evaluation.of(TWO, ROWS);
    assertThat(found.unmatched()).isEqualTo(TWO);
    assertThat(EvaluationText.of(found)).contains("no_delivery", "8 of 10 labels");
    assertThat(EvaluationText.of(Evaluation.of(List.of(), ROWS))).doesNotContain("no_delivery");
  }

  @Test
  void judgesTemplatesOfEachSenderAndOverAllSenders() {
    List<Judged> rows =
        List.of(
            letter("1", "s1", "offer/1", "offer", "x"),
            letter("2", "s1", "offer/1", "offer", "x"),
            letter("3", "s2", "offer/2", "offer", "y"),
            letter("4", "s2", "offer/2", "offer", "y"));
    Evaluation found = Evaluation.of(List.of(), rows);
    assertThat(found.templates_of_senders().bcubed_f1()).isEqualTo(1.0);
    assertThat(found.templates().bcubed_precision()).isEqualTo(1.0);
    assertThat(found.templates().bcubed_recall()).isEqualTo(0.5);
    assertThat(found.templates().true_groups_n()).isEqualTo(1);
  }

  @Test
  void judgesCampaignsOfEachSenderAndAcrossThem() {
    List<Judged> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String sender = "s" + i % 2;
      rows.add(
          row("x", "offer/" + i % 2, "offer", true, "", "" + i, sender, true, "c", "x", List.of()));
    }
    Evaluation found = Evaluation.of(List.of(), rows);
    assertThat(found.campaigns().bcubed_f1()).isEqualTo(1.0);
    assertThat(found.campaigns_across_senders().bcubed_f1()).isEqualTo(1.0);
    assertThat(found.confusion()).extracting(CampaignConfusion::foreign_share).containsOnly(0.0);

    rows.add(row("x", "other/0", "other", true, "", "9", "s0", true, "c", "x", List.of()));
    found = Evaluation.of(List.of(), rows);
    assertThat(found.campaigns().bcubed_precision()).isLessThan(1.0);
    assertThat(found.campaigns_across_senders().bcubed_precision()).isLessThan(1.0);
  }

  @Test
  void leavesCampaignsWithoutATemplateOutOfTheTemplates() {
    List<Judged> rows =
        List.of(
            letter("1", "s1", "spun/1", "", "x"),
            letter("2", "s1", "spun/1", "", "y"),
            letter("3", "s1", "", "", "z"),
            letter("4", "s1", "offer/1", null, "z"));
    Evaluation found = Evaluation.of(List.of(), rows);
    assertThat(found.templates().items_n()).isEqualTo(1);
    assertThat(found.campaigns().items_n()).isEqualTo(4);
  }

  @Test
  void judgesDefectsByType() {
    List<Judged> rows =
        List.of(
            defect("1", "wrong_name", "wrong_name"),
            defect("2", "wrong_name"),
            defect("3", "null_literal", "wrong_name"),
            defect("4", "", "null_literal"),
            defect("5", null, "null_literal"));
    assertThat(Evaluation.of(List.of(), rows).defects())
        .containsExactly(
            new DefectScore("null_literal", 1, 0, 1, 0.0, 0.0, 0.0),
            new DefectScore("wrong_name", 2, 1, 1, 0.5, 0.5, 0.5),
            new DefectScore("any", 3, 2, 1, 2 / 3.0, 2 / 3.0, 2 / 3.0));
  }

  @Test
  void judgesNoDefectsWithoutLabelsOfThem() {
    List<Judged> rows = List.of(defect("1", null, "wrong_name"));
    Evaluation found = Evaluation.of(List.of(), rows);
    assertThat(found.defects()).isEmpty();
    assertThat(EvaluationText.of(found)).doesNotContain("Defects");
  }

  @Test
  void judgesNothing() {
    Evaluation nothing = Evaluation.of(List.of(), List.of());
    assertThat(nothing.mass_sends().f1()).isNull();
    assertThat(nothing.contingency()).isEmpty();
    assertThat(EvaluationText.of(nothing)).contains("Mass sends");
  }

  @Test
  void pageEscapesLabelsAndLoadsNothing() {
    Judged hostile = row("<script>alert(1)</script>", "\"><img src=x>", true, "1", true, "x");
    String page = EvaluationPage.of(Evaluation.of(List.of(), List.of(hostile)));
    assertThat(page).doesNotContain("<script", "<img", "<link");
    assertThat(page).contains("&lt;script&gt;");
  }
}
