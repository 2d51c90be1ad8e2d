package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Writes how people judged a sample as plain text tables. */
public final class LabelText {

  private LabelText() {}

  /** All tables, one below the other. */
  public static String of(LabelScore score) {
    StringBuilder out = new StringBuilder();
    EvaluationText.write(answers(score), out);
    if (!score.raters().isEmpty()) {
      EvaluationText.write(raters(score), out);
    }
    return out.toString();
  }

  private static EvaluationTable answers(LabelScore score) {
    List<List<String>> rows = new ArrayList<>();
    for (LabelScore.AnswerScore answer : score.answers()) {
      rows.add(
          List.of(
              answer.answer(),
              Long.toString(answer.deliveries_n()),
              Long.toString(answer.judged_n()),
              Long.toString(answer.right_n()),
              EvaluationTable.share(answer.precision()),
              EvaluationTable.share(answer.lo()),
              EvaluationTable.share(answer.hi())));
    }
    return new EvaluationTable(
        score.question(),
        score.judged_n()
            + (score.judged_n() == 1 ? " judgement and " : " judgements and ")
            + score.missing_n()
            + " more of deliveries that the output does not know; kappa "
            + EvaluationTable.share(score.kappa())
            + ".",
        List.of("published", "deliveries", "judged", "right", "precision", "95 % from", "to"),
        rows);
  }

  private static EvaluationTable raters(LabelScore score) {
    List<List<String>> rows = new ArrayList<>();
    for (LabelScore.RaterPair pair : score.raters()) {
      rows.add(
          List.of(
              pair.first() + " and " + pair.second(),
              Integer.toString(pair.both_n()),
              EvaluationTable.share(pair.agreement()),
              EvaluationTable.share(pair.kappa())));
    }
    return new EvaluationTable(
        "People",
        "Each pair of sheets, numbered as they were named.",
        List.of("sheets", "both judged", "agree", "kappa"),
        rows);
  }
}
