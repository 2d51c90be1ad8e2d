package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.mart.Wilson;
import dev.uncanned.pipeline.PublishedAnswers.Delivery;
import dev.uncanned.pipeline.PublishedAnswers.Question;
import dev.uncanned.pipeline.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelScoreTest {

  @TempDir Path folder;

  private LabelSheet sheet(String name, String lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "\"message_id\",\"recipient_id\",\"text\",\"mass_send\"\n" + lines);
    return LabelSheet.read(file);
  }

  private static Map<Delivery, String> published() {
    Map<Delivery, String> published = new HashMap<>();
    published.put(new Delivery("a", "1"), "yes");
    published.put(new Delivery("b", "1"), "yes");
    published.put(new Delivery("c", "1"), "no");
    published.put(new Delivery("d", "1"), "no");
    return published;
  }

  @Test
  void countsHowOftenPeopleAgreeWithEachAnswer() throws IOException {
    LabelSheet sheet =
        sheet("one.csv", "a,1,hi,yes\nb,1,hi,no\nc,1,\"hi, you\",NO\nd,1,hi,\ngone,1,hi,yes\n");
    LabelScore score = LabelScore.of(Question.MASS_SEND, List.of(sheet), published());
    assertThat(score.judged_n()).isEqualTo(3);
    assertThat(score.missing_n()).isEqualTo(1);
    LabelScore.AnswerScore yes = score.answers().get(0);
    assertThat(yes.judged_n()).isEqualTo(2);
    assertThat(yes.right_n()).isEqualTo(1);
    assertThat(yes.precision()).isEqualTo(0.5);
    assertThat(yes.lo()).isLessThan(0.5);
    assertThat(yes.hi()).isGreaterThan(0.5);
    assertThat(score.answers().get(1).precision()).isEqualTo(1);
    assertThat(score.raters()).isEmpty();
  }

  @Test
  void comparesThePeopleWithEachOther() throws IOException {
    LabelSheet one = sheet("one.csv", "a,1,x,yes\nb,1,x,no\nc,1,x,no\n");
    LabelSheet two = sheet("two.csv", "a,1,x,yes\nb,1,x,yes\nd,1,x,no\n");
    LabelScore score = LabelScore.of(Question.MASS_SEND, List.of(one, two), published());
    assertThat(score.raters()).hasSize(1);
    assertThat(score.raters().get(0).both_n()).isEqualTo(2);
    assertThat(score.raters().get(0).agreement()).isEqualTo(0.5);
    assertThat(LabelText.of(score))
        .contains("1 and 2")
        .contains("6 judgements and 0 more of deliveries");
  }

  private LabelSheet fifty(String name, int right) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      lines.append("m").append(i).append(i < right ? ",1,x,yes\n" : ",1,x,no\n");
    }
    return sheet(name, lines.toString());
  }

  private static Map<Delivery, String> fiftyPublished() {
    Map<Delivery, String> published = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      published.put(new Delivery("m" + i, "1"), "yes");
    }
    return published;
  }

  @Test
  void aSecondPersonMakesTheIntervalNoNarrower() throws IOException {
    LabelSheet one = fifty("one.csv", 40);
    LabelSheet two = fifty("two.csv", 40);
    LabelScore.AnswerScore both =
        LabelScore.of(Question.MASS_SEND, List.of(one, two), fiftyPublished()).answers().get(0);
    assertThat(both.deliveries_n()).isEqualTo(50);
    assertThat(both.judged_n()).isEqualTo(100);
    assertThat(both.right_n()).isEqualTo(80);
    Wilson expected = Wilson.of(40, 50);
    assertThat(new Wilson(both.precision(), both.lo(), both.hi())).isEqualTo(expected);
    assertThat(
            LabelScore.of(Question.MASS_SEND, List.of(one), fiftyPublished()).answers().get(0).lo())
        .isEqualTo(both.lo());
  }

  @Test
  void peopleWhoDifferCountByTheirMean() throws IOException {
    List<LabelSheet> sheets = List.of(fifty("one.csv", 40), fifty("two.csv", 35));
    LabelScore.AnswerScore score =
        LabelScore.of(Question.MASS_SEND, sheets, fiftyPublished()).answers().get(0);
    assertThat(score.precision()).isEqualTo(0.75);
    assertThat(score.lo()).isBetween(Wilson.of(37, 50).lo(), Wilson.of(38, 50).lo());
    assertThat(score.hi()).isBetween(Wilson.of(37, 50).hi(), Wilson.of(38, 50).hi());
  }

  @Test
  void anAnswerThatNobodyJudgedHasNoPrecision() throws IOException {
    LabelSheet sheet = sheet("one.csv", "a,1,x,yes\n");
    assertThat(LabelScore.of(Question.MASS_SEND, List.of(sheet), published()).answers().get(1))
        .isEqualTo(new LabelScore.AnswerScore("no", 0, 0, 0, null, null, null));
  }

  @Test
  void judgementsOfDeliveriesThatAreGoneAreToldApart() throws IOException {
    LabelSheet sheet = sheet("one.csv", "a,1,x,yes\ngone,1,x,yes\n");
    assertThat(LabelText.of(LabelScore.of(Question.MASS_SEND, List.of(sheet), published())))
        .contains("1 judgement and 1 more of deliveries that the output does not know");
  }

  @Test
  void refusesAnswersThatAreNone() {
    assertThatThrownBy(() -> sheet("bad.csv", "a,1,x,yes\nb,1,x,maybe\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("row 2: mass_send takes yes, no or nothing");
  }

  @Test
  void refusesFilesThatAreNoSheets() throws IOException {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "message_id,recipient_id,what\na,b,c\n");
    assertThatThrownBy(() -> LabelSheet.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("one of mass_send, personal_level, hollow_praise, hard_defect");
    assertThatThrownBy(() -> LabelSheet.read(folder.resolve("none.csv")))
        .hasMessageContaining("there is no such sheet");
  }
}
