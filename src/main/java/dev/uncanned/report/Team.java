package dev.uncanned.report;

import dev.uncanned.mart.TeamSummaryRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of one team.
 *
 * @param period the row over the whole period
 * @param weeks the rows by week
 */
record Team(String name, TeamSummaryRow period, List<TeamSummaryRow> weeks) {

  Team {
    weeks = List.copyOf(weeks);
  }

  /** The teams by name; a team without a row over the whole period has said nothing. */
  static List<Team> of(List<TeamSummaryRow> rows) {
    Map<String, TeamSummaryRow> periods = new TreeMap<>();
    Map<String, List<TeamSummaryRow>> weeks = new TreeMap<>();
    for (TeamSummaryRow row : rows) {
      if (row.week() == null) {
        periods.put(row.team_id(), row);
      } else {
        weeks.computeIfAbsent(row.team_id(), name -> new ArrayList<>()).add(row);
      }
    }
    List<Team> teams = new ArrayList<>();
    periods.forEach(
        (name, row) -> teams.add(new Team(name, row, weeks.getOrDefault(name, List.of()))));
    return teams;
  }

  /** Median and quartiles of customised words, or that there are too few. */
  String words() {
    return Baseline.isMedianShown(period)
        ? Figures.decimal(period.customised_words_p50()) + " (" + quartiles() + ")"
        : Figures.tooFew(period.customised_n());
  }

  String quartiles() {
    return Figures.decimal(period.customised_words_p25())
        + "–"
        + Figures.decimal(period.customised_words_p75());
  }

  /** The first messages by personal level. */
  Levels.Row levels() {
    List<Long> counts = new ArrayList<>();
    for (Double share :
        Arrays.asList(
            period.level0_share(),
            period.level1_share(),
            period.level2_share(),
            period.level3_share(),
            period.level4_share())) {
      counts.add(share == null ? 0 : Math.round(share * period.level_known_n()));
    }
    return new Levels.Row(name, counts);
  }

  /** The teams side by side. */
  static DataTable table(List<Team> teams) {
    List<List<String>> rows = new ArrayList<>();
    for (Team team : teams) {
      TeamSummaryRow row = team.period();
      rows.add(
          List.of(
              team.name(),
              Figures.count(row.senders_n()),
              Figures.count(row.dyads_n()),
              Measure.MASS.of(row).rateWithInterval(),
              team.words(),
              Measure.SPECIFIC.of(row).rateWithInterval(),
              Measure.HOLLOW.of(row).rateWithInterval(),
              Measure.DEFECT.of(row).rateWithInterval(),
              Measure.BUMP.of(row).rateWithInterval(),
              Figures.count(row.unanswered4_n()),
              Measure.REPLY.of(row).rateWithInterval()));
    }
    return new DataTable(
        "Teams, sorted by name; rates with 95 % intervals, words with quartiles",
        List.of(
            DataTable.words("Team"),
            DataTable.figures("Senders"),
            DataTable.figures("First messages"),
            DataTable.figures("Mass share"),
            DataTable.figures("Customised words"),
            DataTable.figures("Level ≥ 3"),
            DataTable.figures("Hollow praise"),
            DataTable.figures("Hard defects"),
            DataTable.figures("Bare bumps"),
            DataTable.figures("Unanswered ≥ 4"),
            DataTable.figures("Reply rate")),
        rows);
  }
}
