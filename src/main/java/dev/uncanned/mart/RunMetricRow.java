package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.util.List;

/** One figure about the run itself. */
@Table(
    name = "run_metrics",
    grain = "run × name",
    sortedBy = {"stage", "name"})
@Doc("Figures about the run: rows of each step and the parameters that decide results.")
public record RunMetricRow(
    @Doc("Name of the figure.") String name,
    @Doc("Value.") double value,
    @Doc("Unit, such as rows, or the empty text for a parameter without one.") String unit,
    @Doc("Step it belongs to.") String stage,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  /** A parameter of the run that wrote some figures. */
  public static double parameter(List<RunMetricRow> metrics, String name) {
    return metrics.stream()
        .filter(row -> row.name.equals(name))
        .mapToDouble(RunMetricRow::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("every run writes its " + name));
  }
}
