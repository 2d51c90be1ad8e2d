package dev.uncanned.pipeline;

import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataDictionary;
import dev.uncanned.mart.FixExample;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.report.ReplyHorizon;
import dev.uncanned.report.ReportSource;
import dev.uncanned.report.SideUse;
import dev.uncanned.report.TextUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Reads back what the report shows from the published tables: when they are new, and whenever the
 * report is drawn again.
 */
final class ReportRendering {

  private static final int TOP = 10;

  /** From so many times as many the top ones of one kind are picked. */
  private static final int CANDIDATES = 4;

  private static final int TEXT_WORDS = 8;

  private final PublishedTables tables;
  private final ReportQueries queries;
  private final Findings findings;
  private final LocalDate asOf;
  private final Map<String, String> names;

  /**
   * @param findings those of the tables
   * @param asOf day up to which the run looked
   * @param names the people who appear by name, by pseudonym
   */
  ReportRendering(
      PublishedTables tables, Findings findings, LocalDate asOf, Map<String, String> names) {
    this.tables = tables;
    this.queries = new ReportQueries(tables);
    this.findings = findings;
    this.asOf = asOf;
    this.names = Map.copyOf(names);
  }

  /** The templates that are shown, and what is told of each. */
  private record Templates(
      List<ClusterRow> ours,
      List<ClusterRow> theirs,
      Map<String, TextUse> uses,
      Map<String, SideUse> ownUses,
      List<SlotRow> slots,
      Map<String, List<Long>> levels) {}

  /**
   * The campaigns that are shown.
   *
   * @param largest the largest template of each that has one
   * @param ownUses what our side sent of these, where outsiders use them too
   */
  private record Campaigns(
      List<CampaignRow> rows, Map<String, ClusterRow> largest, Map<String, SideUse> ownUses) {}

  /** What the report is made from; queries that need nothing of each other go side by side. */
  ReportSource source() {
    AtomicReference<Templates> templates = new AtomicReference<>();
    AtomicReference<Campaigns> campaigns = new AtomicReference<>();
    AtomicReference<List<FixExample>> examples = new AtomicReference<>();
    AtomicLong undecided = new AtomicLong();
    AtomicReference<Summaries> summaries = new AtomicReference<>();
    SideBySide.run(
        List.of(
            () -> templates.set(templates()),
            () -> examples.set(queries.examples()),
            () -> undecided.set(queries.undecidedContacts()),
            () -> campaigns.set(campaigns()),
            () -> summaries.set(Summaries.of(tables))));
    return source(
        templates.get(), campaigns.get(), examples.get(), undecided.get(), summaries.get());
  }

  private ReportSource source(
      Templates templates,
      Campaigns campaigns,
      List<FixExample> examples,
      long undecided,
      Summaries summaries) {
    RunMetricRow any = summaries.metrics().get(0);
    PublishedChecks checks = new PublishedChecks(summaries.metrics());
    Map<String, SideUse> ownUses = new TreeMap<>(campaigns.ownUses());
    ownUses.putAll(templates.ownUses());
    return new ReportSource(
        any.run_id(),
        any.metric_version(),
        summaries.firstDay(),
        asOf,
        ReplyHorizon.days(summaries.metrics()),
        summaries.teams(),
        summaries.senders(),
        checks.reliabilities(),
        summaries.writersToUs(),
        templates.ours(),
        templates.theirs(),
        templates.slots(),
        campaigns.rows(),
        campaigns.largest(),
        templates.uses(),
        ownUses,
        summaries.inputs(),
        summaries.rejected(),
        defectsByType(examples),
        findings.nullReasons(),
        examples,
        undecided,
        templates.levels(),
        checks.trust(),
        summaries.quality(),
        names,
        DataDictionary.sentences());
  }

