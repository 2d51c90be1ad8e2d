package dev.uncanned.report;

import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.report.ReportModel.Tile;
import java.util.List;

/** The six figures that come first, and the sentence above them. */
final class Tiles {

  private final List<Team> teams;
  private final List<TeamSummaryRow> periods;
  private final int horizonDays;
  private final long undecided;
  private final Baseline baseline;

  /**
   * @param horizonDays days within which an answer counts as a reply
   * @param undecided contacts of which it is not known whether a fourth message has no answer
   */
  Tiles(List<Team> teams, int horizonDays, long undecided) {
    this.teams = teams;
    this.periods = teams.stream().map(Team::period).toList();
    this.horizonDays = horizonDays;
    this.undecided = undecided;
    this.baseline =
        new Baseline(teams.stream().flatMap(team -> team.weeks().stream()).toList(), horizonDays);
  }

  List<Tile> all() {
    return List.of(
        rate(Measure.MASS, "first messages of known reach"),
        words(),
        rate(Measure.SPECIFIC, "first messages of known level"),
        rate(Measure.DEFECT, "first messages long enough to judge"),
        unanswered(),
        rate(Measure.REPLY, "first messages at least " + ReplyHorizon.words(horizonDays) + " old"));
  }

  /** The state of things in one or two sentences. */
  String summary() {
    long first = firstMessages();
    if (first == 0) {
      return "No first message of the people on this page was found in the period.";
    }
    Count mass = Measure.MASS.of(periods);
    String head = "Of " + Figures.count(first, "first message", "first messages");
    if (mass.trials() < first) {
      head = head + ", " + Figures.count(mass.trials()) + " of them of known reach";
    }
    if (!mass.isShown()) {
      return head + ", there are too few to say what share was copies sent to many.";
    }
    return head
        + ", "
        + mass.rate()
        + " were mass sends, copies of one text to many people (95 % interval "
        + mass.interval()
        + ")"
        + wordsSentence();
  }

  private String wordsSentence() {
    List<Team> shown = shownMedians();
    if (shown.isEmpty()) {
      return ".";
    }
    long counted = shown.stream().mapToLong(team -> team.period().customised_n()).sum();
    String basis =
        Figures.count(counted, "first message", "first messages")
            + " with a count of words made for the recipient";
    if (teams.size() == 1) {
      return ". Half of the "
          + basis
          + " had at most "
          + Figures.decimal(shown.get(0).period().customised_words_p50())
          + ".";
    }
    return ". Over the "
        + basis
        + ", the median is "
        + Baseline.span(medians(shown))
        + ", from team to team.";
  }

  private long firstMessages() {
    return periods.stream().mapToLong(TeamSummaryRow::dyads_n).sum();
  }

  private Tile rate(Measure measure, String basis) {
    Count count = measure.of(periods);
    return new Tile(
        measure.title(),
        count.rate(),
        count.isShown(),
        count.isShown() ? "95 % interval " + count.interval() : "",
        "n = " + Figures.count(count.trials()) + " " + basis,
        baseline.change(measure));
  }

  private Tile words() {
    long n = periods.stream().mapToLong(TeamSummaryRow::customised_n).sum();
    String basis = "n = " + Figures.count(n) + " first messages with a count";
    String name = "Median customised words";
    List<Team> shown = shownMedians();
    if (shown.isEmpty()) {
      return new Tile(name, Figures.tooFew(n), false, "", basis, "");
    }
    if (teams.size() == 1) {
      Team team = shown.get(0);
      return new Tile(
          name,
          Figures.decimal(team.period().customised_words_p50()),
          true,
          "middle half " + team.quartiles() + " words",
          basis,
          baseline.changeOfMedian());
    }
    String spread =
        "medians of " + Figures.count(shown.size(), "team", "teams") + "; medians cannot be pooled";
    return new Tile(name, Baseline.span(medians(shown)), true, spread, basis, "by team: see below");
  }

  private Tile unanswered() {
    long contacts = periods.stream().mapToLong(TeamSummaryRow::unanswered4_n).sum();
    long first = firstMessages();
    String open = undecided == 0 ? "" : "; " + Figures.count(undecided) + " more not known yet";
    return new Tile(
        "Unanswered 4 times and more",
        first == 0 ? Figures.tooFew(first) : Figures.count(contacts),
        first > 0,
        "contacts, each of a sender and a recipient" + open,
        "n = " + Figures.count(first, "first message", "first messages"),
        baseline.changeOfUnanswered());
  }

  private List<Team> shownMedians() {
    return teams.stream().filter(team -> Baseline.isMedianShown(team.period())).toList();
  }

  private static List<Double> medians(List<Team> shown) {
    return shown.stream().map(team -> team.period().customised_words_p50()).sorted().toList();
  }
}
