package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.List;

/** The points of a sweep as a table, as text and as CSV. */
public final class SweepTable {

  private SweepTable() {}

  /** The table as plain text. */
  public static String text(List<SweepScore> scores) {
    StringBuilder out = new StringBuilder();
    EvaluationText.write(table(scores), out);
    return out.toString();
  }

  /** The table as CSV: a header of the names in {@link SweepScore}, empty cells where unknown. */
  public static String csv(List<SweepScore> scores) {
    StringBuilder out = new StringBuilder();
    out.append(
        "threshold,shingle_words,bands,phrase_words,recipients,messages_n,templates_n,campaigns_n,"
            + "deliveries_n,known_n,mass_sends_n,mass_share,matched_n,mass_precision,mass_recall,mass_f1,"
            + "kind_recall_min,false_alarm_max,campaign_bcubed_precision,campaign_bcubed_recall,"
            + "campaign_bcubed_f1,template_bcubed_precision,template_bcubed_recall,"
            + "template_bcubed_f1\n");
    for (SweepScore score : scores) {
      List<String> cells = new ArrayList<>();
      for (Object value : values(score)) {
        cells.add(value == null ? "" : value.toString());
      }
      out.append(String.join(",", cells)).append('\n');
    }
    return out.toString();
  }

  private static Object[] values(SweepScore score) {
    return new Object[] {
      score.threshold(),
      score.shingle_words(),
      score.bands(),
      score.phrase_words(),
      score.recipients(),
      score.messages_n(),
      score.templates_n(),
      score.campaigns_n(),
      score.deliveries_n(),
      score.known_n(),
      score.mass_sends_n(),
      score.mass_share(),
      score.matched_n(),
      score.mass_precision(),
      score.mass_recall(),
      score.mass_f1(),
      score.kind_recall_min(),
      score.false_alarm_max(),
      score.campaign_bcubed_precision(),
      score.campaign_bcubed_recall(),
      score.campaign_bcubed_f1(),
      score.template_bcubed_precision(),
      score.template_bcubed_recall(),
      score.template_bcubed_f1()
    };
  }

  static boolean judged(List<SweepScore> scores) {
    return scores.stream().anyMatch(score -> score.matched_n() != null);
  }

  static EvaluationTable table(List<SweepScore> scores) {
    boolean judged = judged(scores);
    List<String> header =
        new ArrayList<>(
            List.of("threshold", "shingle", "bands", "phrase", "recipients", "templates"));
    header.addAll(List.of("campaigns", "mass sends", "share"));
    if (judged) {
      header.addAll(List.of("precision", "recall", "F1", "worst kind", "false alarms"));
      header.addAll(List.of("campaign B³ F1", "template B³ F1"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (SweepScore score : scores) {
      List<String> row = new ArrayList<>();
      for (SweepAxis axis : SweepAxis.values()) {
        row.add(SweepAxis.shown(axis.of(score)));
      }
      row.add(Long.toString(score.templates_n()));
      row.add(Long.toString(score.campaigns_n()));
      row.add(Long.toString(score.mass_sends_n()));
      row.add(EvaluationTable.share(score.mass_share()));
      if (judged) {
        row.add(EvaluationTable.share(score.mass_precision()));
        row.add(EvaluationTable.share(score.mass_recall()));
        row.add(EvaluationTable.share(score.mass_f1()));
        row.add(EvaluationTable.share(score.kind_recall_min()));
        row.add(EvaluationTable.share(score.false_alarm_max()));
        row.add(EvaluationTable.share(score.campaign_bcubed_f1()));
        row.add(EvaluationTable.share(score.template_bcubed_f1()));
      }
      rows.add(row);
    }
    return new EvaluationTable(
        "Points",
        judged
            ? "Precision, recall and F1 of mass sends; worst kind: recall of the kind found worst;"
                + " templates by sender."
            : "Share: mass sends of all deliveries, of which it is known or not.",
        header,
        rows);
  }
}
