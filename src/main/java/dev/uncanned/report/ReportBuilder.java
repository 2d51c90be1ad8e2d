package dev.uncanned.report;

import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.report.ReportModel.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Works out what the page says from the rows of the published tables. */
final class ReportBuilder {

  private static final String INBOUND = "inbound";
  private static final Comparator<CampaignRow> BY_REACH =
      Comparator.comparingInt(CampaignRow::recipients_n)
          .reversed()
          .thenComparing(CampaignRow::campaign_id);

  private final ReportSource source;
  private final List<Team> teams;
  private final List<Funnel.Sender> compared;

  /** Null where it was not told. */
  private final Reliability repeatable;

  private ReportBuilder(ReportSource source) {
    this.source = source;
    this.teams = Team.of(source.teams());
    this.compared =
        source.senders().stream().filter(ReportBuilder::isShown).map(this::sender).toList();
    this.repeatable =
        source.reliabilities().stream()
            .filter(figure -> figure.metric().equals(Reliability.MASS_SHARE))
            .findFirst()
            .orElse(null);
  }

  static ReportModel build(ReportSource source) {
    return new ReportBuilder(source).model();
  }

  private ReportModel model() {
    Tiles tiles = new Tiles(teams);
    TemplateCards ours = new TemplateCards("T", source.templates(), source.slots());
    TemplateCards theirs = new TemplateCards("R", source.inboundTemplates(), source.slots());
    boolean drawn =
        compared.size() >= Funnel.DRAWN_FROM && repeatable != null && repeatable.isComparable();
    return new ReportModel(
        tiles.summary(),
        facts(),
        tiles.all(),
        Team.table(teams),
        levels(ours),
        trends(),
        ours.reach(),
        ours.cards(),
        campaigns(),
        drawn ? Funnel.of(compared) : null,
        funnelNote(drawn),
        defects(),
        toFix(),
        fixNote(),
        inbound(),
        theirs.cardsWithoutReplies(),
        trust(),
        new Limitations(source).limits());
  }

  private List<String> trust() {
    List<String> all = new ArrayList<>(new InputChecks(source.checks()).sentences());
    all.addAll(source.trust().sentences(source.reliabilities()));
    return all;
  }

  private Levels levels(TemplateCards ours) {
    List<Levels.Row> rows = new ArrayList<>();
    teams.forEach(team -> rows.add(team.levels()));
    rows.addAll(ours.levels(source.levelsByTemplate()));
    return new Levels(rows);
  }

  private List<Fact> facts() {
    long archives = source.inputs().stream().map(InputRow::archive_id).distinct().count();
    long read = source.inputs().stream().mapToLong(InputRow::parsed_n).sum();
    long rejected = source.inputs().stream().mapToLong(InputRow::quarantined_n).sum();
    Count coverage = new Count(read, read + rejected);
    String share =
        coverage.trials() == 0 ? "" : " (" + Figures.percent(coverage.share()) + " of all found)";
    return List.of(
        new Fact("Period", Figures.day(source.firstDay()) + " to " + Figures.day(source.asOf())),
        new Fact(
            "Archives",
            Figures.count(archives)
                + " with "
                + Figures.count(source.inputs().size(), "input", "inputs")),
        new Fact("Records read", Figures.count(read) + share),
        new Fact("Rejected", Figures.count(rejected)),
        new Fact("Run", source.runId()),
        new Fact("Metric version", source.metricVersion()));
  }

  private List<Trend> trends() {
    List<Trend> trends = new ArrayList<>();
    for (Team team : teams) {
      trends.add(Trend.of(team.name(), Measure.MASS, team.weeks()));
      trends.add(Trend.of(team.name(), Measure.REPLY, team.weeks()));
    }
    return trends;
  }

  private static boolean isShown(SenderSummaryRow row) {
    return !INBOUND.equals(row.direction()) && row.mass_known_n() >= Figures.SHOWN_FROM;
  }

  private Funnel.Sender sender(SenderSummaryRow row) {
    String name = source.names().get(row.sender_id());
    return new Funnel.Sender(
        name == null ? TemplateCards.shortId(row.sender_id()) : name,
        new Count(row.mass_n(), row.mass_known_n()));
  }

  private String funnelNote(boolean drawn) {
    if (drawn) {
      return "Inside the funnel = no detectable difference: the share differs from that of all by"
          + " no more than chance explains. Outside is neither good nor bad by itself. Split into"
          + " random halves, the senders' shares agree with a reliability of "
          + Figures.coefficient(repeatable.reliability())
          + ".";
    }
    if (compared.size() >= Funnel.DRAWN_FROM) {
      return notRepeatable();
    }
    return "Not drawn: it takes "
        + Funnel.DRAWN_FROM
        + " senders with at least "
        + Figures.SHOWN_FROM
        + " first messages each, and there "
        + (compared.size() == 1 ? "is " : "are ")
        + Figures.count(compared.size())
        + ". With fewer, differences between people are mostly chance.";
  }

