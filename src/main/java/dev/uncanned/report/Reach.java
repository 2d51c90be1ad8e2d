package dev.uncanned.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How many people each of the top templates reached. */
record Reach(List<Bar> bars) {

  Reach {
    bars = List.copyOf(bars);
  }

  /**
   * One template's people and messages.
   *
   * @param place where its card stands on the page
   */
  record Bar(String name, long recipients, long messages, String place) {}

  String description() {
    return bars.isEmpty()
        ? "No template."
        : bars.get(0).name()
            + " reached most people: "
            + Figures.count(bars.get(0).recipients())
            + ".";
  }

  DataTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (Bar bar : bars) {
      rows.add(List.of(bar.name(), Figures.count(bar.recipients()), Figures.count(bar.messages())));
    }
    return new DataTable(
        "People reached by template",
        List.of(
            DataTable.names("Template"),
            DataTable.figures("People"),
            DataTable.figures("Messages")),
        rows,
        bars.stream().collect(Collectors.toMap(Bar::name, Bar::place)));
  }
}
