package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How faults of the mail merge of one type were told, delivery by delivery.
 *
 * @param defect its type; {@link #ANY} for any type at all
 * @param planted_n deliveries that have it by their labels
 * @param found_n of these, deliveries in which it was found
 * @param false_alarms_n deliveries in which it was found and that do not have it
 */
public record DefectScore(
    String defect,
    long planted_n,
    long found_n,
    long false_alarms_n,
    Double precision,
    Double recall,
    Double f1) {

  /** Stands for all types together: a fault was found where there is one, of whatever type. */
  public static final String ANY = "any";

  /** By type, in the order of their names, all types together at the end; empty without labels. */
  static List<DefectScore> of(List<Judged> judged) {
    List<Judged> known = judged.stream().filter(row -> row.truth().defect() != null).toList();
    TreeSet<String> types = new TreeSet<>();
    for (Judged row : known) {
      types.addAll(row.defects());
      types.addAll(planted(row));
    }
    List<DefectScore> scores = new ArrayList<>();
    for (String type : types) {
      long planted = known.stream().filter(row -> planted(row).contains(type)).count();
      long marked = known.stream().filter(row -> row.defects().contains(type)).count();
      long found =
          known.stream()
              .filter(row -> planted(row).contains(type) && row.defects().contains(type))
              .count();
      scores.add(score(type, planted, found, marked - found));
    }
    if (!types.isEmpty()) {
      long planted = known.stream().filter(row -> !planted(row).isEmpty()).count();
      long marked = known.stream().filter(row -> !row.defects().isEmpty()).count();
      long found =
          known.stream().filter(row -> !planted(row).isEmpty() && !row.defects().isEmpty()).count();
      scores.add(score(ANY, planted, found, marked - found));
    }
    return scores;
  }

  private static List<String> planted(Judged row) {
    return row.truth().defect().isEmpty() ? List.of() : List.of(row.truth().defect());
  }

  private static DefectScore score(String type, long planted, long found, long falseAlarms) {
    Double precision = Agreement.ratio(found, found + falseAlarms);
    Double recall = Agreement.ratio(found, planted);
    return new DefectScore(
        type, planted, found, falseAlarms, precision, recall, Agreement.f1(precision, recall));
  }
}