  private String notRepeatable() {
    boolean unknown = repeatable == null || repeatable.reliability() == null;
    return "Not drawn: senders are compared only where random halves of their messages agree with a"
        + " reliability of at least 0.8. "
        + (unknown
            ? "Here it cannot be told."
            : "Here it is " + Figures.coefficient(repeatable.reliability()) + ".");
  }

  private DataTable campaigns() {
    List<List<String>> rows = new ArrayList<>();
    source.campaigns().stream()
        .sorted(BY_REACH)
        .forEach(
            row ->
                rows.add(
                    List.of(
                        TemplateCards.shortId(row.campaign_id()),
                        Figures.count(row.recipients_n()),
                        Figures.count(row.members_n()),
                        Figures.count(row.templates_n()),
                        Figures.count(row.senders_n()),
                        row.companies_n() == null
                            ? Figures.UNKNOWN
                            : Figures.count(row.companies_n()),
                        Figures.day(row.first_seen()),
                        Figures.day(row.last_seen()))));
    return new DataTable(
        "Campaigns: families of templates that share recurring phrases, by people reached",
        List.of(
            DataTable.words("Campaign"),
            DataTable.figures("People"),
            DataTable.figures("Messages"),
            DataTable.figures("Templates"),
            DataTable.figures("Senders"),
            DataTable.figures("Companies"),
            DataTable.figures("First seen"),
            DataTable.figures("Last seen")),
        rows);
  }

  private DataTable defects() {
    Comparator<Map.Entry<String, Long>> order =
        Comparator.comparing((Map.Entry<String, Long> e) -> !Vocabulary.isHard(e.getKey()))
            .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
            .thenComparing(Map.Entry::getKey);
    List<List<String>> rows =
        source.defectsByType().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(order)
            .map(
                entry ->
                    List.of(
                        Vocabulary.name(entry.getKey()),
                        Vocabulary.isHard(entry.getKey()) ? "hard" : "soft",
                        Figures.count(entry.getValue()),
                        Vocabulary.defect(entry.getKey())))
            .toList();
    return new DataTable(
        "Defects in first messages of ours that are long enough to judge; hard ones name the wrong"
            + " person or show the machinery",
        List.of(
            DataTable.words("Defect"),
            DataTable.words("Kind"),
            DataTable.figures("Deliveries"),
            DataTable.words("What it is")),
        rows);
  }

  private List<String> toFix() {
    List<String> sentences = new ArrayList<>();
    for (Team team : teams) {
      TeamSummaryRow row = team.period();
      if (row.overlap_persons_n() != null && row.overlap_persons_n() > 0) {
        sentences.add(
            team.name()
                + ": "
                + Figures.count(row.overlap_persons_n(), "person was", "people were")
                + " written to unprompted by 2 or more members within 30 days, of "
                + Figures.count(row.contacted_persons_n(), "person", "people")
                + ".");
      }
      if (row.overlap_companies_n() != null && row.overlap_companies_n() > 0) {
        sentences.add(
            team.name()
                + ": at "
                + Figures.count(row.overlap_companies_n(), "company", "companies")
                + ", of "
                + Figures.count(row.contacted_companies_n())
                + ", 2 or more members wrote to somebody unprompted within 30 days"
                + sameTemplate(row)
                + ".");
      }
      if (row.after_opt_out_n() > 0) {
        sentences.add(
            team.name()
                + ": "
                + Figures.count(row.after_opt_out_n(), "message was", "messages were")
                + " sent to people who had asked for no more. Stop this first.");
      }
      if (row.unanswered4_n() > 0) {
        sentences.add(
            team.name()
                + ": "
                + Figures.count(row.unanswered4_n(), "contact", "contacts")
                + " of a sender and a recipient had 4 messages and more without an answer.");
      }
    }
    return sentences;
  }

  /** What was looked for and not found, and what could not be looked for; empty if neither. */
  private String fixNote() {
    List<String> sentences = new ArrayList<>();
    boolean told = teams.stream().anyMatch(team -> team.period().overlap_persons_n() != null);
    if (toFix().isEmpty()) {
      String several = told ? " unprompted by several members of a team, to" : "";
      sentences.add(
          "Nobody was written to"
              + several
              + " 4 times and more without an answer, or after asking for no more.");
    }
    if (!told) {
      sentences.add(
          "Whether several members of a team wrote to the same people is not known without a roster"
              + " that names teams.");
    }
    return String.join(" ", sentences);
  }

  private static String sameTemplate(TeamSummaryRow row) {
    return row.overlap_companies_template_n() > 0
        ? ", at " + Figures.count(row.overlap_companies_template_n()) + " with the same template"
        : "";
  }

  private List<String> inbound() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        source.inboundSenders() == 0
            ? "No outside sender was found in the inboxes."
            : Figures.count(source.inboundSenders(), "outside sender was", "outside senders were")
                + " found in the inboxes.");
    sentences.add(
        "One inbox cannot know who else got a text. Templates show here only where the same text"
            + " came more than once into the archives given, so their true reach is at least the"
            + " number shown, and a sender without a template is not shown to write by hand.");
    return sentences;
  }
}
