package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataDictionary;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.FixExample;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.RejectedRow;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.report.ReportSource;
import dev.uncanned.report.TextUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
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
  private static final String ALL = "all";
  private static final String INBOUND = Label.of(Direction.INBOUND);

  private final PublishedTables tables;
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
    this.findings = findings;
    this.asOf = asOf;
    this.names = Map.copyOf(names);
  }

  /** What the report is made from. */
  ReportSource source() {
    List<RunMetricRow> metrics = tables.read(RunMetricRow.class).collectAsList();
    PublishedChecks checks = new PublishedChecks(metrics);
    Dataset<SenderSummaryRow> senders =
        tables
            .read(SenderSummaryRow.class)
            .where(functions.col(SenderSummaryRow.CHANNEL).equalTo(ALL))
            .where(functions.col(SenderSummaryRow.RELATIONSHIP).equalTo(ALL));
    Column inbound = functions.col(SenderSummaryRow.DIRECTION).equalTo(INBOUND);
    Column outbound = functions.col(ClusterRow.OUTBOUND_N);
    ReportQueries queries = new ReportQueries(tables);
    List<ClusterRow> ours = topTemplates(outbound.gt(0).and(isText()), TOP);
    List<ClusterRow> theirs =
        topTemplates(
            outbound.lt(functions.col(ClusterRow.MEMBERS_N)).and(isText()), CANDIDATES * TOP);
    Map<String, TextUse> uses = queries.inboundUses(theirs);
    theirs = theirs.stream().filter(row -> uses.containsKey(row.cluster_id())).limit(TOP).toList();
    List<CampaignRow> candidates = topCampaigns(CANDIDATES * TOP);
    Map<String, String> largest = queries.largestIds(candidates);
    List<CampaignRow> campaigns =
        candidates.stream()
            .filter(row -> largest.containsKey(row.campaign_id()))
            .limit(TOP)
            .toList();
    List<FixExample> examples = queries.examples();
    return new ReportSource(
        metrics.get(0).run_id(),
        metrics.get(0).metric_version(),
        tables.firstDay(),
        asOf,
        tables.read(TeamSummaryRow.class).collectAsList(),
        senders.where(functions.not(inbound)).collectAsList(),
        checks.reliabilities(),
        senders.where(inbound).count(),
        ours,
        theirs,
        slots(ours, theirs),
        campaigns,
        queries.largestTemplates(largest),
        uses,
        tables.read(InputRow.class).collectAsList(),
        counts(tables.read(RejectedRow.class), functions.col(RejectedRow.REASON_CODE)),
        defectsByType(examples),
        findings.nullReasons(),
        examples,
        queries.levels(ours),
        checks.trust(),
        tables.read(DataQualityRow.class).collectAsList(),
        names,
        DataDictionary.sentences());
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

  private List<ClusterRow> topTemplates(Column which, int most) {
    return tables
        .read(ClusterRow.class)
        .where(which)
        .orderBy(
            functions.col(ClusterRow.RECIPIENTS_N).desc(), functions.col(ClusterRow.CLUSTER_ID))
        .limit(most)
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

  private static Map<String, Long> counts(Dataset<?> rows, Column what) {
    Map<String, Long> counts = new TreeMap<>();
    rows.select(what)
        .as(Encoders.STRING())
        .groupByKey((MapFunction<String, String>) value -> value, Encoders.STRING())
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row._1(), (Long) row._2()));
    return counts;
  }
}
