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
    return List.of(
        mass(found), kinds(found.kinds()), groupings(found), confusion(found.confusion()));
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
        "Against the labelled campaigns; a campaign may have several templates, which lowers the"
            + " recall of templates.",
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
            grouping("campaigns", found.campaigns()), grouping("templates", found.templates())));
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
