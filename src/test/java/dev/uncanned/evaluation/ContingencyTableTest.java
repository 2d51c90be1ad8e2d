package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContingencyTableTest {

  private static Judged row(String id, String sender, String kind, String label, String found) {
    TruthRow truth = new TruthRow("a", "b", null, kind, label, null, true, "");
    return new Judged(truth, id, sender, true, "t", found, List.of());
  }

  /** Messages that differ in nothing. */
  private static List<Judged> rows(int n, String sender, String kind, String label, String found) {
    List<Judged> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(row(sender + label + kind + found + i, sender, kind, label, found));
    }
    return rows;
  }

  @SafeVarargs
  private static Evaluation judged(List<Judged>... parts) {
    List<Judged> all = new ArrayList<>();
    for (List<Judged> part : parts) {
      all.addAll(part);
    }
    return Evaluation.of(List.of(), all);
  }

  private static EvaluationTable mixed(Evaluation found) {
    return ContingencyTable.of(found.contingency()).get(0);
  }

  private static EvaluationTable split(Evaluation found) {
    return ContingencyTable.of(found.contingency()).get(1);
  }

  @Test
  void showsFoundCampaignsOfSeveralLabelsAndCountsThePureOnes() {
    Evaluation found =
        judged(
            rows(3, "s", "blast", "c1", "x"),
            rows(1, "s", "blast", "c2", "x"),
            rows(2, "s", "blast", "c3", "y"));
    assertThat(mixed(found).rows())
        .containsExactly(
            List.of("x", "c1", "blast", "3", "0.7500", "1.0000", "s"),
            List.of("x", "c2", "blast", "1", "0.2500", "1.0000", "s"));
    assertThat(mixed(found).notes()).startsWith("1 of 2 found campaigns").contains("left out (1)");
    assertThat(split(found).rows()).isEmpty();
    assertThat(split(found).notes()).contains("0 of 3", "3 in one and 0 in none");
  }

  @Test
  void showsMessagesWithoutACampaignThatSlippedIn() {
    Evaluation found = judged(rows(3, "s", "blast", "c", "x"), rows(1, "s", "hand", "", "x"));
    assertThat(mixed(found).rows())
        .containsExactly(
            List.of("x", "c", "blast", "3", "0.7500", "1.0000", "s"),
            List.of("x", "(none)", "hand", "1", "0.2500", "–", "s"));
  }

  @Test
  void showsFoundCampaignsThatHoldNothingButMessagesWithoutOne() {
    Evaluation found = judged(rows(2, "s", "hand", "", "x"), rows(1, "s", "hand", "", "y"));
    assertThat(mixed(found).rows())
        .containsExactly(List.of("x", "(none)", "hand", "2", "1.0000", "–", "s"));
    assertThat(mixed(found).notes()).contains("1 of 2", "left out (1)");
  }

  @Test
  void aLabelOfTwoKindsIsStillOne() {
    Evaluation found = judged(rows(2, "s", "blast", "c", "x"), rows(1, "s", "follow_up", "c", "x"));
    assertThat(found.contingency()).hasSize(2);
    assertThat(mixed(found).rows()).isEmpty();
    assertThat(split(found).rows()).isEmpty();
  }

  @Test
  void showsLabelsInSeveralFoundCampaignsWithWhatIsInNone() {
    Evaluation found =
        judged(
            rows(1, "s", "blast", "c1", "x"),
            rows(2, "s", "blast", "c1", "y"),
            rows(1, "s", "blast", "c1", null),
            rows(2, "s", "blast", "c2", null),
            rows(1, "s", "blast", "c3", "z"),
            rows(1, "s", "blast", "c3", null));
    assertThat(split(found).rows())
        .containsExactly(
            List.of("y", "c1", "blast", "2", "1.0000", "0.5000", "s"),
            List.of("x", "c1", "blast", "1", "1.0000", "0.2500", "s"),
            List.of("(none)", "c1", "blast", "1", "–", "0.2500", "s"));
    assertThat(split(found).notes()).startsWith("1 of 3").contains("1 in one and 1 in none");
  }

  @Test
  void aCampaignOfTwoSendersIsJudgedForEach() {
    Evaluation apart =
        judged(rows(2, "s1", "blast", "offer/1", "x"), rows(2, "s2", "blast", "offer/2", "x"));
    assertThat(mixed(apart).rows()).isEmpty();
    assertThat(mixed(apart).notes()).contains("0 of 2 found campaigns");
    Evaluation oneName =
        judged(rows(2, "s1", "blast", "offer", "x"), rows(2, "s2", "blast", "offer", "y"));
    assertThat(split(oneName).rows()).isEmpty();
    assertThat(split(oneName).notes()).contains("0 of 2 labelled campaigns");
    Evaluation hand =
        judged(
            rows(2, "s1", "blast", "offer", "x"),
            rows(2, "s2", "blast", "offer", "x"),
            rows(1, "s2", "hand", "", "x"));
    assertThat(mixed(hand).rows()).hasSize(2).allMatch(cells -> cells.get(6).equals("s2"));
  }

  @Test
  void theWorstStandFirstInWhateverOrderTheLabelsCome() {
    List<Judged> all = new ArrayList<>(rows(9, "s", "blast", "c1", "a"));
    all.addAll(rows(1, "s", "hand", "", "a"));
    all.addAll(rows(3, "s", "blast", "c2", "b"));
    all.addAll(rows(2, "s", "blast", "c3", "b"));
    all.addAll(rows(2, "s", "blast", "c4", "c"));
    all.addAll(rows(2, "s", "blast", "c5", "c"));
    Evaluation found = judged(all);
    assertThat(mixed(found).rows())
        .extracting(cells -> cells.get(0) + " " + cells.get(1))
        .containsExactly("b c2", "b c3", "c c4", "c c5", "a c1", "a (none)");
    List<Judged> turned = new ArrayList<>(all);
    Collections.reverse(turned);
    assertThat(judged(turned)).isEqualTo(found);
  }

  @Test
  void textShowsFiftyLinesAndThePageAll() {
    List<Judged> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.addAll(rows(2, "s", "blast", "c" + i, "x" + i));
      all.addAll(rows(1, "s", "hand", "", "x" + i));
    }
    Evaluation found = judged(all);
    String text = EvaluationText.of(found);
    String mixed = text.substring(text.indexOf("Mixed campaigns"), text.indexOf("Split labels"));
    assertThat(mixed.lines().filter(line -> line.startsWith("x"))).hasSize(50);
    assertThat(mixed.lines()).contains("and 10 more lines: the page and the JSON have all");
    assertThat(EvaluationPage.of(found).split(">\\(none\\)<", -1)).hasSize(31);
    assertThat(found.contingency()).hasSize(60);
  }

  @Test
  void textOfFiftyLinesIsWhole() {
    List<Judged> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.addAll(rows(1, "s", "blast", "c" + i, "x"));
    }
    assertThat(EvaluationText.of(judged(all))).doesNotContain("more lines");
    all.addAll(rows(1, "s", "blast", "c50", "x"));
    assertThat(EvaluationText.of(judged(all)))
        .contains("and 1 more line: the page and the JSON have all");
  }

  @Test
  void nothingFoundAndNothingLabelledLeavesTheTablesEmpty() {
    Evaluation nothing = judged(List.of());
    assertThat(mixed(nothing).rows()).isEmpty();
    assertThat(mixed(nothing).notes()).contains("0 of 0 found campaigns");
    assertThat(EvaluationText.of(nothing)).contains("Mixed campaigns", "Split labels");
    Evaluation noneFound = judged(rows(2, "s", "blast", "c", null));
    assertThat(mixed(noneFound).notes()).contains("0 of 0 found campaigns");
    assertThat(split(noneFound).notes()).contains("0 of 1", "0 in one and 1 in none");
    Evaluation noLabels = judged(rows(1, "s", "hand", "", "x"), rows(4, "s", "hand", "", null));
    assertThat(mixed(noLabels).notes()).contains("0 of 1 found campaigns");
    assertThat(split(noLabels).notes()).contains("0 of 0 labelled campaigns");
  }

  @Test
  void pageEscapesLabelsThatAreHtml() {
    String hostile = "</td></table><script>alert(1)</script><img src=x onerror=y>&\"'";
    Evaluation found = judged(rows(2, "s", "<b>", hostile, "x"), rows(1, "s", "<i>", "", "x"));
    String page = EvaluationPage.of(found);
    assertThat(page).doesNotContain("<script", "<img", "<b>", "<i>", "<link");
    assertThat(page).contains("&lt;/td&gt;&lt;/table&gt;&lt;script&gt;", "Mixed campaigns");
    assertThat(page.split("<table>", -1)).hasSize(page.split("</table>", -1).length);
  }
}