  private Templates templates() {
    Column outbound = functions.col(ClusterRow.OUTBOUND_N);
    Column inbound = functions.col(ClusterRow.MEMBERS_N).minus(outbound);
    List<ClusterRow> ours = topTemplates(outbound);
    Map<String, SideUse> ownUses = ownUses(ours);
    ours = top(ours, row -> ownUses.getOrDefault(row.cluster_id(), SideUse.of(row)));
    List<ClusterRow> theirs = topTemplates(inbound);
    Map<String, TextUse> uses = queries.inboundUses(theirs);
    theirs = theirs.stream().filter(row -> uses.containsKey(row.cluster_id())).toList();
    theirs = top(theirs, row -> uses.get(row.cluster_id()).side());
    return new Templates(ours, theirs, uses, ownUses, slots(ours, theirs), queries.levels(ours));
  }

  /** What our side sent of those templates that outsiders use too; of the others all is ours. */
  private Map<String, SideUse> ownUses(Collection<ClusterRow> templates) {
    return queries.ownUses(
        templates.stream()
            .filter(row -> row.outbound_n() > 0 && row.outbound_n() < row.members_n())
            .toList());
  }

  /** Those with most readers on one side. */
  private static List<ClusterRow> top(List<ClusterRow> rows, Function<ClusterRow, SideUse> use) {
    return rows.stream()
        .sorted(
            Comparator.comparingLong((ClusterRow row) -> use.apply(row).people())
                .reversed()
                .thenComparing(ClusterRow::cluster_id))
        .limit(TOP)
        .toList();
  }

  private Campaigns campaigns() {
    List<CampaignRow> candidates = topCampaigns(CANDIDATES * TOP);
    Map<String, String> ids = queries.largestIds(candidates);
    List<CampaignRow> rows =
        candidates.stream().filter(row -> ids.containsKey(row.campaign_id())).limit(TOP).toList();
    Map<String, ClusterRow> largest = queries.largestTemplates(ids);
    return new Campaigns(rows, largest, ownUses(largest.values()));
  }

  /** How many deliveries have a defect of each type; each example tells it for its team. */
  static Map<String, Long> defectsByType(List<FixExample> examples) {
    Map<String, Map<String, Long>> byTeam = new TreeMap<>();
    for (FixExample one : examples) {
      if (one.isDefect()) {
        byTeam
            .computeIfAbsent(one.subject(), subject -> new TreeMap<>())
            .put(one.team_id(), one.all_n());
      }
    }
    Map<String, Long> counts = new TreeMap<>();
    byTeam.forEach(
        (subject, teams) ->
            counts.put(subject, teams.values().stream().mapToLong(Long::longValue).sum()));
    return counts;
  }

  /** Whether a template is longer than the "happy birthday" that a network offers for one tap. */
  private static Column isText() {
    Column skeleton = functions.col(ClusterRow.SKELETON_PUBLIC);
    return functions
        .coalesce(functions.size(functions.split(skeleton, " ")), functions.lit(TEXT_WORDS))
        .geq(functions.lit(TEXT_WORDS));
  }

  /**
   * Candidates for the templates with most readers on one side, which are counted only then.
   *
   * @param sent messages of that side
   */
  private List<ClusterRow> topTemplates(Column sent) {
    Column share = sent.divide(functions.col(ClusterRow.MEMBERS_N));
    return tables
        .read(ClusterRow.class)
        .where(sent.gt(1).and(isText()))
        .orderBy(
            functions.col(ClusterRow.RECIPIENTS_N).multiply(share).desc(),
            functions.col(ClusterRow.CLUSTER_ID))
        .limit(CANDIDATES * TOP)
        .collectAsList();
  }

  private List<CampaignRow> topCampaigns(int most) {
    return tables
        .read(CampaignRow.class)
        .orderBy(
            functions.col(CampaignRow.RECIPIENTS_N).desc(), functions.col(CampaignRow.CAMPAIGN_ID))
        .limit(most)
        .collectAsList();
  }

  private List<SlotRow> slots(List<ClusterRow> ours, List<ClusterRow> theirs) {
    List<ClusterRow> all = new ArrayList<>(ours);
    all.addAll(theirs);
    Object[] ids = all.stream().map(ClusterRow::cluster_id).distinct().toArray();
    return tables
        .read(SlotRow.class)
        .where(functions.col(ClusterRow.CLUSTER_ID).isin(ids))
        .orderBy(functions.col(ClusterRow.CLUSTER_ID), functions.col(SlotRow.SLOT_NO))
        .collectAsList();
  }
}
