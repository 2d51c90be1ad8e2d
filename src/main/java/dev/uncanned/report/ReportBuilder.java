package dev.uncanned.report;

import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.report.ReportModel.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Works out what the page says from the rows of the published tables. */
final class ReportBuilder {

  private static final String INBOUND = "inbound";
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
    Tiles tiles = new Tiles(teams, source.replyHorizonDays(), source.undecidedContacts());
    TemplateCards ours =
        new TemplateCards("T", source.templates(), source.ownUses(), source.slots());
    TemplateCards theirs =
        new TemplateCards("R", source.inboundTemplates(), theirUses(), source.slots());
    CampaignCards campaigns =
        new CampaignCards(source.campaigns(), source.largestTemplates(), ours);
    ToFix fix = new ToFix(source, teams, ours);
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
        campaigns.cards(),
        campaigns.table(),
        drawn ? Funnel.of(compared) : null,
        funnelNote(drawn),
        fix.defects(),
        fix.examples(),
        fix.sentences(),
        fix.note(),
        inbound(),
        theirs.cardsOfOutsiders(source.inboundUses()),
        trust(),
        new Limitations(source).limits());
  }

  private Map<String, SideUse> theirUses() {
    Map<String, SideUse> uses = new TreeMap<>();
    source.inboundUses().forEach((template, use) -> uses.put(template, use.side()));
    return uses;
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
        + (unknown ? "Here it cannot be told." : "Here the differences do not repeat themselves.");
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
    sentences.add(
        "A text is flagged as a mass send only where the archives given show enough readers of it,"
            + " or its headers say that it is one. Texts that came as answers only are left out:"
            + " they are conversations.");
    return sentences;
  }
}
