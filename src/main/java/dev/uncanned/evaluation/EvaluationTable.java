package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of the evaluation, ready to be shown: as text or as part of a page.
 *
 * @param notes what the columns mean, one sentence
 */
record EvaluationTable(String title, String notes, List<String> header, List<List<String>> rows) {

  private static final String UNKNOWN = "–";

  static List<EvaluationTable> of(Evaluation found) {
    List<EvaluationTable> tables = new ArrayList<>();
    tables.add(mass(found));
    if (!found.unmatched().isEmpty()) {
      tables.add(unmatched(found.unmatched()));
    }
    tables.add(kinds(found.kinds()));
    tables.add(groupings(found));
    if (!found.defects().isEmpty()) {
      tables.add(defects(found.defects()));
    }
    tables.add(confusion(found.confusion()));
    return tables;
  }

  private static EvaluationTable unmatched(List<UnmatchedLabels> unmatched) {
    List<List<String>> rows = new ArrayList<>();
    for (UnmatchedLabels row : unmatched) {
      rows.add(List.of(row.reason(), Long.toString(row.labels_n()), row.meaning()));
    }
    return new EvaluationTable(
        "Labels without a delivery",
        "They are in no other figure.",
        List.of("reason", "labels", "meaning"),
        rows);
  }

  private static EvaluationTable defects(List<DefectScore> defects) {
    List<List<String>> rows = new ArrayList<>();
    for (DefectScore defect : defects) {
      rows.add(
          List.of(
              defect.defect(),
              Long.toString(defect.planted_n()),
              Long.toString(defect.found_n()),
              Long.toString(defect.planted_n() - defect.found_n()),
              Long.toString(defect.false_alarms_n()),
              share(defect.precision()),
              share(defect.recall()),
              share(defect.f1())));
    }
    return new EvaluationTable(
        "Defects",
        "Deliveries with a hard defect of the type, by the labels and as found.",
        List.of(
            "defect", "labelled", "found", "missed", "false alarms", "precision", "recall", "F1"),
        rows);
  }

  private static EvaluationTable mass(Evaluation found) {
    MassScore mass = found.mass_sends();
    return new EvaluationTable(
        "Mass sends",
        found.matched_n() + " of " + found.labels_n() + " labels have a delivery in the output.",
        List.of("found", "missed", "false alarms", "unknown", "precision", "recall", "F1"),
        List.of(
            List.of(
                Long.toString(mass.found_n()),
                Long.toString(mass.missed_n()),
                Long.toString(mass.false_alarms_n()),
                Long.toString(mass.unknown_n()),
                share(mass.precision()),
                share(mass.recall()),
                share(mass.f1()))));
  }

  private static EvaluationTable kinds(List<KindScore> kinds) {
    List<List<String>> rows = new ArrayList<>();
    for (KindScore kind : kinds) {
      rows.add(
          List.of(
              kind.kind(),
              Long.toString(kind.rows_n()),
              Long.toString(kind.mass_n()),
              Long.toString(kind.not_mass_n()),
              Long.toString(kind.unknown_n()),
              share(kind.precision()),
              share(kind.recall()),
              share(kind.false_alarm_share())));
    }
    return new EvaluationTable(
        "By kind",
        "Precision sets the kind's mass sends against all false alarms; unknown is left out.",
        List.of(
            "kind",
            "deliveries",
            "mass",
            "not mass",
            "unknown",
            "precision",
            "recall",
            "false alarms"),
        rows);
  }

  private static EvaluationTable groupings(Evaluation found) {
    return new EvaluationTable(
        "Groupings",
        "Messages, each in one group. Campaigns and templates by sender: each sender's messages"
            + " by themselves. Against templates: without campaigns that have no template by their labels.",
        List.of(
            "grouping",
            "messages",
            "true",
            "found",
            "pair P",
            "pair R",
            "pair F1",
            "B³ P",
            "B³ R",
            "B³ F1",
            "adj. Rand"),
        List.of(
            grouping("campaigns", found.campaigns()),
            grouping("campaigns across senders", found.campaigns_across_senders()),
            grouping("templates by sender", found.templates_of_senders()),
            grouping("templates", found.templates())));
  }

  private static List<String> grouping(String name, Agreement found) {
    return List.of(
        name,
        Long.toString(found.items_n()),
        Long.toString(found.true_groups_n()),
        Long.toString(found.found_groups_n()),
        share(found.pair_precision()),
        share(found.pair_recall()),
        share(found.pair_f1()),
        share(found.bcubed_precision()),
        share(found.bcubed_recall()),
        share(found.bcubed_f1()),
        share(found.adjusted_rand()));
  }

  private static EvaluationTable confusion(List<CampaignConfusion> confusion) {
    List<List<String>> rows = new ArrayList<>();
    for (CampaignConfusion row : confusion) {
      rows.add(
          List.of(
              row.campaign(),
              row.kind(),
              Long.toString(row.messages_n()),
              Long.toString(row.templates_n()),
              Long.toString(row.campaigns_n()),
              Long.toString(row.none_n()),
              share(row.largest_share()),
              share(row.foreign_share())));
    }
    return new EvaluationTable(
        "By campaign",
        "Largest: share of its messages in one campaign; foreign: share of others in that one.",
        List.of(
            "campaign",
            "kind",
            "messages",
            "templates",
            "campaigns",
            "in none",
            "largest",
            "foreign"),
        rows);
  }

  static String share(Double value) {
    return value == null ? UNKNOWN : String.format(Locale.ROOT, "%.4f", value);
  }
}
